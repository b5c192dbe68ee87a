package dev.logmill.curation.privacy.detect;

/**
 * What is told of a word from its letters.
 *
 * @param first flags of the part before a dash, or of the word where it has none; see {@link Lexicon}
 * @param firstSurname this part ends as surnames do
 * @param surname the word does
 * @param street it is the name of a street in one word
 * @param unknown no list and no dictionary has that part
 * @param personLabel as a JSON key it says that the name of a person stands under it
 * @param placeLabel it says so of a place
 * @param languages those whose plain word it is; see {@link CommonWords}
 */
record WordForm(
        int first,
        boolean firstSurname,
        boolean surname,
        boolean street,
        boolean unknown,
        boolean personLabel,
        boolean placeLabel,
        int languages) {
    static WordForm of(KnownWord word) {
        String folded = word.folded();
        int dash = folded.indexOf('-');
        String first = dash > 0 ? folded.substring(0, dash) : folded;
        boolean surname = NameWords.looksLikeSurname(folded);
        return new WordForm(
                dash > 0 ? Lexicon.of(first) : word.flags(),
                dash > 0 ? NameWords.looksLikeSurname(first) : surname,
                surname,
                StreetWords.isWhole(folded),
                Lexicon.isUnknown(first),
                NameCues.isLabelWord(folded),
                PlaceWords.isLabelWord(folded),
                (word.flags() & Lexicon.COMMON_ELSEWHERE) == 0 ? 0 : CommonWords.languages(folded));
    }
}
