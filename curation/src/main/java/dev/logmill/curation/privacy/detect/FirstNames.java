package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * The given names that stand before where a name was found: of Mary Anne Collins what is told of "Anne Collins" says nothing of Mary, and
 * whoever has the one has the other too.
 */
final class FirstNames {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int NEVER = Lexicon.NO_NAME | Lexicon.MADE | Lexicon.COMMON | Lexicon.BETTER_KNOWN;

    /** Before a name these are a verb, where a sentence begins. */
    private static final Set<String> VERBS =
            Set.of("will", "may", "can", "have", "mark", "bill", "ask", "tell", "sue", "let");

    private FirstNames() {}

    /** Index of the first of them, none before the given index; that of the name itself, where none is. */
    static int start(Words words, int from, int name) {
        int first = name;
        int word = name - 1;
        while (word >= from && words.adjoins(word) && (isGiven(words, word) || isParticle(words, word))) {
            first = isParticle(words, word) ? first : word;
            word--;
        }
        return first;
    }

    private static boolean isGiven(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && words.is(word, GIVENS)
                && !words.is(word, NEVER)
                && !isMarked(words, word)
                && PlaceDetector.listed(words, word) <= word + 1
                && !(VERBS.contains(words.folded(word)) && words.isFirst(word));
    }

    /** Maria del Carmen: between two of them in small letters. */
    private static boolean isParticle(Words words, int word) {
        return words.written(word) == Words.Case.SMALL && words.is(word, Lexicon.PARTICLE);
    }

    /** A handle, a member or a path; a label or a bar may stand right before a name. */
    private static boolean isMarked(Words words, int word) {
        return words.start(word) > 0
                && !words.standsFree(word)
                && !words.isBehind(word, '|')
                && !words.isBehind(word, ':');
    }
}
