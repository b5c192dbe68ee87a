package dev.logmill.curation.privacy.detect;

import java.util.Arrays;
import java.util.Set;

/** Reads the words of a text one after the other: how far each goes, how it is written, and the hash of its folded form. */
final class WordReader {
    private static final int NONE = 0;
    private static final int SMALL = 1;
    private static final int CAPITAL = 2;
    private static final int DIGIT = 3;
    private static final int UNDERSCORE = 4;

    /** What each char of ASCII is within a word. */
    private static final byte[] KINDS = kinds();

    private static final Set<String> PREFIXES = Set.of("Mc", "Mac", "De", "Di", "Du", "La", "Le", "Van", "Von", "Fitz");
    private static final String FIRST_OF_PREFIX = "MDLVF";
    private static final int LONGEST_PREFIX = 4;

    private final char[] text;

    /** The text in small letters of ASCII, as far as it was read. */
    private final char[] small;

    private int start;
    private int hash;
    private int upper;
    private int lower;
    private int digits;
    private int other;
    private boolean camel;
    private int seen;
    private boolean dashed;

    WordReader(String text) {
        this.text = text.toCharArray();
        this.small = new char[this.text.length];
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[0x80];
        Arrays.fill(kinds, 'a', 'z' + 1, (byte) SMALL);
        Arrays.fill(kinds, 'A', 'Z' + 1, (byte) CAPITAL);
        Arrays.fill(kinds, '0', '9' + 1, (byte) DIGIT);
        kinds['_'] = UNDERSCORE;
        return kinds;
    }

    /** What a char is within a word; nothing where it is no part of one. */
    private static int kind(char c) {
        if (c < 0x80) {
            return KINDS[c];
        }
        if (Character.isLetterOrDigit(c)) {
            return Character.isUpperCase(c) ? CAPITAL : SMALL;
        }
        return Character.getType(c) == Character.NON_SPACING_MARK ? SMALL : NONE;
    }

    static boolean isWord(char c) {
        return kind(c) != NONE;
    }

    /** The start of the next word from an index on; the length of the text where none follows. */
    int next(int from) {
        int i = from;
        while (i < text.length && kind(text[i]) == NONE) {
            i++;
        }
        return i;
    }

    /** Reads the word that begins here; gives the index behind it. */
    int read(int from) {
        start = from;
        upper = 0;
        digits = 0;
        other = 0;
        camel = false;
        seen = 0;
        dashed = false;
        int marks = 0;
        int code = 0;
        int end = from;
        while (end < text.length) {
            char c = text[end];
            int kind = kind(c);
            if (kind != SMALL) {
                if (kind != NONE) {
                    count(kind, end, end - start - upper - digits - other - marks);
                } else if (joins(c, end)) {
                    marks++;
                    dashed |= c == '-';
                } else {
                    break;
                }
            }
            char plain = kind == CAPITAL ? Letters.small(c) : c;
            small[end++] = plain;
            seen |= plain;
            code = 31 * code + plain;
        }
        hash = code;
        lower = end - start - upper - digits - other - marks;
        return end;
    }

    /** Whether an apostrophe or a dash here is a part of the word. */
    private boolean joins(char c, int at) {
        return (c == '\'' || c == '\u2019' || c == '-')
                && at > start
                && at + 1 < text.length
                && digits == 0
                && Character.isLetter(text[at + 1])
                && !isPossessive(at + 1);
    }

    private void count(int kind, int at, int smallBefore) {
        switch (kind) {
            case CAPITAL -> {
                upper++;
                camel |= smallBefore > 0 && Character.isLowerCase(text[at - 1]) && !isPrefix(at);
            }
            case DIGIT -> digits++;
            default -> other++;
        }
    }

    /** Whether a capital may follow what begins a surname: McCathie, MacDonald, DeVito. */
    private boolean isPrefix(int end) {
        return end - start <= LONGEST_PREFIX
                && FIRST_OF_PREFIX.indexOf(text[start]) >= 0
                && PREFIXES.contains(new String(text, start, end - start));
    }

    /** The s of a genitive is no part of the word. */
    private boolean isPossessive(int at) {
        return (text[at] == 's' || text[at] == 'S') && (at + 1 >= text.length || !Character.isLetter(text[at + 1]));
    }

    /** How the word that was read is written. */
    Words.Case written() {
        if (digits > 0 && upper + lower + other == 0) {
            return Words.Case.NUMBER;
        }
        if (digits > 0 || other > 0 || camel) {
            return Words.Case.MIXED;
        }
        if (upper == 0) {
            return Words.Case.SMALL;
        }
        if (lower == 0) {
            return upper == 1 ? Words.Case.INITIAL : Words.Case.CAPITALS;
        }
        return Character.isUpperCase(text[start]) ? Words.Case.CAPITAL : Words.Case.MIXED;
    }

    boolean isAscii() {
        return seen < 0x80;
    }

    /** Whether a dash is within. */
    boolean isJoined() {
        return dashed;
    }

    /** Of a word of ASCII the hash of its folded form. */
    int hash() {
        return hash;
    }

    /** The text in small letters of ASCII where words are. */
    char[] small() {
        return small;
    }
}
