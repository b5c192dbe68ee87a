package dev.logmill.curation.privacy.detect;

/** Numbers of houses that are more than digits: 18a, 221B, and 7/42 with the flat before or behind. */
final class HouseNumber {
    private static final int MOST_DIGITS = 4;

    private HouseNumber() {}

    /** Whether a word, folded, is of digits and one letter behind them. */
    static boolean isLettered(String folded) {
        int last = folded.length() - 1;
        char letter = folded.charAt(last);
        if (letter < 'a' || letter > 'h') {
            return false;
        }
        for (int i = 0; i < last; i++) {
            if (!Letters.isDigit(folded.charAt(i))) {
                return false;
            }
        }
        return last > 0;
    }

    /** Whether a number is one of two with a slash between and no other joined to them. */
    static boolean isOfFlat(Words words, int word) {
        boolean first = isSlash(words, word);
        boolean second = word > 0 && isSlash(words, word - 1);
        boolean third = (first && isSlash(words, word + 1)) || (second && word > 1 && isSlash(words, word - 2));
        return first != second && !third;
    }

    private static boolean isSlash(Words words, int word) {
        return word + 1 < words.count()
                && words.behind(word).equals("/")
                && isShort(words, word)
                && isShort(words, word + 1);
    }

    private static boolean isShort(Words words, int word) {
        return words.written(word) == Words.Case.NUMBER && words.end(word) - words.start(word) <= MOST_DIGITS;
    }
}
