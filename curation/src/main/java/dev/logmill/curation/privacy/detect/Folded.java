package dev.logmill.curation.privacy.detect;

import java.text.Normalizer;
import java.util.Locale;

/** How a word is looked up, however it is written. */
final class Folded {
    private Folded() {}

    /** Small letters of ASCII, accents and strokes left out; what has no such form stays. */
    static String of(String word) {
        boolean ascii = true;
        for (int i = 0; i < word.length() && ascii; i++) {
            ascii = word.charAt(i) < 0x80;
        }
        if (ascii) {
            return word.toLowerCase(Locale.ROOT);
        }
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        StringBuilder folded = new StringBuilder(apart.length());
        for (int i = 0; i < apart.length(); i++) {
            if (Character.getType(apart.charAt(i)) != Character.NON_SPACING_MARK) {
                plain(Character.toLowerCase(apart.charAt(i)), folded);
            }
        }
        return folded.toString();
    }

    /** Letters that Unicode does not take apart, as people write them who lack them. */
    private static void plain(char c, StringBuilder folded) {
        switch (c) {
            case 'ø' -> folded.append('o');
            case 'ł' -> folded.append('l');
            case 'đ', 'ð' -> folded.append('d');
            case 'ı' -> folded.append('i');
            case 'ə' -> folded.append('e');
            case 'þ' -> folded.append("th");
            case 'æ' -> folded.append("ae");
            case 'œ' -> folded.append("oe");
            case 'ß' -> folded.append("ss");
            default -> folded.append(c);
        }
    }
}
