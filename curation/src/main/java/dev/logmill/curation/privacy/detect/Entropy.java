package dev.logmill.curation.privacy.detect;

/** How evenly a text uses its chars (Shannon, 1948). */
final class Entropy {
    private Entropy() {}

    /** Bits a char; chars beyond ASCII count as one. */
    static double of(String text) {
        int[] counts = new int[0x81];
        for (int i = 0; i < text.length(); i++) {
            counts[Math.min(text.charAt(i), 0x80)]++;
        }
        double bits = 0;
        for (int count : counts) {
            double share = (double) count / text.length();
            bits -= count == 0 ? 0 : share * Math.log(share) / Math.log(2);
        }
        return bits;
    }
}
