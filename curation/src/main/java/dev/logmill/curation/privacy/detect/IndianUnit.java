package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A plot, flat or house by its number, with more of the address behind a comma: Plot 14, Sector 22; H.No. 12-3/4, Banjara Hills. */
final class IndianUnit {
    private static final int MOST_PARTS = 4;
    private static final int FURTHER = 4;
    private static final Set<String> UNITS = Set.of("plot", "flat", "house", "door", "shop", "villa", "quarter", "h");
    private static final Set<String> AREAS =
            Set.of("sector", "phase", "block", "floor", "tower", "street", "road", "lane", "ward");

    private IndianUnit() {}

    /** What one begins with. */
    static Set<String> units() {
        return UNITS;
    }

    /** Index after its number; the index itself, where none begins here. */
    static int end(Words words, int word) {
        if (!UNITS.contains(words.folded(word)) || word + 2 >= words.count()) {
            return word;
        }
        boolean counted = words.folded(word + 1).equals("no");
        int number = counted ? word + 2 : word + 1;
        boolean house = words.folded(word).equals("h") || words.written(word) == Words.Case.INITIAL;
        if ((house && !counted) || !isNumber(words, number)) {
            return word;
        }
        int end = number + 1;
        while (end < words.count()
                && end - number < MOST_PARTS
                && (words.behind(end - 1).equals("-") || words.behind(end - 1).equals("/"))) {
            end++;
        }
        boolean more = end < words.count() && words.behind(end - 1).equals(", ") && isArea(words, end, counted);
        return more ? end : word;
    }

    private static boolean isNumber(Words words, int word) {
        return (words.written(word) == Words.Case.NUMBER || words.written(word) == Words.Case.MIXED)
                && words.end(word) - words.start(word) <= MOST_PARTS + 1
                && Letters.isDigit(words.folded(word).charAt(0));
    }

    /** Words with a capital, where the number is called one; or the number of an area, or a street or place soon. */
    private static boolean isArea(Words words, int word, boolean counted) {
        if (!words.isCapital(word) || words.is(word, Lexicon.NO_NAME)) {
            return false;
        }
        for (int i = word; i < Math.min(words.count(), word + FURTHER); i++) {
            if (AREAS.contains(words.folded(i)) || words.is(i, Lexicon.PLACE | Lexicon.STREET_BEHIND)) {
                return true;
            }
        }
        return counted;
    }
}
