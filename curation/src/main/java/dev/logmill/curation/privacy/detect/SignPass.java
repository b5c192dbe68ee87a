package dev.logmill.curation.privacy.detect;

import java.util.Arrays;

/** The pass over a text that {@link Scan} is made of: counts its signs and notes where digits stand in a row. */
final class SignPass {
    private static final int[] NONE = new int[0];
    private static final int FIRST_RUNS = 8;

    private static final int NOTHING = 0;
    private static final int DIGIT = 1;
    private static final int AT = 2;
    private static final int DOT = 3;
    private static final int COLON = 4;
    private static final int DASH = 5;
    private static final int CAPITAL = 6;
    private static final int HIDING = 7;
    private static final int ESCAPE = 8;
    private static final int SLASH = 9;

    /** What each char of ASCII is. */
    private static final byte[] KINDS = kinds();

    private final int[] counts = new int[SLASH + 1];
    private int digits;
    private boolean beyond;
    private int[] bounds = NONE;
    private int runs;

    private static byte[] kinds() {
        byte[] kinds = new byte[0x80];
        Arrays.fill(kinds, '0', '9' + 1, (byte) DIGIT);
        Arrays.fill(kinds, 'A', 'Z' + 1, (byte) CAPITAL);
        kinds['@'] = AT;
        kinds['.'] = DOT;
        kinds[':'] = COLON;
        kinds['-'] = DASH;
        kinds['\\'] = ESCAPE;
        kinds['/'] = SLASH;
        for (char hiding : new char[] {'%', '&', '='}) {
            kinds[hiding] = HIDING;
        }
        return kinds;
    }

    void over(String text) {
        int length = text.length();
        int i = 0;
        while (i < length) {
            char c = text.charAt(i);
            // Nearly every char of a text is a letter or a space, which one comparison or two tell.
            int kind = c < 0x80 ? KINDS[c] : beyond(c);
            if (kind == DIGIT) {
                i = digits(text, i);
            } else {
                if (kind != NOTHING) {
                    counts[kind]++;
                }
                i++;
            }
        }
    }

    private int beyond(char c) {
        beyond |= Letters.mayHide(c);
        return NOTHING;
    }

    private int digits(String text, int start) {
        int end = start + 1;
        while (Letters.digitAt(text, end)) {
            end++;
        }
        if (2 * runs == bounds.length) {
            bounds = Arrays.copyOf(bounds, Math.max(2 * FIRST_RUNS, 2 * bounds.length));
        }
        bounds[2 * runs] = start;
        bounds[2 * runs + 1] = end;
        runs++;
        digits += end - start;
        return end;
    }

    Signs signs() {
        boolean escaped = counts[ESCAPE] > 0;
        return new Signs(
                digits,
                counts[AT],
                counts[DOT],
                counts[COLON],
                counts[DASH],
                counts[CAPITAL] > 0,
                counts[SLASH] > 0,
                escaped,
                escaped || beyond || counts[HIDING] > 0,
                beyond);
    }

    /** Where each run of digits begins and ends, one after the other; longer than it has to be. */
    int[] bounds() {
        return bounds;
    }

    int runs() {
        return runs;
    }
}
