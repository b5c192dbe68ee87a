package dev.logmill.curation.privacy.detect;

/**
 * The form that an id is written in; see {@link NationalId} for its chars.
 *
 * @param chars one a char of the id
 * @param grouped it is in groups of digits, as other numbers are
 */
public record Form(String chars, boolean grouped) {
    Form(String chars) {
        this(chars, chars.indexOf(' ') >= 0 || chars.indexOf('_') >= 0 || chars.startsWith("dddd-dddd"));
    }

    /** Chars before the first digit. */
    int lead() {
        return chars.indexOf('d');
    }

    /** Digits of the first run; so many stand there, or more, where letters or digits may follow. */
    int firstRun() {
        int end = lead();
        while (end < chars.length() && chars.charAt(end) == 'd') {
            end++;
        }
        return end - lead();
    }

    /** Whether a char that may be a digit follows the first run. */
    boolean isOpen() {
        int end = lead() + firstRun();
        return end < chars.length() && chars.charAt(end) == 'x';
    }

    /** Whether the text has it here, and nothing goes on before or behind. */
    boolean isAt(String text, int start) {
        int end = start + chars.length();
        if (start < 0 || end > text.length()) {
            return false;
        }
        for (int i = 0; i < chars.length(); i++) {
            if (!fits(chars.charAt(i), text.charAt(start + i))) {
                return false;
            }
        }
        return !Letters.wordBefore(text, start)
                && !Letters.wordAt(text, end)
                && !(grouped && isAmongGroups(text, start, end))
                && !(start > 1 && isJoint(text.charAt(start - 1)) && Letters.digitAt(text, start - 2))
                && !(end + 1 < text.length() && isJoint(text.charAt(end)) && Letters.digitAt(text, end + 1));
    }

    /** Whether another group of digits stands before or behind: a card, or a row of a table. */
    private static boolean isAmongGroups(String text, int start, int end) {
        boolean before = start > 0 && Letters.isSeparator(text.charAt(start - 1)) && Letters.digitAt(text, start - 2);
        boolean behind = end < text.length() && Letters.isSeparator(text.charAt(end)) && Letters.digitAt(text, end + 1);
        return before || behind;
    }

    private static boolean isJoint(char c) {
        return c == '-' || c == '.' || c == '/' || c == '+';
    }

    private static boolean fits(char form, char c) {
        return switch (form) {
            case 'd' -> Letters.isDigit(c);
            case 'a' -> Letters.isAsciiLetter(c);
            case 'x' -> Letters.isDigit(c) || Letters.isAsciiLetter(c);
            case '-' -> Letters.isSeparator(c) && c != ' ';
            case '_' -> Letters.isSeparator(c);
            default -> form == c;
        };
    }

    /** The id without what parts it, in capitals. */
    static String compact(String text, int start, int end) {
        StringBuilder id = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Letters.isDigit(c) || Letters.isAsciiLetter(c)) {
                id.append(c >= 'a' ? (char) (c - 'a' + 'A') : c);
            }
        }
        return id.toString();
    }
}
