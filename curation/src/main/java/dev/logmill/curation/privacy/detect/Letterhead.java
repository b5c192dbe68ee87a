package dev.logmill.curation.privacy.detect;

/** The firm of a letterhead or signature: the line between that of a name, or of a job under a name, and that of an address. */
final class Letterhead {
    private static final int MOST_WORDS = 6;
    private static final int MOST_LINES = 2;

    private Letterhead() {}

    /** Index after the last word of the firm that begins here; the index itself, if none does. */
    static int firmEnd(Scan scan, Words words, int word) {
        if (word == 0 || !endsLine(words, word - 1)) {
            return word;
        }
        int end = lineEnd(words, word);
        boolean name = end - word > 1 && words.is(word, Lexicon.GIVEN | Lexicon.TITLE);
        if (name || end - word > MOST_WORDS || end == words.count() || !areCapitals(words, word, end)) {
            return word;
        }
        boolean address = AddressAnchor.end(scan, words, end) > end || isNumbered(words, end);
        return address && isUnderName(words, word) ? end : word;
    }

    /** A number, and words with a capital to the end of the line. */
    private static boolean isNumbered(Words words, int word) {
        int end = lineEnd(words, word);
        return AddressAnchor.isHouse(words, word) && end - word > 1 && words.isCapital(word + 1);
    }

    private static boolean endsLine(Words words, int word) {
        return words.behind(word).indexOf('\n') >= 0;
    }

    private static int lineEnd(Words words, int word) {
        int end = word + 1;
        while (end < words.count() && end - word <= MOST_WORDS && !endsLine(words, end - 1)) {
            end++;
        }
        return end;
    }

    private static boolean areCapitals(Words words, int from, int end) {
        for (int word = from; word < end; word++) {
            boolean capital = words.isCapital(word)
                    || words.written(word) == Words.Case.MIXED
                    || words.written(word) == Words.Case.INITIAL;
            if (!capital
                    && !words.is(word, Lexicon.PARTICLE)
                    && !words.folded(word).equals("and")) {
                return false;
            }
        }
        return true;
    }

    /** Whether the line above, or the one above it, is a name of two words or more and nothing else. */
    private static boolean isUnderName(Words words, int word) {
        int end = word;
        for (int line = 0; line < MOST_LINES && end > 0; line++) {
            int first = end - 1;
            while (first > 0 && end - first <= MOST_WORDS && !endsLine(words, first - 1)) {
                first--;
            }
            int given = words.is(first, Lexicon.TITLE) && first + 1 < end ? first + 1 : first;
            if (end - first > 1
                    && end - first <= MOST_WORDS
                    && areCapitals(words, first, end)
                    && words.is(given, Lexicon.GIVEN)) {
                return true;
            }
            end = first;
        }
        return false;
    }
}
