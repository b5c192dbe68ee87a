package dev.logmill.curation.privacy.detect;

import java.util.List;

/** What stands right behind a phone number, or shows that it was none. */
final class PhoneEnd {
    /** What is counted by so many digits and is never said behind a phone. */
    private static final List<String> UNITS =
            List.of("ms", "bytes", "rows", "seconds", "milliseconds", "KB", "tokens", "EUR", "USD");

    private PhoneEnd() {}

    private static boolean isWord(String text, String word, int at) {
        return text.startsWith(word, at) && !Letters.wordAt(text, at + word.length());
    }

    /** Whether a word, a decimal, a time or a UUID goes on behind; an extension does not. */
    static boolean goesOn(String text, int end) {
        if (end == text.length() || behindExtension(text, end) > end) {
            return false;
        }
        if (text.charAt(end) == ' ' && UNITS.stream().anyMatch(unit -> isWord(text, unit, end + 1))) {
            return true;
        }
        char c = text.charAt(end);
        boolean joined = (c == '-' || c == ':') && end + 1 < text.length();
        boolean wordBehind = joined && Letters.wordAt(text, end + 1) && hasDigit(text, end + 1);
        boolean decimal = (c == '.' || c == ',') && Letters.digitAt(text, end + 1);
        return Letters.isWord(c)
                || "%*^=€$£".indexOf(c) >= 0
                || (wordBehind && !Letters.digitAt(text, end + 1))
                || decimal
                || (c == ':' && Letters.digitAt(text, end + 1));
    }

    private static boolean hasDigit(String text, int start) {
        for (int i = start; Letters.wordAt(text, i) && i - start < 12; i++) {
            if (Letters.isDigit(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** Behind an extension such as {@code x92556} or {@code ext. 12}; here where there is none. */
    static int behindExtension(String text, int end) {
        int i = end < text.length() && text.charAt(end) == ' ' ? end + 1 : end;
        int mark = text.regionMatches(true, i, "ext", 0, 3) ? 3 : text.regionMatches(true, i, "x", 0, 1) ? 1 : 0;
        if (mark == 0) {
            return end;
        }
        i += mark;
        while (i < text.length() && i - end < 7 && (text.charAt(i) == '.' || text.charAt(i) == ' ')) {
            i++;
        }
        int digits = i;
        while (Letters.digitAt(text, i)) {
            i++;
        }
        return i > digits && i - digits <= 6 ? i : end;
    }
}
