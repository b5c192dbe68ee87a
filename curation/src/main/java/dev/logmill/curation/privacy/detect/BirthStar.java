package dev.logmill.curation.privacy.detect;

import java.util.function.Consumer;

/**
 * A day behind the star that stands for a birth in German: *14.08.1952; with a space behind the star only where a name or a bracket
 * stands before, as a list begins its lines so: "Anna Huber, * 14.08.1952".
 */
final class BirthStar {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2015;

    private BirthStar() {}

    static void find(Scan scan, Consumer<Finding> sink) {
        String text = scan.text();
        for (int run = 0; run + 2 < scan.runs(); run++) {
            int start = scan.start(run);
            if (isBehindStar(text, start) && isDay(scan, run)) {
                sink.accept(DayValue.birth(text, start, scan.end(run + 2)));
            }
        }
    }

    private static boolean isBehindStar(String text, int start) {
        if (start > 0 && text.charAt(start - 1) == '*') {
            return start == 1 || " (,\n".indexOf(text.charAt(start - 2)) >= 0;
        }
        int star = start - 2;
        boolean bracket = star > 0 && text.charAt(star - 1) == '(';
        boolean name = star > 2 && text.startsWith(", ", star - 2) && Character.isLetter(text.charAt(star - 3));
        return text.startsWith("* ", star) && (bracket || name);
    }

    /** 14.08.1952, and no star behind that would make it bold. */
    private static boolean isDay(Scan scan, int run) {
        String text = scan.text();
        int end = scan.end(run + 2);
        boolean dotted = scan.length(run) <= 2
                && scan.length(run + 1) <= 2
                && scan.length(run + 2) == 4
                && isStop(text, scan.end(run), scan.start(run + 1))
                && isStop(text, scan.end(run + 1), scan.start(run + 2));
        if (!dotted || Letters.wordAt(text, end) || text.startsWith("*", end)) {
            return false;
        }
        int year = Integer.parseInt(text, scan.start(run + 2), end, 10);
        return year >= FIRST_YEAR && year <= LAST_YEAR;
    }

    private static boolean isStop(String text, int from, int to) {
        return to == from + 1 && text.charAt(from) == '.';
    }
}
