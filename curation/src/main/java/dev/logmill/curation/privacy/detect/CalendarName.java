package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.Locale;
import java.util.Set;

/**
 * Short forms of months and days that are given names too, in a row of such (Jan, Feb, Mar; Mon-Sun), as the ends of a time (between Jan
 * and Mar; since Dec) and before a year.
 */
final class CalendarName {
    /** What parts the heads of a table, or the values of a list: {@code ", "}, {@code " | "}. */
    private static final int WIDEST_GAP = 6;

    private static final Set<String> MONTHS =
            Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");
    private static final Set<String> DAYS = Set.of("mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun");

    private static final int REACH = 24;
    private static final String MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)";
    private static final Pattern SINCE =
            Pattern.compile("(?i:\\b(?:since|until|till|mid|early|late|end of|month of)[ -]|\\b" + MONTH
                    + "(?: [0-9]{4})? (?:to|through|thru|and|or|until|till) )$");
    private static final Pattern YEAR = Pattern.compile("^\\.?,? ?(?:'[0-9]{2}|(?:1[89]|20)[0-9]{2})\\b");
    private static final Pattern TO_MONTH =
            Pattern.compile("^(?: (?:to|through|thru|and|or|until|till) | ?[-\u2013/] ?)" + MONTH + "\\b");

    private CalendarName() {}

    /** Whether the name that stands between two indices of a text is one. */
    static boolean is(String text, int start, int end) {
        String[] words = text.substring(start, end).toLowerCase(Locale.ROOT).split("[^a-z]+", -1);
        Set<String> kind = MONTHS.contains(words[0]) ? MONTHS : DAYS;
        for (String word : words) {
            if (!kind.contains(word)) {
                return false;
            }
        }
        return words.length > 1
                || (kind.equals(MONTHS) && isOfTime(text, start, end))
                || kind.contains(wordBehind(text, end))
                || kind.contains(wordBefore(text, start));
    }

    /** Since Dec, from Jan 2024, Jan to Mar: a month, which nobody is. */
    private static boolean isOfTime(String text, int start, int end) {
        return SINCE.matcher(text.substring(Math.max(0, start - REACH), start)).find()
                || YEAR.matcher(text.substring(end, Math.min(text.length(), end + REACH)))
                        .find()
                || TO_MONTH.matcher(text.substring(end, Math.min(text.length(), end + REACH)))
                        .find();
    }

    private static String wordBehind(String text, int end) {
        int start = end;
        while (start < text.length() && start - end <= WIDEST_GAP && isGap(text.charAt(start))) {
            start++;
        }
        int last = start;
        while (last < text.length() && last - start < WIDEST_GAP && Character.isLetter(text.charAt(last))) {
            last++;
        }
        return text.substring(start, last).toLowerCase(Locale.ROOT);
    }

    private static String wordBefore(String text, int start) {
        int end = start;
        while (end > 0 && start - end <= WIDEST_GAP && isGap(text.charAt(end - 1))) {
            end--;
        }
        int first = end;
        while (first > 0 && end - first < WIDEST_GAP && Character.isLetter(text.charAt(first - 1))) {
            first--;
        }
        return text.substring(first, end).toLowerCase(Locale.ROOT);
    }

    /** A stop ends a sentence, where a name may begin another. */
    private static boolean isGap(char c) {
        return !Character.isLetterOrDigit(c) && c != '.' && c != '!' && c != '?';
    }
}
