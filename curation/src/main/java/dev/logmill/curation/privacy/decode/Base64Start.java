package dev.logmill.curation.privacy.decode;

import java.util.Arrays;

/**
 * Whether the first chars of a run of base64 can be text, told without a copy: of words and names in camel case, which look like
 * base64, nearly none can.
 */
final class Base64Start {
    /** Groups of four chars that are looked at. */
    private static final int GROUPS = 8;

    /** Chars from which on text in other charsets than UTF-8 is looked for: six bytes of anything are too often some. */
    private static final int LONG = 16;

    private static final int NONE = 0x40;

    /** The six bits of each char of ASCII, in base64 or base64url. */
    private static final byte[] BITS = bits();

    private Base64Start() {}

    private static byte[] bits() {
        byte[] bits = new byte[0x80];
        Arrays.fill(bits, (byte) NONE);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < digits.length(); i++) {
            bits[digits.charAt(i)] = (byte) i;
        }
        bits['-'] = bits['+'];
        bits['_'] = bits['/'];
        return bits;
    }

    /** Whether a char is a digit of base64 or base64url; padding is none. */
    static boolean isDigit(char c) {
        return c < BITS.length && BITS[c] != NONE;
    }

    /** The three bytes of the four chars from an index on. */
    private static int group(String text, int at) {
        return BITS[text.charAt(at)] << 18
                | BITS[text.charAt(at + 1)] << 12
                | BITS[text.charAt(at + 2)] << 6
                | BITS[text.charAt(at + 3)];
    }

    /** The first byte of at least four chars, or the second, third. */
    static int octet(String text, int start, int index) {
        return (group(text, start) >> (16 - 8 * index)) & 0xff;
    }

    /** False where the first bytes can be no part of a text in any of the charsets of {@link WrittenIn}. */
    static boolean isOfText(String text, int start, int end) {
        return isUtf8(text, start, end) || (end - start >= LONG && isOther(text, start, end));
    }

    private static boolean isUtf8(String text, int start, int end) {
        int following = 0;
        for (int i = start; i + 4 <= end && i - start < 4 * GROUPS; i += 4) {
            int group = group(text, i);
            for (int shift = 16; shift >= 0; shift -= 8) {
                following = following((group >> shift) & 0xff, following);
                if (following < 0) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Every second byte of most is zero, or most are ASCII and none is a control. */
    private static boolean isOther(String text, int start, int end) {
        int[] zeros = new int[2];
        int ascii = 0;
        int size = 0;
        for (int i = start; i + 4 <= end && i - start < 4 * GROUPS; i += 4) {
            int group = group(text, i);
            for (int shift = 16; shift >= 0; shift -= 8) {
                int octet = (group >> shift) & 0xff;
                zeros[size % 2] += octet == 0 ? 1 : 0;
                ascii += octet < 0x80 && following(octet, 0) == 0 ? 1 : 0;
                size++;
            }
        }
        return 4 * Math.max(zeros[0], zeros[1]) >= size || 4 * ascii >= 3 * size;
    }

    /**
     * How many bytes must follow for a char to be whole; -1 where the byte cannot stand here.
     *
     * @param due how many had to follow before it
     */
    private static int following(int octet, int due) {
        if (due > 0) {
            return octet >= 0x80 && octet < 0xc0 ? due - 1 : -1;
        }
        if (octet < 0x80) {
            return octet >= ' ' ? (octet == 0x7f ? -1 : 0) : octet == '\n' || octet == '\r' || octet == '\t' ? 0 : -1;
        }
        return octet < 0xc2 || octet > 0xf4 ? -1 : octet < 0xe0 ? 1 : octet < 0xf0 ? 2 : 3;
    }
}
