package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A name in Japanese that no space parts: a usual surname and up to three signs. */
final class JapaneseName {
    private static final int LONGEST_SURNAME = 3;
    private static final int MOST_GIVEN = 3;

    private static final Set<String> SURNAMES =
            Phrases.of("佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|斉藤|清水|山崎|池田|橋本|阿部"
                    + "|石川|山下|中島|石井|小川|前田|岡田|長谷川|藤田|後藤|近藤|村上|遠藤|青木|坂本|福田|太田|西村|藤井|金子|岡本|藤原|三浦"
                    + "|中野|中川|原田|松田|竹内|小野|田村|中山|和田|石田|森田|上田|内田|柴田|酒井|宮崎|横山|高木|安藤|宮本|大野|小島|谷口"
                    + "|工藤|今井|高田|増田|丸山|杉山|村田|大塚|新井|小山|平野|藤本|河野|上野|野口|武田|松井|千葉|菅原|岩崎|久保|木下|佐野|野村");

    private JapaneseName() {}

    /** The end of the one that begins here; the start itself, where none does. */
    static int end(String text, int start) {
        int given = start;
        for (int length = LONGEST_SURNAME; length > 0 && given == start; length--) {
            int to = start + length;
            given = to <= text.length() && SURNAMES.contains(text.substring(start, to)) ? to : start;
        }
        int end = given;
        while (given > start && end < text.length() && end - given < MOST_GIVEN && isSign(text.charAt(end))) {
            end++;
        }
        return end > given ? end : start;
    }

    /** Whether what stands between two indices is a usual surname, alone or with a given name. */
    static boolean isName(String text, int start, int end) {
        for (int length = Math.min(LONGEST_SURNAME, end - start); length > 0; length--) {
            if (SURNAMES.contains(text.substring(start, start + length)) && end - start - length <= MOST_GIVEN) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSign(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || c == '\u3005';
    }
}
