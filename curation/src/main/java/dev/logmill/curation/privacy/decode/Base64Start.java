package dev.logmill.curation.privacy.decode;

import java.util.Arrays;

/**
 * Whether the first chars of a run of base64 can be text, told without a copy: of words and names in camel case, which look like
 * base64, nearly none can.
 */
final class Base64Start {
    /** Groups of four chars that are looked at. */
    private static final int GROUPS = 8;

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

    /** False where some of the first bytes can be no part of a text in UTF-8. */
    static boolean isOfText(String text, int start, int end) {
        int following = 0;
        for (int i = start; i + 4 <= end && i - start < 4 * GROUPS; i += 4) {
            int group = BITS[text.charAt(i)] << 18
                    | BITS[text.charAt(i + 1)] << 12
                    | BITS[text.charAt(i + 2)] << 6
                    | BITS[text.charAt(i + 3)];
            for (int shift = 16; shift >= 0; shift -= 8) {
                following = following((group >> shift) & 0xff, following);
                if (following < 0) {
                    return false;
                }
            }
        }
        return true;
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
