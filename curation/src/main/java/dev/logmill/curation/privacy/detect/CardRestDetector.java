package dev.logmill.curation.privacy.detect;

import java.util.function.Consumer;

/** Month and year right behind the number of a card, and the code of the card behind them: 4111 1111 1111 1111, 09/27, 737. */
public final class CardRestDetector implements Detector {
    private static final int LEAST_DIGITS = 13;
    private static final int MOST_DIGITS = 19;
    private static final int MONTHS = 12;

    /** Marks between the number, the date and the code. */
    private static final int WIDEST_GAP = 3;

    private static final String MARKS = " ,;|/\n\t";

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= LEAST_DIGITS + 3;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        for (int run = 1; run + 1 < scan.runs(); run++) {
            if (isExpiry(scan, run) && isGap(scan, run) && isBehindCard(scan, run)) {
                accept("EXPIRY", scan, run, run + 1, sink);
                int code = run + 2;
                boolean three = code < scan.runs() && (scan.length(code) == 3 || scan.length(code) == 4);
                if (three && isGap(scan, code) && standsFree(scan, code)) {
                    accept("SECRET", scan, code, code, sink);
                }
            }
        }
    }

    /** Month and year with one mark between. */
    private static boolean isExpiry(Scan scan, int run) {
        String text = scan.text();
        int end = scan.end(run);
        boolean parted = scan.start(run + 1) == end + 1 && "/-.|".indexOf(text.charAt(end)) >= 0;
        if (!parted || scan.length(run) > 2 || !standsFree(scan, run + 1)) {
            return false;
        }
        int month = Integer.parseInt(text, scan.start(run), end, 10);
        boolean year =
                scan.length(run + 1) == 2 || (scan.length(run + 1) == 4 && text.startsWith("20", scan.start(run + 1)));
        return month >= 1 && month <= MONTHS && year;
    }

    private static boolean standsFree(Scan scan, int run) {
        String text = scan.text();
        int end = scan.end(run);
        boolean goesOn = end < text.length() && "/-.".indexOf(text.charAt(end)) >= 0 && Letters.digitAt(text, end + 1);
        return !goesOn && !Letters.wordAt(text, end);
    }

    /** Whether marks alone stand before a run. */
    private static boolean isGap(Scan scan, int run) {
        int from = scan.end(run - 1);
        int to = scan.start(run);
        boolean marks = to - from <= WIDEST_GAP;
        for (int i = from; marks && i < to; i++) {
            marks = MARKS.indexOf(scan.text().charAt(i)) >= 0;
        }
        return marks;
    }

    /** Whether the runs before, with one separator between each two, are the number of a card. */
    private static boolean isBehindCard(Scan scan, int run) {
        int first = run - 1;
        int digits = scan.length(first);
        while (first > 0
                && digits < MOST_DIGITS
                && scan.start(first) - scan.end(first - 1) == 1
                && Letters.isSeparator(scan.text().charAt(scan.end(first - 1)))) {
            first--;
            digits += scan.length(first);
        }
        String number = DigitGroups.digits(scan.text(), scan.start(first), scan.end(run - 1));
        return number.length() >= LEAST_DIGITS && number.length() <= MOST_DIGITS && CardDetector.luhn(number);
    }

    private static void accept(String type, Scan scan, int first, int last, Consumer<Finding> sink) {
        int start = scan.start(first);
        int end = scan.end(last);
        sink.accept(new Finding(type, start, end, scan.text().substring(start, end)));
    }
}
