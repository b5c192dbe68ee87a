package dev.logmill.curation.privacy.detect;

import java.util.HashMap;
import java.util.Map;

/** How evenly a text uses its chars (Shannon, 1948). */
final class Entropy {
    private Entropy() {}

    /** Bits a char. */
    static double of(String text) {
        Map<Character, Integer> counts = new HashMap<>();
        for (int i = 0; i < text.length(); i++) {
            counts.merge(text.charAt(i), 1, Integer::sum);
        }
        double bits = 0;
        for (int count : counts.values()) {
            double share = (double) count / text.length();
            bits -= share * Math.log(share) / Math.log(2);
        }
        return bits;
    }
}
