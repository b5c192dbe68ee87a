package dev.logmill.curation.privacy.detect;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

/**
 * A country or a town in a row of results, where nothing but numbers stand beside it, so that it is nobody's: {@code ('Austria', 8091800)},
 * {@code {"Canada": 3, "Mexico": 4}}, {@code {"country": "Germany", "count": 12}}, {@code | Peru | 33 |}, Rome 25C.
 */
public final class PlaceRow {
    /** The key that a place of such a row is looked at under. */
    public static final String LABEL = "count_by";

    private static final int REACH = 160;
    private static final int LONGEST = 40;
    private static final String NUMBER = "-?[0-9][0-9_,]*(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)? ?%?";

    /** The rest of a tuple or a list, from behind the quote on; a code of a country may stand in it. */
    private static final Pattern REST = Pattern.compile("^(?:, ?(?:" + NUMBER + "|None|null|'[A-Z]{2,3}'))+[)\\]]");

    private static final Pattern NEXT_ALONE = Pattern.compile("^,\\)(?:, ?)?\\(['\"]");
    private static final Pattern LAST_ALONE = Pattern.compile(",\\)(?:, ?)?\\($");
    private static final Pattern COUNT = Pattern.compile("^\\\\?['\"] ?: ?" + NUMBER + " ?[,}\\n]");
    private static final Pattern DEGREES =
            Pattern.compile("^:? \\+?-?[0-9]{1,3}(?:\\.[0-9])? ?(?:\u00b0 ?[CF]?|[CF]\\b)");
    private static final String IN_ROW = " |+\t";
    private static final Pattern CELLS =
            Pattern.compile("^ *[|\\t,] ?(?: *(?:" + NUMBER + "|NULL|None) *[|\\t,]?)+[ |]*$");
    private static final Pattern FIELD = Pattern.compile(
            "\\\\?['\"]([A-Za-z_ ]{1,30})\\\\?['\"] ?: ?(\\\\?['\"][^'\"]{0,60}['\"]|[^,{}\\[\\]]{1,30})");

    private PlaceRow() {}

    /** Whether the place that stands between two indices of a text is in one. */
    static boolean is(String text, int start, int end) {
        String behind = text.substring(end, Math.min(text.length(), end + REACH));
        if ((behind.startsWith(" ") || behind.startsWith(": "))
                && DEGREES.matcher(behind).find()) {
            return true;
        }
        char mark = start > 0 ? text.charAt(start - 1) : '\n';
        boolean quoted = (mark == '\'' || mark == '"')
                && (behind.startsWith("'") || behind.startsWith("\"") || behind.startsWith("\\"));
        return quoted ? isCell(text, start, behind) || isOfObject(text, start, end) : isLine(text, start, behind);
    }

    /** Whether a name is the whole of a place in such a row, or a part of it: ('Mar del Plata', 512880). */
    static boolean hasWithin(String text, int start, int end) {
        int first = start;
        while (first > 0 && start - first < LONGEST && "'\"\n|".indexOf(text.charAt(first - 1)) < 0) {
            first--;
        }
        int last = end;
        while (last < text.length() && last - end < LONGEST && "'\"\n|".indexOf(text.charAt(last)) < 0) {
            last++;
        }
        String cell = text.substring(first, last);
        int from = first + cell.length() - cell.stripLeading().length();
        boolean surname = from == start && isName(text, start);
        return !surname
                && PlaceFields.isListed(cell)
                && is(text, from, from + cell.strip().length());
    }

    private static boolean isCell(String text, int start, String behind) {
        if (COUNT.matcher(behind).find()) {
            return true;
        }
        String before = text.substring(Math.max(0, start - 10), start - 1);
        boolean first = before.endsWith("(") || before.endsWith("[");
        String rest = behind.substring(1);
        // A row of one cell tells of a list of places where it is not the only one.
        return first
                && (REST.matcher(rest).find()
                        || (rest.startsWith(",)")
                                && !isName(text, start)
                                && (NEXT_ALONE.matcher(rest).find()
                                        || LAST_ALONE.matcher(before).find())));
    }

    /** A list of surnames may have one that is a town too. */
    private static boolean isName(String text, int start) {
        int end = start;
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
            end++;
        }
        boolean whole = end < text.length() && "'\"".indexOf(text.charAt(end)) >= 0;
        return whole && Lexicon.is(Folded.of(text.substring(start, end)), Lexicon.GIVEN | Lexicon.SURNAME);
    }

    /** All other cells of a line are numbers. */
    private static boolean isLine(String text, int start, String behind) {
        int line = Letters.lineStart(text, start, REACH + 1);
        if (start - line > REACH) {
            return false;
        }
        for (int at = line; at < start; at++) {
            if (IN_ROW.indexOf(text.charAt(at)) < 0) {
                return false;
            }
        }
        int last = behind.indexOf('\n');
        return CELLS.matcher(last < 0 ? behind : behind.substring(0, last)).find();
    }

    private static boolean isOfObject(String text, int start, int end) {
        int open = start;
        while (open > 0 && start - open < REACH && "{}[]".indexOf(text.charAt(open)) < 0) {
            open--;
        }
        int close = end;
        while (close < text.length() && close - end < REACH && "{}[]".indexOf(text.charAt(close)) < 0) {
            close++;
        }
        if (text.charAt(open) != '{' || close == text.length() || text.charAt(close) != '}') {
            return false;
        }
        boolean counted = false;
        Matcher field = FIELD.matcher(text.substring(open, close));
        while (field.find()) {
            String value = field.group(2).replace("\\", "").strip();
            boolean word = value.startsWith("\"") || value.startsWith("'");
            if (!PlaceFields.mayHold(field.group(1), word ? value.substring(1, value.length() - 1) : "")) {
                return false;
            }
            boolean number = !word && !value.isEmpty() && Letters.isDigit(value.charAt(value.length() - 1));
            counted |= number && PlaceFields.isCount(field.group(1));
        }
        return counted;
    }
}
