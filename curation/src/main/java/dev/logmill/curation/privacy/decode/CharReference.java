package dev.logmill.curation.privacy.decode;

import java.util.Map;
import java.util.Optional;

/**
 * A char as HTML refers to it, by its name, its number or its number in hex, between an ampersand and a semicolon.
 *
 * @param shown the char; nothing, where it has no width
 * @param end index behind the semicolon
 */
record CharReference(String shown, int end) {
    /** Chars from the ampersand to the semicolon at most. */
    private static final int LONGEST = 10;

    /** Those that identifiers and the text around them hold; all others stay as they are. */
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"),
            Map.entry("lt", "<"),
            Map.entry("gt", ">"),
            Map.entry("quot", "\""),
            Map.entry("apos", "'"),
            Map.entry("nbsp", "\u00a0"),
            Map.entry("commat", "@"),
            Map.entry("period", "."),
            Map.entry("plus", "+"),
            Map.entry("num", "#"),
            Map.entry("colon", ":"),
            Map.entry("sol", "/"),
            Map.entry("equals", "="),
            Map.entry("percnt", "%"),
            Map.entry("lowbar", "_"),
            Map.entry("hyphen", "-"),
            Map.entry("dash", "-"),
            Map.entry("lpar", "("),
            Map.entry("rpar", ")"),
            Map.entry("shy", ""));

    /** Whether a text can hold any. */
    static boolean mayBeIn(String text) {
        for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
            if (end(text, at) > 0) {
                return true;
            }
        }
        return false;
    }

    /** The one that begins with the ampersand here. */
    static Optional<CharReference> at(String text, int at) {
        int end = end(text, at);
        if (end < at + 3) {
            return Optional.empty();
        }
        String name = text.substring(at + 1, end);
        Optional<String> shown =
                name.charAt(0) == '#' ? codePoint(name.substring(1)) : Optional.ofNullable(NAMED.get(name));
        return shown.map(chars -> new CharReference(chars, end + 1));
    }

    /** Index of the semicolon that it ends with; -1 where none is near. */
    private static int end(String text, int at) {
        for (int i = at; i < text.length() && i - at <= LONGEST; i++) {
            if (text.charAt(i) == ';') {
                return i;
            }
        }
        return -1;
    }

    private static Optional<String> codePoint(String number) {
        boolean hex = number.startsWith("x") || number.startsWith("X");
        String digits = hex ? number.substring(1) : number;
        if (digits.isEmpty() || digits.charAt(0) == '-' || digits.charAt(0) == '+') {
            return Optional.empty();
        }
        try {
            int point = Integer.parseInt(digits, hex ? 16 : 10);
            return Character.isValidCodePoint(point) ? Optional.of(Character.toString(point)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }
}
