package dev.logmill.curation.privacy.detect;

import java.util.Optional;

/**
 * One number of degrees as latitude or longitude are written: 48.20849, -16.3738, 48.2085° N, 48°12'30.5"N.
 *
 * @param start index of its sign or first digit
 * @param end index after its last char
 * @param nextRun the first run of digits that is none of its own
 * @param value degrees without sign; minutes and seconds are left out
 * @param decimals of the degrees
 * @param compass a letter of the compass stands behind
 */
record Degrees(int start, int end, int nextRun, double value, int decimals, boolean compass) {
    /** About ten metres; a number with fewer is rather any other number. */
    static final int LEAST_DECIMALS = 4;

    /** The one that begins with a run of digits: with enough decimals, or with a letter of the compass. */
    static Optional<Degrees> at(Scan scan, int run) {
        String text = scan.text();
        int digit = scan.start(run);
        if (scan.length(run) > 3
                || !mayGoOn(text, scan.end(run))
                || Letters.wordBefore(text, digit)
                || (digit > 0 && text.charAt(digit - 1) == '.')) {
            return Optional.empty();
        }
        boolean sign = digit > 0
                && (text.charAt(digit - 1) == '-'
                        || text.charAt(digit - 1) == '+'
                        || text.charAt(digit - 1) == '\u2212');
        int next = run + 1;
        int end = scan.end(run);
        int decimals = 0;
        if (next < scan.runs() && scan.start(next) == end + 1 && text.charAt(end) == '.') {
            decimals = scan.length(next);
            end = scan.end(next++);
        }
        // Minutes and seconds, each with decimals at most.
        int last = end;
        while (next < scan.runs() && scan.start(next) - last <= 3 && isMarks(text, last, scan.start(next))) {
            last = scan.end(next++);
        }
        int letter = behindMarks(text, last);
        boolean compass = letter > last - 1
                && letter < text.length()
                && "NSEWO".indexOf(text.charAt(letter)) >= 0
                && !Letters.wordAt(text, letter + 1)
                && (decimals > 0 || letter > last);
        if (!compass) {
            int own = decimals > 0 ? run + 2 : run + 1;
            return decimals < LEAST_DECIMALS || Letters.wordAt(text, end) || isNextDecimal(text, end)
                    ? Optional.empty()
                    : Optional.of(
                            new Degrees(sign ? digit - 1 : digit, end, own, value(text, digit, end), decimals, false));
        }
        return Optional.of(
                new Degrees(sign ? digit - 1 : digit, letter + 1, next, value(text, digit, end), decimals, true));
    }

    /** Whether decimals stand behind a number, or a mark, or a space before a letter of the compass: no other number is one of these. */
    private static boolean mayGoOn(String text, int end) {
        if (end == text.length()) {
            return false;
        }
        char c = text.charAt(end);
        return c == '.' ? Letters.digitAt(text, end + 1) : c == ' ' || isMark(c);
    }

    private static boolean isNextDecimal(String text, int end) {
        return end < text.length() && text.charAt(end) == '.' && Letters.digitAt(text, end + 1);
    }

    private static double value(String text, int start, int end) {
        return end - start > 24 ? 999 : Double.parseDouble(text.substring(start, end));
    }

    /** Signs of degrees, minutes or seconds, or the point of decimals, between two numbers. */
    private static boolean isMarks(String text, int from, int to) {
        boolean mark = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            mark |= isMark(c) || c == '.';
            if (!isMark(c) && c != ' ' && c != '.') {
                return false;
            }
        }
        return mark;
    }

    private static boolean isMark(char c) {
        return "\u00b0\u00ba'\"\u2032\u2033\u2019\u201d".indexOf(c) >= 0;
    }

    private static int behindMarks(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < 4 && (isMark(text.charAt(i)) || text.charAt(i) == ' ')) {
            i++;
        }
        return i;
    }
}
