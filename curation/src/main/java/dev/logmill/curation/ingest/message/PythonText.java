package dev.logmill.curation.ingest.message;

import java.util.Map;
import java.util.Optional;

/**
 * A text in quotes of Python, its escapes undone.
 *
 * @param end where the literal goes on behind it
 */
record PythonText(String text, int end) {
    private static final Map<Character, Character> ESCAPED =
            Map.of('n', '\n', 't', '\t', 'r', '\r', '\\', '\\', '\'', '\'', '"', '"');
    private static final Map<Character, Integer> DIGITS = Map.of('x', 2, 'u', 4, 'U', 8);

    /** The one whose opening quote stands at a place; nothing where it does not end, or has an escape that is none. */
    static Optional<PythonText> at(String literal, int open) {
        char quote = literal.charAt(open);
        StringBuilder text = new StringBuilder();
        int at = open + 1;
        while (at < literal.length() && literal.charAt(at) != quote) {
            if (literal.charAt(at) != '\\') {
                text.append(literal.charAt(at++));
                continue;
            }
            int length = escape(literal, at + 1, text);
            if (length == 0) {
                return Optional.empty();
            }
            at += 1 + length;
        }
        return at < literal.length() ? Optional.of(new PythonText(text.toString(), at + 1)) : Optional.empty();
    }

    /** Undoes the escape whose letter stands at a place, and tells how long it is; 0 where it is none. */
    private static int escape(String literal, int at, StringBuilder text) {
        char letter = at < literal.length() ? literal.charAt(at) : 0;
        if (ESCAPED.containsKey(letter)) {
            text.append(ESCAPED.get(letter));
            return 1;
        }
        int digits = DIGITS.getOrDefault(letter, 0);
        String code = digits == 0 ? "" : literal.substring(at + 1, Math.min(literal.length(), at + 1 + digits));
        if (digits == 0 || code.length() < digits || !code.matches("[0-9a-fA-F]{2,8}")) {
            return 0;
        }
        long point = Long.parseLong(code, 16);
        if (point > Character.MAX_CODE_POINT) {
            return 0;
        }
        text.appendCodePoint((int) point);
        return 1 + digits;
    }
}
