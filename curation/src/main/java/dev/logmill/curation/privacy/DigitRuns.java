package dev.logmill.curation.privacy;

/** Runs of digits with single separators between them, that no word or decimal number goes on from. */
final class DigitRuns {
    private DigitRuns() {}

    /** Takes a run: its digits alone, and where it stands. */
    interface Sink {
        void run(String digits, int start, int end);
    }

    static void find(String text, String separators, Sink sink) {
        int i = 0;
        while (i < text.length()) {
            if (!Letters.isDigit(text.charAt(i))) {
                i++;
                continue;
            }
            int start = i;
            StringBuilder digits = new StringBuilder();
            int end = i;
            while (i < text.length()) {
                char c = text.charAt(i);
                if (Letters.isDigit(c)) {
                    digits.append(c);
                    end = ++i;
                } else if (separators.indexOf(c) >= 0 && i + 1 < text.length() && Letters.isDigit(text.charAt(i + 1))) {
                    i++;
                } else {
                    break;
                }
            }
            if (!Letters.wordBefore(text, start) && !Letters.wordAt(text, end) && !decimal(text, start, end)) {
                sink.run(digits.toString(), start, end);
            }
            i = Math.max(i, end);
        }
    }

    private static boolean decimal(String text, int start, int end) {
        boolean before = start > 1 && text.charAt(start - 1) == '.' && Letters.isDigit(text.charAt(start - 2));
        boolean after = end + 1 < text.length() && text.charAt(end) == '.' && Letters.isDigit(text.charAt(end + 1));
        return before || after;
    }
}
