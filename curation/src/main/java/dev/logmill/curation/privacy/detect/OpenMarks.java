package dev.logmill.curation.privacy.detect;

/** The brackets and quotes that a line opened before a place and did not close: what closes one behind ends what stands there. */
final class OpenMarks {
    /** Chars of the line before that are looked at. */
    private static final int REACH = 200;

    private static final String QUOTES = "\"'`";
    private static final String OPENING = "([{<";
    private static final String CLOSING = ")]}>";

    private final boolean[] quotes = new boolean[QUOTES.length()];
    private final int[] before = new int[OPENING.length()];
    private final int[] within = new int[OPENING.length()];

    private OpenMarks() {}

    static OpenMarks before(String text, int index) {
        int from = index;
        while (from > 0 && index - from < REACH && text.charAt(from - 1) != '\n') {
            from--;
        }
        OpenMarks marks = new OpenMarks();
        for (int i = from; i < index; i++) {
            char c = text.charAt(i);
            int quote = QUOTES.indexOf(c);
            int opens = OPENING.indexOf(c);
            int closes = CLOSING.indexOf(c);
            if (quote >= 0) {
                marks.quotes[quote] ^= !isApostrophe(text, i);
            } else if (opens >= 0) {
                marks.before[opens]++;
            } else if (closes >= 0) {
                marks.before[closes] = Math.max(0, marks.before[closes] - 1);
            }
        }
        return marks;
    }

    private static boolean isApostrophe(String text, int at) {
        return text.charAt(at) == '\''
                && at > 0
                && at + 1 < text.length()
                && Character.isLetter(text.charAt(at - 1))
                && Character.isLetter(text.charAt(at + 1));
    }

    /** Whether a char behind closes what was opened before; brackets are to be told one after the other, as some open and close within. */
    boolean isClosedBy(char c) {
        if (isQuote(c)) {
            return quotes[QUOTES.indexOf(c)];
        }
        int opens = OPENING.indexOf(c);
        int closes = CLOSING.indexOf(c);
        if (opens >= 0) {
            within[opens]++;
        } else if (closes >= 0 && within[closes] > 0) {
            within[closes]--;
            return false;
        }
        return closes >= 0 && before[closes] > 0;
    }

    static boolean isQuote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }
}
