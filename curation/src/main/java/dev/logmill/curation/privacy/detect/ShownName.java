package dev.logmill.curation.privacy.detect;

/**
 * Whether the name that something is shown by is somebody's: a given name alone or with a surname or an initial, in any case of letters,
 * or the surname first. "HTTP Request", "Julia" and "Gemini Pro" are things.
 */
final class ShownName {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int NEVER =
            Lexicon.NO_NAME | Lexicon.MADE | Lexicon.ORGANISATION | Lexicon.COMMON | Lexicon.BETTER_KNOWN;

    private ShownName() {}

    static boolean is(Words words, int from, int end) {
        int first = from;
        while (first + 1 < end && words.is(first, Lexicon.TITLE)) {
            first++;
        }
        if (end == words.count() && first > from) {
            return true;
        }
        int last = end - 1;
        if (first == last) {
            return words.is(first, Lexicon.GIVEN) && !words.is(first, NEVER) && !words.isEnglish(first);
        }
        return NameValue.areFull(words, first, end) || areListed(words, first, last) || areListed(words, last, first);
    }

    /** A given name that is no word, before or behind a surname, an initial or a word that no list has. */
    private static boolean areListed(Words words, int given, int surname) {
        boolean sure = words.is(given, Lexicon.GIVEN) && !words.is(given, NEVER);
        boolean worded = words.is(given, GIVENS) && !words.is(given, NEVER) && words.is(surname, Lexicon.SURNAME);
        return (sure || worded)
                && !words.is(surname, NEVER)
                && (words.is(surname, SURNAMES)
                        || words.written(surname) == Words.Case.INITIAL
                        || words.form(surname).unknown());
    }
}
