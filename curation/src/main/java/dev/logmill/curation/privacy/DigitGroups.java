package dev.logmill.curation.privacy;

import java.util.ArrayList;
import java.util.List;

/** Groups of digits with one separator between each two: a card number, and whatever numbers stand beside it. */
record DigitGroups(List<Group> groups) {
    /** Digits in a row. */
    record Group(int start, int end) {
        int length() {
            return end - start;
        }
    }

    /** The groups from a digit on; dots separate too. */
    static DigitGroups at(String text, int start) {
        List<Group> groups = new ArrayList<>();
        int i = start;
        while (Letters.digitAt(text, i)) {
            int begin = i;
            while (Letters.digitAt(text, i)) {
                i++;
            }
            groups.add(new Group(begin, i));
            if (i < text.length() && (text.charAt(i) == '.' || Letters.isSeparator(text.charAt(i)))) {
                i++;
            }
        }
        return new DigitGroups(groups);
    }

    int end() {
        return groups.get(groups.size() - 1).end();
    }

    /** Whether groups of these lengths stand from an index on. */
    boolean has(int[] lengths, int from) {
        if (from + lengths.length > groups.size()) {
            return false;
        }
        for (int i = 0; i < lengths.length; i++) {
            if (groups.get(from + i).length() != lengths[i]) {
                return false;
            }
        }
        return true;
    }

    /** The digits alone, of the text between two indices. */
    static String digits(String text, int start, int end) {
        StringBuilder digits = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            if (Letters.isDigit(text.charAt(i))) {
                digits.append(text.charAt(i));
            }
        }
        return digits.toString();
    }
}
