package dev.logmill.curation.privacy.detect;

/** A day as Python prints it: {@code datetime.date(1979, 8, 23)}. */
final class CodeDate {
    private static final int YEAR = 4;
    private static final String NAME = "date(";
    private static final String TIMED = "datetime(";
    private static final String MODULE = "datetime.";

    private CodeDate() {}

    /** Index after the day of the one whose year begins here; -1 where none does. */
    static int end(String text, int year) {
        if (start(text, year) == year) {
            return -1;
        }
        int month = behindComma(text, year + YEAR);
        int monthEnd = digitsEnd(text, month);
        int day = behindComma(text, monthEnd);
        int dayEnd = digitsEnd(text, day);
        boolean whole = month > year && monthEnd > month && day > monthEnd && dayEnd > day;
        return whole && dayEnd < text.length() && "),".indexOf(text.charAt(dayEnd)) >= 0 ? dayEnd : -1;
    }

    /** Index of the call whose first argument begins here; the index itself, where none is. */
    static int start(String text, int year) {
        for (String name : new String[] {TIMED, NAME}) {
            int start = year - name.length();
            if (text.startsWith(name, Math.max(0, start)) && start >= 0) {
                return text.startsWith(MODULE, start - MODULE.length()) ? start - MODULE.length() : start;
            }
        }
        return year;
    }

    private static int behindComma(String text, int comma) {
        return text.startsWith(", ", comma) ? comma + 2 : text.startsWith(",", comma) ? comma + 1 : comma;
    }

    /** One digit or two. */
    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end - from < 2 && Letters.digitAt(text, end)) {
            end++;
        }
        return end;
    }
}
