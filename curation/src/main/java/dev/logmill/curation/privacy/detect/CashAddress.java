package dev.logmill.curation.privacy.detect;

/** Addresses of Bitcoin Cash: 42 digits of base 32, eight of which are a checksum over them and the name of the network. */
final class CashAddress {
    private static final String DIGITS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
    private static final String NETWORK = "bitcoincash";
    private static final long[] GENERATOR = {0x98f2bc8e61L, 0x79b76d99e2L, 0xf33e5fb3c4L, 0xae2eabe2a8L, 0x1e4f43e470L};
    private static final int LENGTH = 42;

    private CashAddress() {}

    /** Whether a word, in small letters, is one, without the network's name and the colon that may stand before. */
    static boolean is(String word) {
        if (word.length() != LENGTH || "qp".indexOf(word.charAt(0)) < 0) {
            return false;
        }
        long check = 1;
        for (int i = 0; i < NETWORK.length(); i++) {
            check = step(check, NETWORK.charAt(i) & 31);
        }
        check = step(check, 0);
        for (int i = 0; i < word.length(); i++) {
            int digit = DIGITS.indexOf(word.charAt(i));
            if (digit < 0) {
                return false;
            }
            check = step(check, digit);
        }
        return check == 1;
    }

    private static long step(long check, int value) {
        long next = (check & 0x07ffffffffL) << 5 ^ value;
        for (int bit = 0; bit < GENERATOR.length; bit++) {
            next ^= (check >> 35 >> bit & 1) == 1 ? GENERATOR[bit] : 0;
        }
        return next;
    }
}
