package dev.logmill.curation.privacy.detect;

/**
 * Groups of digits with one separator between each two: a card number, and whatever numbers stand beside it.
 *
 * @param scan the text
 * @param first the run of digits that is the first group
 * @param size how many groups there are
 */
record DigitGroups(Scan scan, int first, int size) {
    /** The groups from a run of digits on; dots separate too. */
    static DigitGroups at(Scan scan, int first) {
        int next = first + 1;
        while (next < scan.runs() && isNeighbour(scan, next)) {
            next++;
        }
        return new DigitGroups(scan, first, next - first);
    }

    private static boolean isNeighbour(Scan scan, int run) {
        int mark = scan.end(run - 1);
        if (mark + 1 != scan.start(run)) {
            return false;
        }
        char c = scan.text().charAt(mark);
        return c == '.' || Letters.isSeparator(c);
    }

    int start(int group) {
        return scan.start(first + group);
    }

    int end(int group) {
        return scan.end(first + group);
    }

    int length(int group) {
        return scan.length(first + group);
    }

    /** Index after the last group. */
    int end() {
        return end(size - 1);
    }

    /** Digits of all groups. */
    int digits() {
        int digits = 0;
        for (int group = 0; group < size; group++) {
            digits += length(group);
        }
        return digits;
    }

    /** Whether groups of these lengths stand from an index on. */
    boolean has(int[] lengths, int from) {
        if (from + lengths.length > size) {
            return false;
        }
        for (int i = 0; i < lengths.length; i++) {
            if (length(from + i) != lengths[i]) {
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
