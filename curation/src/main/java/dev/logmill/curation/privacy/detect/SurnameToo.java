package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Words that belong to no name as a rule, and are the surname behind a given name or title: Emma King, Larry Page, Theresa May. */
final class SurnameToo {
    private static final Set<String> WORDS = Phrases.of(
            "king|page|best|may|march|prince|pope|saint|good|french|english|irish|german|welsh|dane|finn|scot"
                    + "|turk|greek|danish|born|bible|world|queen|sultan|christmas|august");

    /** What ends a letter behind the name, or begins a sentence: "Thanks Emma Best regards", "Dear Emma May I ask". */
    private static final Set<String> NO_SURNAME_BEFORE =
            Phrases.of("of|regards|regard|wishes|greetings|i|we|you|he|she|they|it|morning|day|afternoon|evening|luck");

    private SurnameToo() {}

    /** Whether a folded word belongs to no name as a rule, and may be a surname. */
    static boolean has(String folded) {
        return WORDS.contains(folded);
    }

    /** Whether the last word of a run is one: behind a given name, an initial or a title, and no number behind as in a date. */
    static boolean is(Words words, int word, int end) {
        return word + 1 == end
                && word > 0
                && words.adjoins(word - 1)
                && WORDS.contains(words.folded(word))
                && isGiven(words, word - 1)
                && !goesOn(words, end);
    }

    /** "Will German customers": where a sentence begins a name that is a word too is rather that. */
    private static boolean isGiven(Words words, int word) {
        return words.is(word, Lexicon.GIVEN | Lexicon.TITLE)
                || words.written(word) == Words.Case.INITIAL
                || (words.isCapital(word) && PlainName.isGiven(words.folded(word)))
                || (words.is(word, Lexicon.GIVEN_OR_WORD) && !(words.isFirst(word) && isAmid(words, word + 1)));
    }

    private static boolean isAmid(Words words, int word) {
        return words.adjoins(word) && words.written(word + 1) == Words.Case.SMALL;
    }

    private static boolean goesOn(Words words, int end) {
        return end < words.count()
                && words.adjoins(end - 1)
                && (words.written(end) == Words.Case.NUMBER || NO_SURNAME_BEFORE.contains(words.folded(end)));
    }
}
