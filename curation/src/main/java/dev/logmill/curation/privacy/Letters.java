package dev.logmill.curation.privacy;

/** Classes of chars that identifiers are made of. */
final class Letters {
    private Letters() {}

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    static boolean isWord(char c) {
        return isDigit(c) || isAsciiLetter(c) || c == '_';
    }

    /** Whether a word could go on to the left of an index. */
    static boolean wordBefore(String text, int index) {
        return index > 0 && isWord(text.charAt(index - 1));
    }

    /** Whether a word could go on from an index. */
    static boolean wordAt(String text, int index) {
        return index < text.length() && isWord(text.charAt(index));
    }
}
