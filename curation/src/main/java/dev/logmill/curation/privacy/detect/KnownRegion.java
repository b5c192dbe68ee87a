package dev.logmill.curation.privacy.detect;

import com.google.re2j.Pattern;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A state that is a given name too, where it fills a cell of a column that is called a region, or stands behind what calls it a region: {@code 1,Victoria,3}. */
final class KnownRegion {
    private static final Set<String> STATES = Phrases.of(
            "victoria|virginia|georgia|alberta|carolina|dakota|geneva|florida|montana|valencia|lorraine|sinaloa");
    private static final List<String> CALLS =
            List.of("region", "state", "province", "territory", "county", "district", "location", "area");
    private static final String MARKS = ",;\t|";
    private static final int REACH = 16;
    private static final int LONGEST_ROW = 1000;

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

    /** Whether it fills a cell, and the first line has in that column what calls it a region. */
    private static boolean isCell(String text, int start, int end) {
        int before = start > 1 && text.charAt(start - 1) == ' ' ? start - 2 : start - 1;
        int behind = text.startsWith(" |", end) ? end + 1 : end;
        boolean ends = behind >= text.length() || (MARKS + "\r\n").indexOf(text.charAt(behind)) >= 0;
        if (before < 0 || !ends || MARKS.indexOf(text.charAt(before)) < 0) {
            return false;
        }
        char mark = text.charAt(before);
        String row = text.substring(Math.max(0, start - LONGEST_ROW), start);
        int line = row.lastIndexOf('\n');
        long column = row.substring(line + 1).chars().filter(c -> c == mark).count();
        String begins = text.substring(0, Math.min(text.length(), LONGEST_ROW));
        String head = begins.substring(0, Math.max(0, begins.indexOf('\n')));
        String[] columns = head.toLowerCase(Locale.ROOT).split(Pattern.quote(String.valueOf(mark)), -1);
        return line >= 0 && column < columns.length && isCall(columns[(int) column].strip());
    }

    private static boolean isCalled(String text, int start) {
        String before = text.substring(Math.max(0, start - REACH), start).toLowerCase(Locale.ROOT);
        int last = before.length();
        while (last > 0 && " :=\"'\\".indexOf(before.charAt(last - 1)) >= 0) {
            last--;
        }
        String word = before.substring(0, last);
        return last < before.length() && isCall(word);
    }

    private static boolean isCall(String word) {
        return CALLS.stream().anyMatch(word::endsWith);
    }
}
