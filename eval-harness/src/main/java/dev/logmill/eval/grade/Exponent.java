package dev.logmill.eval.grade;

/**
 * The power of ten behind a number.
 *
 * @param exponent 0 where there is none
 * @param digits how many it is written with; 0 where there is none
 * @param end behind it
 */
record Exponent(int exponent, int digits, int end) {
    private static final int MAX_DIGITS = 4;
    private static final String TIMES = "\u00d7xX*\u00b7";

    /** Whether nobody means so much. */
    boolean isTooLarge() {
        return digits > MAX_DIGITS;
    }

    /** The power that a text has right behind a number: {@code e5}, {@code E-4} or {@code × 10^5}. */
    static Exponent after(String text, int at) {
        int from;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            from = at + 1;
        } else {
            int times = afterSpaces(text, at);
            boolean is = times < text.length() && TIMES.indexOf(text.charAt(times)) >= 0;
            int ten = is ? afterSpaces(text, times + 1) : times;
            if (!is || !text.startsWith("10^", ten)) {
                return new Exponent(0, 0, at);
            }
            from = ten + 3;
        }
        int first = from < text.length() && "+-".indexOf(text.charAt(from)) >= 0 ? from + 1 : from;
        int end = first;
        while (DigitRun.isDigit(text, end)) {
            end++;
        }
        if (end == first || end - first > MAX_DIGITS) {
            return new Exponent(0, end - first, end == first ? at : end);
        }
        int exponent = Integer.parseInt(text.substring(first, end));
        return new Exponent(text.charAt(from) == '-' ? -exponent : exponent, end - first, end);
    }

    private static int afterSpaces(String text, int from) {
        int i = from;
        while (i < text.length() && text.charAt(i) == ' ') {
            i++;
        }
        return i;
    }
}
