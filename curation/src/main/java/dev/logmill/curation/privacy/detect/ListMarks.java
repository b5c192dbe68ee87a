package dev.logmill.curation.privacy.detect;

import java.util.List;

/** What parts the values of a list, in a line or one in each, and stands before each of them: commas, "and", dashes, numbers, quotes. */
final class ListMarks {
    private static final int LONGEST_GAP = 12;

    private static final List<String> JOINTS = List.of(
            ", and ", ",", ";", " and ", " und ", " et ", " y ", " e ", " en ", " & ", " / ", " | ", "\n", "\r\n");

    private static final List<String> SETS = List.of("s:", "s are ");

    private ListMarks() {}

    /** Index behind the s of a plural and what sets its values, where a name in the singular ends at an index; -1 where neither is. */
    static int behindPlural(String text, int nameEnd) {
        return behindAny(text, nameEnd, SETS);
    }

    /** Behind spaces, the end of a line, and the mark or number of an item or a quote. */
    static int behindMark(String text, int from) {
        int i = from;
        while (i < text.length()
                && i - from < LONGEST_GAP
                && (Character.isWhitespace(text.charAt(i)) || isMark(text, i))) {
            i++;
        }
        return i;
    }

    private static boolean isMark(String text, int at) {
        char c = text.charAt(at);
        boolean spaced = text.startsWith(" ", at + 1);
        boolean number = Letters.isDigit(c) && (text.startsWith(". ", at + 1) || text.startsWith(") ", at + 1));
        return "\"'`[".indexOf(c) >= 0 || (spaced && "-*\u2022.)".indexOf(c) >= 0) || number;
    }

    /** Behind the quote of a value and what parts it from another; -1 where nothing does. */
    static int behindJoint(String text, int end) {
        int i = end;
        while (i < text.length() && "\"'`".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return behindAny(text, i, JOINTS);
    }

    private static int behindAny(String text, int from, List<String> some) {
        for (String one : some) {
            if (text.startsWith(one, from)) {
                return from + one.length();
            }
        }
        return -1;
    }
}
