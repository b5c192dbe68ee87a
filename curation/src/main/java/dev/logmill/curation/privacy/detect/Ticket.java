package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A name as tickets of airlines have it, the title last: SMITH/JOHN MR, MUSTERMANN/ERIKA MRS. */
final class Ticket {
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mstr", "dr", "chd", "inf");

    private Ticket() {}

    /** Index after the given name of the one that begins with a word; the word itself, where none does. */
    static int end(Words words, int surname) {
        int given = surname + 1;
        int title = surname + 2;
        boolean ticket = title < words.count()
                && words.behind(surname).equals("/")
                && words.written(surname) == Words.Case.CAPITALS
                && words.written(given) == Words.Case.CAPITALS
                && words.adjoins(given)
                && words.written(title) == Words.Case.CAPITALS
                && TITLES.contains(words.folded(title));
        return ticket && areNames(words, surname, given) ? title : surname;
    }

    /** READ/WRITE is none. */
    private static boolean areNames(Words words, int surname, int given) {
        boolean listed = words.is(surname, Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD);
        boolean name = words.is(given, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD);
        return (name && (listed || words.form(surname).unknown()))
                || (listed && words.form(given).unknown());
    }
}
