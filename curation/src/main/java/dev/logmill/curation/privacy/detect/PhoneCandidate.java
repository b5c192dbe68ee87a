package dev.logmill.curation.privacy.detect;

import java.util.List;

/** Groups of digits with the marks that phone numbers are written with. */
final class PhoneCandidate {
    /** A table of numbers is no phone; and no phone has more groups. */
    private static final int MOST_GROUPS = 16;

    /** Of a group that is read as a number. */
    private static final int MOST_DIGITS = 15;

    private final String text;
    private final int start;
    private final int[] ends = new int[MOST_GROUPS];
    private final int[] lengths = new int[MOST_GROUPS];
    private int groups;
    private int end;
    private boolean bracket;

    private PhoneCandidate(String text, int start) {
        this.text = text;
        this.start = start;
        this.end = start + 1;
    }

    /** The candidate that begins here; it has no groups where none does. */
    static PhoneCandidate at(String text, int start) {
        PhoneCandidate candidate = new PhoneCandidate(text, start);
        candidate.read();
        return candidate;
    }

    private void read() {
        int i = plus() ? start + 1 : start;
        while (i < text.length()) {
            char c = text.charAt(i);
            int from = i;
            if (c == '(') {
                int closing = areaEnd(text, i);
                if (closing < 0) {
                    return;
                }
                bracket = true;
                i = closing;
                add(closing - from - 2, closing);
            } else if (Letters.isDigit(c)) {
                while (Letters.digitAt(text, i)) {
                    i++;
                }
                add(i - from, i);
            } else {
                return;
            }
            boolean country = groups == 1 && plus() && start > 0 && text.charAt(start - 1) == '(';
            i = next(text, country && text.startsWith(")", i) ? i + 1 : i);
        }
    }

    private void add(int length, int to) {
        if (groups < MOST_GROUPS) {
            lengths[groups] = length;
            ends[groups] = to;
        }
        groups++;
        end = to;
    }

    /** Where the next group begins: here, or behind one mark, or two of them, or one between spaces that no date is behind. */
    private static int next(String text, int end) {
        if (text.startsWith(" / ", end) || text.startsWith(" - ", end)) {
            return isIsoDate(text, end + 3) ? end : end + 3;
        }
        int i = end;
        while (i < text.length() && i - end < 2 && isMark(text.charAt(i))) {
            i++;
        }
        return i;
    }

    /** 0.4.8 / 2014-09-28: a release and its day. */
    private static boolean isIsoDate(String text, int start) {
        return (text.startsWith("19", start) || text.startsWith("20", start))
                && text.startsWith("-", start + 4)
                && text.startsWith("-", start + 7)
                && Letters.digitAt(text, start + 9)
                && !Letters.digitAt(text, start + 10);
    }

    /** What may stand between two groups. */
    static boolean isMark(char c) {
        return c == '.' || c == '/' || Letters.isSeparator(c);
    }

    /** Behind the brackets of an area code: one to five digits in them, and more digits behind; -1 where it is none. */
    private static int areaEnd(String text, int open) {
        int i = open + 1;
        while (Letters.digitAt(text, i) && i - open < 7) {
            i++;
        }
        boolean closed = i > open + 1 && i <= open + 6 && i < text.length() && text.charAt(i) == ')';
        return closed && Letters.digitAt(text, next(text, i + 1)) ? i + 1 : -1;
    }

    int start() {
        return start;
    }

    int groups() {
        return groups;
    }

    boolean isTable() {
        return groups > MOST_GROUPS;
    }

    /** Index after all of it. */
    int end() {
        return end;
    }

    /** Index after the last of the first groups. */
    int end(int groups) {
        return ends[groups - 1];
    }

    boolean plus() {
        return text.charAt(start) == '+';
    }

    /**
     * Whether its first three groups are year, month and day with one mark between each two, and so none of its beginnings is a
     * phone, whatever it is called.
     */
    boolean isDate() {
        return groups >= 3
                && lengths[0] == 4
                && lengths[1] == 2
                && lengths[2] == 2
                && ends[0] == start + 4
                && ends[2] == start + 10
                && (text.startsWith("19", start) || text.startsWith("20", start))
                && isPlainMark(text.charAt(start + 4))
                && isPlainMark(text.charAt(start + 7));
    }

    /** Whether it begins with a decimal as 0.91: a zero, a stop and a group that no stop is behind, as is in 0.800.123.456. */
    boolean isDecimal() {
        return groups > 1
                && lengths[0] == 1
                && text.charAt(start) == '0'
                && text.charAt(ends[0]) == '.'
                && ends[0] + 1 + lengths[1] == ends[1]
                && !text.startsWith(".", ends[1]);
    }

    /** Whether its first groups are a row of numbers: a digit each, or from zero on each more than the one before. */
    boolean isRow(int groups) {
        boolean digits = true;
        boolean more = lengths[0] == 1 && trunk() && !bracket;
        for (int group = 1; group < groups; group++) {
            digits &= lengths[group] == 1 && lengths[0] == 1;
            more = more && number(group) > number(group - 1);
        }
        return digits || more;
    }

    private long number(int group) {
        return lengths[group] > MOST_DIGITS ? 0 : Long.parseLong(text, ends[group] - lengths[group], ends[group], 10);
    }

    private static boolean isPlainMark(char c) {
        return c == '-' || c == '/' || c == '.';
    }

    /** Behind a plus, or behind {@code 00} and in groups. */
    boolean international() {
        return plus() || (text.startsWith("00", start) && !text.startsWith("000", start) && groups > 1);
    }

    /** Its first group, or the one behind the country, stands in brackets: an area code. */
    boolean bracket() {
        return bracket;
    }

    /** Whether its first digit is a zero. */
    boolean trunk() {
        int first = plus() ? start + 1 : start;
        return text.charAt(text.charAt(first) == '(' ? first + 1 : first) == '0';
    }

    /** Digits of the first groups. */
    int digits(int groups) {
        int digits = 0;
        for (int group = 0; group < groups; group++) {
            digits += lengths[group];
        }
        return digits;
    }

    /** Digits of the longest group. */
    int longest() {
        int longest = 0;
        for (int group = 0; group < groups; group++) {
            longest = Math.max(longest, lengths[group]);
        }
        return longest;
    }

    /** Whether it has groups of so many digits and no more, with nothing in brackets. */
    boolean hasLengths(List<Integer> wanted) {
        boolean same = !bracket && !plus() && groups == wanted.size();
        for (int group = 0; same && group < groups; group++) {
            same = lengths[group] == wanted.get(group);
        }
        return same;
    }

    /** Three, three and four digits with or without a 1 before: a number of North America. */
    boolean isNorthAmerican(int groups) {
        int area = groups - 3;
        return (area == 0 || (area == 1 && lengths[0] == 1))
                && lengths[area] == 3
                && lengths[area + 1] == 3
                && lengths[area + 2] == 4;
    }
}
