package dev.logmill.curation.privacy.detect;

/** The parties of a case at court: Hargrove v. Pelletier. Both are surnames and nothing else. */
final class CaseParties {
    private static final int NEVER = Lexicon.NO_NAME
            | Lexicon.MADE
            | Lexicon.COMMON
            | Lexicon.ORGANISATION
            | Lexicon.PLACE
            | Lexicon.PLACE_OR_WORD
            | Lexicon.BETTER_KNOWN;

    private CaseParties() {}

    /** Whether a word is the first party of one. */
    static boolean beginWith(Words words, int word) {
        return word + 2 < words.count()
                && isVersus(words, word + 1)
                && isParty(words, word)
                && isParty(words, word + 2)
                && (words.is(word, Lexicon.SURNAME) || words.is(word + 2, Lexicon.SURNAME));
    }

    private static boolean isVersus(Words words, int word) {
        return words.end(word) - words.start(word) == 1
                && words.written(word) == Words.Case.SMALL
                && words.folded(word).equals("v")
                && words.behind(word - 1).equals(" ")
                && (words.behind(word).equals(". ") || words.adjoins(word));
    }

    private static boolean isParty(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && (words.is(word, Lexicon.SURNAME) || words.form(word).unknown())
                && !words.is(word, NEVER)
                && !words.isEnglish(word)
                && words.standsFree(word);
    }
}
