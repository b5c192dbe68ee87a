package dev.logmill.curation.privacy.detect;

import java.util.List;

/** Which words are a name amid German, which writes all nouns with a capital: Klaus Schneider is, "Ungültiger Wert" and a surname alone are none. */
final class GermanName {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD;

    /** Endings of adjectives, which may stand before a noun that is a surname too: ungültiger, zusätzliche. */
    private static final Endings OF_ADJECTIVES =
            new Endings(List.of("er", "es", "en", "em", "ige", "iche", "ische"), 0);

    private GermanName() {}

    /** Whether one begins with a word: a given name with a surname that is no plain noun, or an unknown word that is no adjective. */
    static boolean begins(Words words, int word, int end) {
        if (word + 1 == end || CommonWord.isNoName(words, end - 1)) {
            return false;
        }
        return words.is(word, GIVENS)
                ? NameParts.isSurname(words, end - 1) || NameParts.isParted(words, word, end)
                : word + 2 == end
                        && words.is(end - 1, Lexicon.SURNAME)
                        && !words.is(end - 1, PLACES | Lexicon.MADE)
                        && NameParts.isUnknown(words, word)
                        && !OF_ADJECTIVES.isOf(words.folded(word));
    }
}
