package dev.logmill.curation.privacy.detect;

/** Classes of chars that identifiers are made of. */
public final class Letters {
    /** Beside a space and a hyphen of ASCII what stands between groups of digits, as people and models write it. */
    private static final String SEPARATORS = "\u00a0\u2009\u202f\u2010\u2011\u2012\u2013";

    private Letters() {}

    public static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    public static boolean isAsciiLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    /** The small letter of a capital of ASCII; any other char itself. */
    static char small(char c) {
        return c >= 'A' && c <= 'Z' ? (char) (c | 0x20) : c;
    }

    public static boolean isHex(char c) {
        return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
    }

    public static boolean isWord(char c) {
        return isDigit(c) || isAsciiLetter(c) || c == '_';
    }

    /** Whether a char is a capital of ASCII. */
    static boolean isCapital(char c) {
        return c >= 'A' && c <= 'Z';
    }

    static boolean isSeparator(char c) {
        return c == ' ' || c == '-' || (c >= '\u00a0' && SEPARATORS.indexOf(c) >= 0);
    }

    static boolean digitAt(String text, int index) {
        return index >= 0 && index < text.length() && isDigit(text.charAt(index));
    }

    /** Whether a word could go on to the left of an index. */
    public static boolean wordBefore(String text, int index) {
        return index > 0 && isWord(text.charAt(index - 1)) && !isEscape(text, index - 1);
    }

    /** Whether a char beyond ASCII may hide another: those of no width, and all that is neither a Latin letter nor usual punctuation. */
    public static boolean mayHide(char c) {
        return c == '\u00ad' || (c > '\u02ff' && !isPunctuation(c));
    }

    /** Dashes, quotes, bullets, dots: what text in any language is full of. */
    private static boolean isPunctuation(char c) {
        return (c >= '\u2010' && c <= '\u2023') || (c >= '\u2025' && c <= '\u2027') || c == '\u20ac' || c == '\u2122';
    }

    /** Whether a letter belongs to a line break or tab that stands in the text as an escape. */
    public static boolean isEscape(String text, int index) {
        return index > 0 && text.charAt(index - 1) == '\\' && "nrt".indexOf(text.charAt(index)) >= 0;
    }

    /** Whether a sentence or line begins at an index, with quotes and marks of lists before it at most. */
    public static boolean beginsSentence(String text, int index) {
        int i = index - 1;
        while (i >= 0 && " \"'(*#\u201c".indexOf(text.charAt(i)) >= 0) {
            i--;
        }
        return i < 0 || ".!?\n:".indexOf(text.charAt(i)) >= 0;
    }

    /** Whether a word could go on from an index. */
    public static boolean wordAt(String text, int index) {
        return index < text.length() && isWord(text.charAt(index));
    }

    /** Where the line of an index begins, no more than so many chars before: texts may be of one line. */
    static int lineStart(String text, int index, int reach) {
        int start = index;
        while (start > 0 && index - start < reach && text.charAt(start - 1) != '\n') {
            start--;
        }
        return start;
    }

    /** Where the line of an index ends, no more than so many chars behind. */
    static int lineEnd(String text, int index, int reach) {
        int end = index;
        while (end < text.length() && end - index < reach && text.charAt(end) != '\n') {
            end++;
        }
        return end;
    }
}
