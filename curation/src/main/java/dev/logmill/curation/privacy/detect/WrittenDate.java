package dev.logmill.curation.privacy.detect;

/** Year, month and day in some order, with or without a time behind, which look like a phone in groups. */
final class WrittenDate {
    private static final String MARKS = "-./ \u2010\u2011\u2012\u2013";

    private WrittenDate() {}

    /** Whether a number in groups is one. */
    static boolean is(String written) {
        int first = end(written, 0);
        int second = end(written, first + 1);
        int third = end(written, second + 1);
        if (second >= written.length()) {
            return false;
        }
        boolean yearFirst = isYear(written, 0, first) && second - first <= 3 && third - second <= 3;
        boolean yearLast = first <= 2 && second - first <= 3 && isYear(written, second + 1, third);
        return yearFirst || yearLast;
    }

    /** The end of the part that begins at an index. */
    private static int end(String written, int from) {
        int end = from;
        while (end < written.length() && MARKS.indexOf(written.charAt(end)) < 0) {
            end++;
        }
        return Math.min(end, written.length());
    }

    private static boolean isYear(String written, int from, int to) {
        return to - from == 4 && (written.startsWith("19", from) || written.startsWith("20", from));
    }
}
