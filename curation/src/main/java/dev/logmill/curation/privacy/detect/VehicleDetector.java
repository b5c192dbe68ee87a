package dev.logmill.curation.privacy.detect;

import java.util.function.Consumer;

/**
 * Vehicle identification numbers that nothing calls so (ISO 3779): 17 capitals and digits that end in four digits, with the check
 * digit that those of North America have in the ninth place (49 CFR 565.15). Others are found by what they are called.
 */
public final class VehicleDetector implements Detector {
    private static final int LENGTH = 17;
    private static final int LEAST_SERIAL = 4;
    private static final int LEAST_LETTERS = 3;
    private static final int CHECK = 8;
    private static final int[] WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};

    /** What each letter counts, from A on; none of I, O and Q is in one. */
    private static final int[] COUNTS = {1, 2, 3, 4, 5, 6, 7, 8, -1, 1, 2, 3, 4, 5, -1, 7, -1, 9, 2, 3, 4, 5, 6, 7, 8, 9
    };

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() > LEAST_SERIAL && signs.capitals();
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        String text = scan.text();
        for (int run = 0; run < scan.runs(); run++) {
            int end = scan.end(run);
            int start = end - LENGTH;
            if (scan.length(run) >= LEAST_SERIAL && start >= 0 && start < scan.start(run) && isOne(text, start, end)) {
                sink.accept(new Finding("VEHICLE", start, end, text.substring(start, end)));
            }
        }
    }

    private static boolean isOne(String text, int start, int end) {
        if (Letters.wordAt(text, end) || isJoined(text, start - 1) || isJoined(text, end)) {
            return false;
        }
        int sum = 0;
        int letters = 0;
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(start + i);
            boolean letter = c >= 'A' && c <= 'Z';
            int counts = letter ? COUNTS[c - 'A'] : Letters.isDigit(c) ? c - '0' : -1;
            if (counts < 0) {
                return false;
            }
            letters += letter ? 1 : 0;
            sum += counts * WEIGHTS[i];
        }
        char check = sum % 11 == 10 ? 'X' : (char) ('0' + sum % 11);
        return letters >= LEAST_LETTERS && text.charAt(start + CHECK) == check;
    }

    /** Whether it is a part of something longer: a path, a key, a token. */
    private static boolean isJoined(String text, int index) {
        if (index < 0 || index >= text.length()) {
            return false;
        }
        char c = text.charAt(index);
        boolean stop = c == '.' && (index + 1 == text.length() || text.charAt(index + 1) <= ' ');
        return !stop && (Letters.isWord(c) || "-/+=.$%&#@".indexOf(c) >= 0);
    }
}
