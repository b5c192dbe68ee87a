package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** The common name of a person in a directory, a certificate or a calendar: CN=Paula Garcia,OU=People; that of a machine has no surname. */
final class DirectoryName {
    private static final int MOST_WORDS = 4;
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int NEVER = Lexicon.NO_NAME | Lexicon.ORGANISATION;
    private static final Set<String> KEYS = Set.of("cn", "commonname");

    private DirectoryName() {}

    /** Index behind the name that begins with a word; the word's own where none does. */
    static int end(Words words, int first) {
        if (first == 0
                || !words.isBehind(first, '=')
                || !words.is(first, GIVENS)
                || !words.behind(first - 1).equals("=")
                || !KEYS.contains(words.folded(first - 1))) {
            return first;
        }
        int end = first + 1;
        while (end < words.count() && end - first < MOST_WORDS && words.adjoins(end - 1) && isPart(words, end)) {
            end++;
        }
        int last = end - 1;
        boolean surname =
                last > first && (words.is(last, SURNAMES) || words.form(last).unknown());
        return surname && !words.is(first, Lexicon.MADE) ? end : first;
    }

    private static boolean isPart(Words words, int word) {
        return (words.written(word) == Words.Case.CAPITAL && !words.is(word, NEVER))
                || words.written(word) == Words.Case.INITIAL
                || words.is(word, Lexicon.PARTICLE);
    }
}
