package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A name as tickets and lists of passengers have it, the title last: SMITH/JOHN MR, MUSTERMANN ERIKA MRS. */
final class Ticket {
    private static final Set<String> TITLES = Set.of("mr", "mrs", "ms", "miss", "mstr", "dr", "chd", "inf");

    /** Those that are no word and no shorter one, so that a space may stand where a ticket has a slash. */
    private static final Set<String> SURE_TITLES = Set.of("mr", "mrs", "ms", "miss", "mstr");

    private Ticket() {}

    /** Index after the given name of the one that begins with a word; the word itself, where none does. */
    static int end(Words words, int surname) {
        int given = surname + 1;
        int title = surname + 2;
        boolean ticket = title < words.count()
                && (words.behind(surname).equals("/") || isSpaced(words, surname, title))
                && words.written(surname) == Words.Case.CAPITALS
                && words.written(given) == Words.Case.CAPITALS
                && words.adjoins(given)
                && words.written(title) == Words.Case.CAPITALS
                && TITLES.contains(words.folded(title));
        return ticket && areNames(words, surname, given) ? title : surname;
    }

    /** Whether no name goes on behind the title: of MR SMITH it is that. */
    private static boolean isSpaced(Words words, int surname, int title) {
        boolean last = !words.adjoins(title)
                || words.written(title + 1) == Words.Case.NUMBER
                || words.written(title + 1) == Words.Case.SMALL;
        return words.behind(surname).equals(" ")
                && SURE_TITLES.contains(words.folded(title))
                && last
                && !words.is(surname, Lexicon.NO_NAME)
                && !words.is(surname + 1, Lexicon.NO_NAME);
    }

    /** READ/WRITE is none. */
    private static boolean areNames(Words words, int surname, int given) {
        boolean listed = words.is(surname, Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD);
        boolean name = words.is(given, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD);
        boolean unknown = words.form(surname).unknown();
        boolean spaced = words.behind(surname).equals(" ");
        return (name && (listed || unknown))
                || (spaced && unknown && words.form(given).unknown())
                || (spaced
                        && words.is(surname, Lexicon.GIVEN)
                        && words.is(given, Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD))
                || (listed && words.form(given).unknown());
    }
}
