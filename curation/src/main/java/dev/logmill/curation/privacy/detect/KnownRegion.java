package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A state that is a given name too, where it fills a cell alone or stands behind what calls it a region: {@code 1,Victoria,3}. */
final class KnownRegion {
    private static final Set<String> STATES = Phrases.of(
            "victoria|virginia|georgia|alberta|carolina|dakota|geneva|florida|montana|valencia|lorraine|sinaloa");
    private static final List<String> CALLS =
            List.of("region", "state", "province", "territory", "county", "district", "location", "area");
    private static final String MARKS = ",;\t|";
    private static final int REACH = 16;

    private KnownRegion() {}

    /** Whether the name that stands between two indices of a text is one. */
    static boolean is(String text, int start, int end, String name) {
        return STATES.contains(name) && (isCell(text, start, end) || isCalled(text, start));
    }

    /** Whether all of the text under a JSON key that calls it a region is one. */
    static boolean isUnder(String label, String text) {
        String key = Label.plain(label);
        return !key.isEmpty()
                && CALLS.stream().anyMatch(key::endsWith)
                && STATES.contains(text.toLowerCase(Locale.ROOT));
    }

    private static boolean isCell(String text, int start, int end) {
        boolean begins = start > 0 && MARKS.indexOf(text.charAt(start - 1)) >= 0;
        boolean ends = end == text.length() || (MARKS + "\r\n").indexOf(text.charAt(end)) >= 0;
        boolean row = text.startsWith("| ", start - 2) && text.startsWith(" |", end);
        return (begins && ends) || row;
    }

    private static boolean isCalled(String text, int start) {
        String before = text.substring(Math.max(0, start - REACH), start).toLowerCase(Locale.ROOT);
        int last = before.length();
        while (last > 0 && " :=\"'\\".indexOf(before.charAt(last - 1)) >= 0) {
            last--;
        }
        String word = before.substring(0, last);
        return last < before.length() && CALLS.stream().anyMatch(word::endsWith);
    }
}
