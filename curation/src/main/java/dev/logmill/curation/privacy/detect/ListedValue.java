package dev.logmill.curation.privacy.detect;

import java.util.List;

/**
 * Values behind one that was found, which are of what it is: "MRNs 4829103, 4829104 and 4829105", "passport X4829103 (old one
 * Y4829104)". Each is of the same form, digit for digit and letter for letter, and a comma, a word or the mark of a list parts the two.
 */
final class ListedValue {
    /** Told of each. */
    interface Sink {
        void accept(int start, int end);
    }

    private static final List<String> JOINTS = List.of(
            ", and ", ", or ", ", ", "; ", " and ", " und ", " et ", " y ", " e ", " en ", " og ", " och ", " i ",
            " or ", " oder ", " ou ", " o ", " & ", " / ", "/", " | ");

    /** Between a value and that of somebody else, or one that was before. */
    private static final List<String> OTHERS = List.of(
            " / spouse ",
            ", spouse ",
            " / wife ",
            " / husband ",
            " / partner ",
            " (old one ",
            " (old one: ",
            " (old ",
            " (old: ",
            " (new ",
            " (new: ",
            " (previously ",
            " (previous: ",
            " (formerly ",
            " (was ",
            ", old ",
            ", new ",
            " (alt ",
            " (alt\u00e9r ",
            " (alte ");

    private static final String MARKS = "-*\u2022";
    private static final int MOST = 200;
    private static final int YEAR = 4;
    private static final int DAY = 8;
    private static final int MOST_INDENT = 8;

    private ListedValue() {}

    /** Tells those behind the one between two indices; gives the end of the last, or of the one where none is. */
    static int behind(String text, int start, int end, Sink sink) {
        int first = start;
        int last = end;
        for (int count = 0; count < MOST; count++) {
            int next = next(text, first, last);
            int nextEnd = next < 0 ? -1 : sameEnd(text, first, last, next);
            if (nextEnd < 0) {
                return last;
            }
            sink.accept(next, nextEnd);
            first = next;
            last = nextEnd;
        }
        return last;
    }

    /** Where another one would begin behind one; -1 where nothing parts the two. */
    static int next(String text, int start, int end) {
        int item = item(text, start, end);
        if (item > 0) {
            return item;
        }
        int next = behindAny(text, end, OTHERS);
        next = next < 0 ? behindAny(text, end, JOINTS) : next;
        return next < text.length() ? next : -1;
    }

    private static int behindAny(String text, int from, List<String> joints) {
        for (String joint : joints) {
            if (text.startsWith(joint, from)) {
                return from + joint.length();
            }
        }
        return -1;
    }

    /** Behind the mark of the next line, where the same mark or number is before the one here; -1 where none is. */
    private static int item(String text, int start, int end) {
        int line = text.startsWith("\r\n", end) ? end + 2 : end + 1;
        if (end >= text.length() || "\r\n".indexOf(text.charAt(end)) < 0) {
            return -1;
        }
        int here = start;
        while (here > 0 && start - here < 2 && text.charAt(here - 1) == ' ') {
            here--;
        }
        int mark = line;
        while (mark < text.length() && mark - line < MOST_INDENT && text.charAt(mark) == ' ') {
            mark++;
        }
        int behind = mark;
        while (Letters.digitAt(text, behind) && behind - mark < 3) {
            behind++;
        }
        boolean numbered = behind > mark && behind < text.length() && ".)".indexOf(text.charAt(behind)) >= 0;
        boolean marked = mark < text.length() && MARKS.indexOf(text.charAt(mark)) >= 0;
        if (!numbered && !marked) {
            return -1;
        }
        char sign = text.charAt(numbered ? behind : mark);
        int next = numbered ? behind + 1 : mark + 1;
        boolean same = here > 0 && text.charAt(here - 1) == sign;
        return same && text.startsWith(" ", next) && next + 1 < text.length() ? next + 1 : -1;
    }

    /** The end of what begins at an index and is of the form of what stands between two others; -1 where it is of another. */
    static int sameEnd(String text, int start, int end, int other) {
        int otherEnd = alike(text, start, end, other, false);
        if (otherEnd < 0) {
            otherEnd = alike(text, start, end, other, true);
        }
        boolean whole = otherEnd > 0 && !Letters.wordBefore(text, other) && !goesOn(text, otherEnd);
        return whole && !isDate(text.substring(other, otherEnd)) ? otherEnd : -1;
    }

    /** @param compact whether what parts the digits of the one is not with the other */
    private static int alike(String text, int start, int end, int other, boolean compact) {
        int at = other;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            boolean word = Letters.isDigit(c) || Letters.isAsciiLetter(c);
            if (compact && !word) {
                continue;
            }
            if (at >= text.length() || !isAlike(c, text.charAt(at))) {
                return -1;
            }
            at++;
        }
        return at;
    }

    private static boolean isAlike(char one, char other) {
        if (Letters.isDigit(one)) {
            return Letters.isDigit(other);
        }
        return Letters.isAsciiLetter(one)
                ? Letters.isAsciiLetter(other) && Character.isUpperCase(one) == Character.isUpperCase(other)
                : one == other || (Letters.isSeparator(one) && Letters.isSeparator(other));
    }

    private static boolean goesOn(String text, int end) {
        boolean parted = end + 1 < text.length()
                && ".-/:".indexOf(text.charAt(end)) >= 0
                && Character.isLetterOrDigit(text.charAt(end + 1));
        return Letters.wordAt(text, end) || (parted && text.charAt(end) != '/') || text.startsWith("%", end);
    }

    /** A year alone or a day without marks, which a sentence may go on with. */
    private static boolean isDate(String value) {
        boolean century = value.startsWith("19") || value.startsWith("20");
        boolean digits = value.chars().allMatch(c -> Letters.isDigit((char) c));
        return digits
                && century
                && (value.length() == YEAR || (value.length() == DAY && CheckDigits.isDate(value, 2, 4, 6)));
    }
}
