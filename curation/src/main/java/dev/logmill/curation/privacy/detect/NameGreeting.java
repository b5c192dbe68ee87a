package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A greeting of somebody whose names are words too: Hi Summer Rose. */
final class NameGreeting {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final Set<String> GREETINGS =
            Phrases.of("hi|hello|hey|dear|hallo|hola|ciao|bonjour|thanks|you|salut|hej|olá|oi");

    /** What seasons and virtues stand before, which are given names too. */
    private static final Set<String> OF_SEASONS = Phrases.of(
            "sale|deal|deals|special|specials|break|camp|class|school|fair|party|collection|shopper|shoppers");

    private NameGreeting() {}

    /** Whether two words are all that stands between a greeting and a comma or the end of the line. */
    static boolean isOf(Words words, int from, int end) {
        if (end - from != 2 || from == 0 || !GREETINGS.contains(words.folded(from - 1)) || !words.adjoins(from - 1)) {
            return false;
        }
        String gap = words.behind(end - 1);
        boolean closed = end == words.count() || ",!\n".indexOf(gap.charAt(0)) >= 0;
        return closed
                && !OF_SEASONS.contains(words.folded(end - 1))
                && words.is(from, GIVENS)
                && words.is(end - 1, SURNAMES)
                && words.isFirst(from - 1);
    }
}
