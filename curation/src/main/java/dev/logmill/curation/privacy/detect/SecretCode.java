package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Code that stands where a secret would and only says where one comes from: an element, a call, an attribute, a quote that closes. */
final class SecretCode {
    /** What settings and what is sent in are called in code. */
    private static final Set<String> OBJECTS = Phrases.of(
            "self|this|args|opts|options|config|cfg|conf|settings|request|req|params|ctx|context|kwargs|environ|user|auth|creds"
                    + "|credentials|props|state|event|row|form|account|conn|db|session|response|resp|res|input|payload|secrets|vault");

    private SecretCode() {}

    /** Whether what stands without quotes between two indices is code. */
    static boolean is(String text, int start, int end) {
        int path = pathEnd(text, start);
        if (path == start) {
            return false;
        }
        char next = path < text.length() ? text.charAt(path) : ' ';
        return switch (next) {
            case '[' -> isElement(text, path + 1);
            case '(' -> text.startsWith("()", path) || isWrittenAsCode(text, start, path);
            default -> path >= end && isAttribute(text, start, path);
        };
    }

    /** Whether a quote right behind a sign closes: an empty text, or one that ends with the sign, as a prompt does. */
    static boolean isClosed(String text, int quote) {
        int i = quote + 1;
        if (i < text.length() && text.charAt(i) == text.charAt(quote)) {
            return i + 1 >= text.length() || ",;)]}: \n\r".indexOf(text.charAt(i + 1)) >= 0;
        }
        return i < text.length() && ",)".indexOf(text.charAt(i)) >= 0 && isBehind(text, i + 1);
    }

    /** Whether code or nothing goes on behind a comma or a bracket that a quote stands before. */
    private static boolean isBehind(String text, int index) {
        return index >= text.length() || " \n\r,):;\"']".indexOf(text.charAt(index)) >= 0;
    }

    /** Names with dots between: self.auth. */
    private static int pathEnd(String text, int start) {
        int end = start;
        while (end < text.length()
                && (Letters.isWord(text.charAt(end)) || (text.charAt(end) == '.' && Letters.wordAt(text, end + 1)))
                && !(end == start && Letters.isDigit(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** A number, a name or a text in quotes, and the bracket that closes. */
    private static boolean isElement(String text, int from) {
        int i = from;
        while (i < text.length() && (Letters.isWord(text.charAt(i)) || "-:\"'., ".indexOf(text.charAt(i)) >= 0)) {
            i++;
        }
        return i > from && i < text.length() && text.charAt(i) == ']';
    }

    /** Whether a dot, an underscore or a capital within tells the name of what is called from a password: get_pass2, getPass2. */
    private static boolean isWrittenAsCode(String text, int start, int end) {
        for (int i = start + 1; i < end; i++) {
            char c = text.charAt(i);
            boolean camel = c >= 'A' && c <= 'Z' && Character.isLowerCase(text.charAt(i - 1));
            if (c == '.' || c == '_' || camel) {
                return true;
            }
        }
        return false;
    }

    private static boolean isAttribute(String text, int start, int end) {
        String value = text.substring(start, end);
        int dot = value.indexOf('.');
        return dot > 0 && OBJECTS.contains(value.substring(0, dot));
    }
}
