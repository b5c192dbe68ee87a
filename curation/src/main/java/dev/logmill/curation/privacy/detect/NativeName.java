package dev.logmill.curation.privacy.detect;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Set;

/** How far a name goes on in a script other than Latin, behind what calls it one. */
final class NativeName {
    private static final int MOST_WORDS = 3;
    private static final int MOST_LETTERS = 24;

    /** The most usual surnames of China, in both ways to write them. */
    private static final String CHINESE = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石"
            + "金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毛郝顾龚邵万覃武钱戴严莫孔向常汤張劉陳楊黃趙吳孫馬羅鄭謝許韓鄧馮葉蘇呂盧鍾陸韋賈鄒龍賀顧龔萬錢嚴湯欧歐";

    private static final Set<String> CHINESE_OF_TWO = Set.of("欧阳", "歐陽", "司马", "司馬", "诸葛", "諸葛", "上官", "皇甫");

    /** The most usual surnames of Korea. */
    private static final String KOREAN = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민나진지엄채원천방공현함변염여추";

    /** What stands behind a name in Japanese and Korean, and is no part of it. */
    private static final List<String> BEHIND =
            List.of("です", "と申", "といい", "と言", "さん", "さま", "様", "殿", "입니다", "이에요", "예요", "이라고", "라고", "이고", "님", "씨");

    /** What forms and sentences have where a name would stand. */
    private static final Set<String> NO_NAMES =
            Set.of("未設定", "未设置", "必填", "必須", "なし", "不明", "未知", "未填写", "없음", "미정", "필수", "匿名");

    private NativeName() {}

    /** Whether a sign is a usual surname of China. */
    static boolean isChineseSurname(char c) {
        return CHINESE.indexOf(c) >= 0;
    }

    /** Whether a syllable is a usual surname of Korea. */
    static boolean isKoreanSurname(char c) {
        return KOREAN.indexOf(c) >= 0;
    }

    /** The end of the name that begins here; the start itself, where none does. */
    static int end(String text, int start, NativeCues.Kind kind) {
        if (start >= text.length()) {
            return start;
        }
        boolean full = kind == NativeCues.Kind.FULL_NAME;
        return switch (UnicodeScript.of(text.charAt(start))) {
            case HAN, HIRAGANA, KATAKANA -> eastern(text, start, kind);
            case HANGUL -> korean(text, start, full);
            case CYRILLIC, GREEK -> capitals(text, start, full);
            case ARABIC, HEBREW, DEVANAGARI, THAI, BENGALI, TAMIL, TELUGU, GEORGIAN, ARMENIAN ->
                words(text, start, full);
            default -> start;
        };
    }

    private static int eastern(String text, int start, NativeCues.Kind kind) {
        int end = start;
        boolean parted = false;
        while (end < text.length() && end - start < MOST_LETTERS && !isBehind(text, end, start)) {
            boolean space = (text.charAt(end) == ' ' || text.charAt(end) == '\u3000')
                    && !parted
                    && end > start
                    && end + 1 < text.length()
                    && isEastern(text.charAt(end + 1));
            if (!space && !isEastern(text.charAt(end))) {
                break;
            }
            parted |= space;
            end++;
        }
        int letters = end - start;
        boolean label = kind == NativeCues.Kind.NAME_LABEL;
        if (letters < 2 || NO_NAMES.contains(text.substring(start, end))) {
            return start;
        }
        boolean japanese = text.substring(start, end).chars().anyMatch(c -> c >= '\u3040' && c <= '\u30ff')
                || (end < text.length() && isBehind(text, end, start));
        if (label || parted || (japanese && kind == NativeCues.Kind.NAME)) {
            return letters <= (parted || japanese ? 9 : 6) ? end : chineseEnd(text, start, end);
        }
        return chineseEnd(text, start, end);
    }

    /** A surname that is known, and one sign or two. */
    private static int chineseEnd(String text, int start, int end) {
        boolean two = CHINESE_OF_TWO.contains(text.substring(start, Math.min(start + 2, end)));
        int surname = two ? 2 : CHINESE.indexOf(text.charAt(start)) >= 0 ? 1 : 0;
        return surname == 0 || end - start <= surname ? start : Math.min(end, start + surname + 2);
    }

    private static boolean isEastern(char c) {
        return (c >= '\u4e00' && c <= '\u9fff') || (c >= '\u3041' && c <= '\u30fe') || c == '\u3005';
    }

    private static boolean isBehind(String text, int at, int start) {
        return at - start >= 2 && BEHIND.stream().anyMatch(behind -> text.startsWith(behind, at));
    }

    private static int korean(String text, int start, boolean full) {
        int end = start;
        while (end < text.length()
                && text.charAt(end) >= '\uac00'
                && text.charAt(end) <= '\ud7a3'
                && !isBehind(text, end, start)) {
            end++;
        }
        int letters = end - start;
        boolean surname = KOREAN.indexOf(text.charAt(start)) >= 0;
        boolean name = letters >= 2 && letters <= 4 && !NO_NAMES.contains(text.substring(start, end));
        return name && (!full || (surname && letters == 3 && isBehind(text, end, start))) ? end : start;
    }

    /** Words that begin with a capital and go on in small letters. */
    private static int capitals(String text, int start, boolean full) {
        int end = start;
        int words = 0;
        int from = start;
        while (words < MOST_WORDS && isCapitalised(text, from)) {
            end = wordEnd(text, from);
            words++;
            from = end + 1;
            if (end >= text.length() || text.charAt(end) != ' ') {
                break;
            }
        }
        return words >= (full ? 2 : 1) ? end : start;
    }

    private static boolean isCapitalised(String text, int at) {
        return at + 1 < text.length()
                && Character.isUpperCase(text.charAt(at))
                && Character.isLowerCase(text.charAt(at + 1));
    }

    /** Words of a script that has no capitals, up to a mark: two, or three before one. */
    private static int words(String text, int start, boolean full) {
        int end = start;
        int second = start;
        int words = 0;
        while (words < MOST_WORDS && end < text.length()) {
            int from = words == 0 ? start : end + 1;
            int last = wordEnd(text, from);
            if (last - from < 2 || isVerb(text.substring(from, last))) {
                break;
            }
            end = last;
            words++;
            second = words <= 2 ? end : second;
            if (end >= text.length() || text.charAt(end) != ' ') {
                break;
            }
        }
        boolean ended = end >= text.length() || text.charAt(end) != ' ' || words < MOST_WORDS;
        int least = full ? 2 : 1;
        return words < least ? start : ended ? end : second;
    }

    /** "Is" behind a name in Hindi. */
    private static boolean isVerb(String word) {
        return word.equals("है") || word.equals("हैं");
    }

    private static int wordEnd(String text, int from) {
        int end = from;
        while (end < text.length()) {
            char c = text.charAt(end);
            int type = Character.getType(c);
            boolean part = Character.isLetter(c)
                    || type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || (c == '-' && end + 1 < text.length() && Character.isLetter(text.charAt(end + 1)));
            if (!part) {
                break;
            }
            end++;
        }
        return end;
    }
}
