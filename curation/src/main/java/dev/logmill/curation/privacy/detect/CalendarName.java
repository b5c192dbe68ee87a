package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** Short forms of months and days that are given names too, in a row of such: Jan, Feb, Mar; Mon-Sun. */
final class CalendarName {
    /** What parts the heads of a table, or the values of a list: {@code ", "}, {@code " | "}. */
    private static final int WIDEST_GAP = 6;

    private static final Set<String> MONTHS =
            Set.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");
    private static final Set<String> DAYS = Set.of("mon", "tue", "tues", "wed", "thu", "thurs", "fri", "sat", "sun");

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
        return words.length > 1 || kind.contains(wordBehind(text, end)) || kind.contains(wordBefore(text, start));
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
