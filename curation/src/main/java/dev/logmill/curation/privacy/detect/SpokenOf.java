package dev.logmill.curation.privacy.detect;

/** Whether a word that may be a name or another word is somebody, since they speak, are spoken to, or have something. */
final class SpokenOf {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int NAMES = GIVENS | Lexicon.SURNAME;

    private SpokenOf() {}

    static boolean is(Words words, int word) {
        boolean shouted = words.written(word) == Words.Case.CAPITALS && words.isEnglish(word);
        return !shouted
                && !words.is(word, Lexicon.MADE | Lexicon.COMMON | Lexicon.BETTER_KNOWN)
                && (does(words, word) || isCalled(words, word) || owns(words, word));
    }

    /** "... Could you look into it? Maria": a given name alone at the end of all, as letters are signed. */
    static boolean signs(Words words, int word) {
        if (word == 0
                || word + 1 < words.count()
                || words.written(word) != Words.Case.CAPITAL
                || !words.is(word, GIVENS)
                || words.is(word, Lexicon.MADE | Lexicon.COMMON | Lexicon.BETTER_KNOWN | Lexicon.NO_NAME)
                || !words.standsFree(word)) {
            return false;
        }
        String gap = words.behind(word - 1);
        boolean sentence = ".!?".indexOf(gap.charAt(0)) >= 0;
        // A word that is a name too may be the last of a list, a line each.
        return sentence || (gap.indexOf('\n') >= 0 && !EnglishWords.has(words.folded(word)));
    }

    /** Grace said, Will works. */
    private static boolean does(Words words, int word) {
        return words.adjoins(word)
                && ((words.is(word, NAMES) && NameCues.isSpeaking(words.folded(word + 1)))
                        || (NameParts.isUnknown(words, word) && NameCues.isOnlyHuman(words.folded(word + 1))));
    }

    /** "Ann, ..." and "..., Ann!"; or what they say stands behind, as in a play: Ann: "...". */
    private static boolean isCalled(Words words, int word) {
        String gap = words.behind(word);
        boolean first = words.isFirst(word) && gap.equals(", ");
        boolean last = word > 0 && words.behind(word - 1).equals(", ") && (gap.startsWith("!") || gap.startsWith("?"));
        boolean speaker = words.isFirst(word) && gap.startsWith(":") && gap.length() < 5 && gap.indexOf('"') > 0;
        return words.is(word, NAMES) && (first || last || speaker);
    }

    /** Ann's address: the s of a genitive is a word of its own. */
    static boolean owns(Words words, int word) {
        String gap = words.behind(word);
        return (gap.equals("'") || gap.equals("\u2019"))
                && word + 2 < words.count()
                && words.folded(word + 1).equals("s")
                && words.adjoins(word + 1)
                && NameCues.isOwned(words.folded(word + 2));
    }
}
