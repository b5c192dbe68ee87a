package dev.logmill.curation.privacy.detect;

/**
 * A given name and a surname within a sentence that is all in capitals: THE CLAIM OF JOHN MEADOWS WAS DENIED. Constants and acronyms stand
 * amid small letters, or alone.
 */
final class ShoutedName {
    private static final int SHORTEST = 3;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int NEVER = Lexicon.NO_NAME
            | Lexicon.MADE
            | Lexicon.COMMON
            | Lexicon.ORGANISATION
            | Lexicon.PLACE
            | Lexicon.BETTER_KNOWN
            | Lexicon.LANDSCAPE
            | Lexicon.TITLE;

    private ShoutedName() {}

    /** Index of the first word of one within a run of capitals; the limit of the run where there is none. */
    static int in(Words words, NameRun run) {
        for (int word = run.from(); word + 1 < run.limit(); word++) {
            if (begins(words, word)) {
                return word;
            }
        }
        return run.limit();
    }

    private static boolean begins(Words words, int given) {
        int surname = given + 1;
        return isShouted(words, given)
                && isShouted(words, surname)
                && words.behind(given).equals(" ")
                && isGiven(words, given)
                && isSurname(words, surname)
                && words.standsFree(given)
                && words.standsFree(surname)
                && isShoutedBeside(words, given, surname);
    }

    private static boolean isShouted(Words words, int word) {
        return words.written(word) == Words.Case.CAPITALS
                && words.end(word) - words.start(word) >= SHORTEST
                && !words.is(word, NEVER);
    }

    private static boolean isGiven(Words words, int word) {
        return PlainName.isGiven(words.folded(word)) || (words.is(word, Lexicon.GIVEN) && !words.isEnglish(word));
    }

    private static boolean isSurname(Words words, int word) {
        return words.is(word, SURNAMES)
                || (words.form(word).unknown() && words.end(word) - words.start(word) > SHORTEST);
    }

    /** Whether a word in capitals that is one of English is right before or behind. */
    private static boolean isShoutedBeside(Words words, int given, int surname) {
        boolean before =
                given > 0 && isWord(words, given - 1) && words.behind(given - 1).length() < SHORTEST;
        boolean behind = words.adjoins(surname) && isWord(words, surname + 1);
        return before || behind;
    }

    private static boolean isWord(Words words, int word) {
        return words.written(word) == Words.Case.CAPITALS && (words.isEnglish(word) || words.is(word, Lexicon.NO_NAME));
    }
}
