package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Letters;
import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Chars beyond ASCII that hide an identifier from a search: those of no width, digits of other scripts, letters in a form
 * that Unicode has for compatibility (UAX 15, NFKC), and the letters of Greek and Cyrillic that look like Latin ones (UTS
 * 39), where they stand in a word with Latin ones.
 */
final class Lookalikes {
    private static final String CYRILLIC_AND_GREEK =
            "аaеeоoрpсcхxуyіiѕsјjһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTХXУYІIЅSЈJοoαaνvρpιiκkΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX";
    private static final Map<Character, String> LATIN = latin();

    private Lookalikes() {}

    private static Map<Character, String> latin() {
        Map<Character, String> latin = new HashMap<>();
        for (int i = 0; i < CYRILLIC_AND_GREEK.length(); i += 2) {
            latin.put(CYRILLIC_AND_GREEK.charAt(i), CYRILLIC_AND_GREEK.substring(i + 1, i + 2));
        }
        return Map.copyOf(latin);
    }

    /** Whether a text may hold any: letters with accents alone make none. */
    static boolean mayBeIn(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Letters.mayHide(c)) {
                return true;
            }
        }
        return false;
    }

    static boolean hasNoWidth(char c) {
        return Character.getType(c) == Character.FORMAT || c == '\u034f' || (c >= '\ufe00' && c <= '\ufe0f');
    }

    /** What the char of one or two units at an index looks like; itself, for most. */
    static String shown(String text, int at, int size) {
        String written = text.substring(at, at + size);
        int point = written.codePointAt(0);
        if (Character.isDigit(point)) {
            return String.valueOf((char) ('0' + Character.digit(point, 10)));
        }
        Optional<String> latin = size == 1 ? Optional.ofNullable(LATIN.get(written.charAt(0))) : Optional.empty();
        if (latin.isPresent()) {
            return isAmongLatin(text, at) ? latin.get() : written;
        }
        return switch (written) {
            case "\u2024", "\u3002", "\uff61" -> ".";
            default -> {
                boolean compatible = (point >= 0xfe50 && point <= 0xff5e) || (point >= 0x1d400 && point <= 0x1d7ff);
                yield compatible ? Normalizer.normalize(written, Normalizer.Form.NFKC) : written;
            }
        };
    }

    /** Whether the word around an index has a Latin letter of ASCII. */
    private static boolean isAmongLatin(String text, int at) {
        for (int i = at - 1; i >= 0 && at - i < 40 && isWordMark(text.charAt(i)); i--) {
            if (Letters.isAsciiLetter(text.charAt(i))) {
                return true;
            }
        }
        for (int i = at + 1; i < text.length() && i - at < 40 && isWordMark(text.charAt(i)); i++) {
            if (Letters.isAsciiLetter(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isWordMark(char c) {
        return Character.isLetterOrDigit(c) || c == '@' || c == '.' || c == '-' || c == '_' || hasNoWidth(c);
    }
}
