package dev.logmill.curation.privacy;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of digits with the marks that phone numbers are written with.
 *
 * @param ends index after each group, in order
 * @param lengths digits of each group, in order
 * @param international behind a plus, or behind {@code 00} and in groups
 * @param bracket its first group, or the one behind the country, stands in brackets: an area code
 */
record PhoneCandidate(
        int start, List<Integer> ends, List<Integer> lengths, boolean plus, boolean international, boolean bracket) {
    /** A table of numbers is no phone; and no phone has more groups. */
    private static final int MOST_GROUPS = 16;

    /** The candidate that begins here; it has no groups where none does. */
    static PhoneCandidate at(String text, int start) {
        List<Integer> ends = new ArrayList<>();
        List<Integer> lengths = new ArrayList<>();
        boolean plus = text.charAt(start) == '+';
        boolean bracket = false;
        int i = plus ? start + 1 : start;
        while (i < text.length()) {
            char c = text.charAt(i);
            int from = i;
            if (c == '(') {
                int closing = areaEnd(text, i);
                if (closing < 0) {
                    break;
                }
                bracket = true;
                lengths.add(closing - i - 2);
                ends.add(closing);
                i = closing;
            } else if (Letters.isDigit(c)) {
                while (Letters.digitAt(text, i)) {
                    i++;
                }
                lengths.add(i - from);
                ends.add(i);
            } else {
                break;
            }
            i = next(text, i);
        }
        boolean zeros = text.startsWith("00", start) && !text.startsWith("000", start) && lengths.size() > 1;
        return new PhoneCandidate(start, ends, lengths, plus, plus || zeros, bracket);
    }

    /** Where the next group begins: here, or behind one mark, or two of them. */
    private static int next(String text, int end) {
        int i = end;
        while (i < text.length() && i - end < 2 && isMark(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private static boolean isMark(char c) {
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

    int groups() {
        return ends.size();
    }

    boolean isTable() {
        return groups() > MOST_GROUPS;
    }

    /** Index after all of it. */
    int end() {
        return ends.isEmpty() ? start + 1 : ends.get(ends.size() - 1);
    }

    /** Digits of the first groups. */
    int digits(int groups) {
        return lengths.subList(0, groups).stream().mapToInt(Integer::intValue).sum();
    }

    /** Digits of the longest group. */
    int longest() {
        return lengths.stream().mapToInt(Integer::intValue).max().orElse(0);
    }

    /** Three, three and four digits with or without a 1 before: a number of North America. */
    boolean isNorthAmerican(int groups) {
        List<Integer> shape = lengths.subList(0, groups);
        return shape.equals(List.of(3, 3, 4)) || shape.equals(List.of(1, 3, 3, 4));
    }
}
