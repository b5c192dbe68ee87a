package dev.logmill.curation.privacy.detect;

import java.util.Arrays;

/**
 * The pass over a text that {@link Scan} is made of: counts its signs and notes where digits stand in a row, where long words with
 * capitals stand, which alone can be base64, and what the text mentions. It is one pass, as the steps from word to word of what it
 * mentions wait for one another, and the rest is done meanwhile.
 */
final class SignPass {
    private static final int[] NONE = new int[0];
    private static final int FIRST_RUNS = 8;

    /** Chars of a word that can be base64 and worth a look: {@code a@b.co} takes eight. */
    private static final int LONG_WORD = 8;

    private static final int NOTHING = 0;
    private static final int DIGIT = 1;
    private static final int DASH = 2;
    private static final int CAPITAL = 3;
    private static final int SLASH = 4;

    /** From here on what parts words: all that is no digit of base64 or base64url. */
    private static final int AT = 5;

    private static final int DOT = 6;
    private static final int COLON = 7;
    private static final int HIDING = 8;
    private static final int ESCAPE = 9;
    private static final int OTHER = 10;

    /** What each char of ASCII is. */
    private static final byte[] KINDS = kinds();

    private final int[] counts = new int[OTHER + 1];
    private final Mentions mentions = new Mentions();
    private boolean beyond;
    private int[] bounds = NONE;
    private int runs;
    private int runEnd = -1;
    private int[] wordBounds = NONE;
    private int words;
    private int wordStart;

    /** Capitals before the word. */
    private int capitals;

    private static byte[] kinds() {
        byte[] kinds = new byte[0x80];
        Arrays.fill(kinds, (byte) OTHER);
        Arrays.fill(kinds, 'a', 'z' + 1, (byte) NOTHING);
        Arrays.fill(kinds, '0', '9' + 1, (byte) DIGIT);
        Arrays.fill(kinds, 'A', 'Z' + 1, (byte) CAPITAL);
        kinds['@'] = AT;
        kinds['.'] = DOT;
        kinds[':'] = COLON;
        kinds['-'] = DASH;
        kinds['\\'] = ESCAPE;
        kinds['/'] = SLASH;
        kinds['+'] = NOTHING;
        kinds['_'] = NOTHING;
        for (char hiding : new char[] {'%', '&', '='}) {
            kinds[hiding] = HIDING;
        }
        return kinds;
    }

    void over(String text) {
        int length = text.length();
        int state = 0;
        for (int i = 0; i < length; i++) {
            char c = text.charAt(i);
            state = Mentions.next(state, c);
            if (Mentions.isEnd(state)) {
                mentions.note(text, state, i + 1);
            }
            // Nearly every char of a text is a letter or a space, which one comparison or two tell.
            int kind = c < 0x80 ? KINDS[c] : beyond(c);
            if (kind != NOTHING) {
                note(kind, i);
            }
        }
        endWord(length);
    }

    private int beyond(char c) {
        beyond |= Letters.mayHide(c);
        return OTHER;
    }

    private void note(int kind, int at) {
        counts[kind]++;
        if (kind >= AT) {
            endWord(at);
        } else if (kind == DIGIT) {
            digit(at);
        }
    }

    private void endWord(int end) {
        if (end - wordStart >= LONG_WORD && counts[CAPITAL] > capitals) {
            wordBounds = withRoom(wordBounds, words);
            wordBounds[2 * words] = wordStart;
            wordBounds[2 * words + 1] = end;
            words++;
        }
        wordStart = end + 1;
        capitals = counts[CAPITAL];
    }

    private void digit(int at) {
        if (at != runEnd) {
            bounds = withRoom(bounds, runs);
            bounds[2 * runs] = at;
            runs++;
        }
        runEnd = at + 1;
        bounds[2 * runs - 1] = runEnd;
    }

    private static int[] withRoom(int[] bounds, int taken) {
        return 2 * taken < bounds.length ? bounds : Arrays.copyOf(bounds, Math.max(2 * FIRST_RUNS, 2 * bounds.length));
    }

    Signs signs() {
        boolean escaped = counts[ESCAPE] > 0;
        return new Signs(
                counts[DIGIT],
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

    /** Where each long word with capitals begins and ends, one after the other; longer than it has to be. */
    int[] wordBounds() {
        return wordBounds;
    }

    int words() {
        return words;
    }

    Mentions mentions() {
        return mentions;
    }
}
