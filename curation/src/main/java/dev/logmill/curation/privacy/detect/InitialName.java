package dev.logmill.curation.privacy.detect;

/** A surname behind initials with stops: S. Ramanujan, R. J. Haverford. */
final class InitialName {
    private static final int SHORTEST = 4;
    private static final int MOST_INITIALS = 4;
    private static final int MOST_PARTICLES = 2;

    /** Of a word that no list has behind one initial alone. */
    private static final int LONG = 7;

    /** Initials that more often number the parts of a list where a line begins. */
    private static final String OF_LISTS = "abcde";

    private InitialName() {}

    /** Index after the surname of the one that begins with an initial; the initial itself, where none does. */
    static int end(Words words, int initial) {
        int name = initial;
        while (name - initial < MOST_INITIALS
                && name < words.count()
                && words.written(name) == Words.Case.INITIAL
                && isStopped(words, name)) {
            name++;
        }
        boolean several = name > initial + 1;
        int particles = name;
        while (name > initial && name - particles < MOST_PARTICLES && isParticle(words, name)) {
            name++;
        }
        boolean line = words.isFirst(initial)
                && (initial == 0 || !words.behind(initial - 1).startsWith(":"));
        boolean listed = !several && line && OF_LISTS.contains(words.folded(initial));
        return name > initial
                        && name < words.count()
                        && !listed
                        && isLast(words, name)
                        && isSurname(words, name, several || name > particles)
                ? name + 1
                : initial;
    }

    /** J. de Bruijn: in small letters, and a word right behind. */
    private static boolean isParticle(Words words, int word) {
        return word < words.count()
                && words.written(word) == Words.Case.SMALL
                && words.is(word, Lexicon.PARTICLE)
                && words.adjoins(word);
    }

    /** Whether no other word with a capital is behind, as in C. Robert Hale. */
    private static boolean isLast(Words words, int name) {
        return !words.adjoins(name)
                || words.written(name + 1) != Words.Case.CAPITAL
                || words.behind(name).startsWith(".");
    }

    private static boolean isStopped(Words words, int word) {
        String gap = words.behind(word);
        return gap.equals(". ") || gap.equals(".");
    }

    /** A surname that is nothing else; one that no list has must be long, or behind several initials. */
    private static boolean isSurname(Words words, int word, boolean several) {
        int never = Lexicon.NO_NAME
                | Lexicon.MADE
                | Lexicon.COMMON
                | Lexicon.ORGANISATION
                | Lexicon.PLACE
                | Lexicon.STREET
                | Lexicon.STREET_BEHIND;
        return words.written(word) == Words.Case.CAPITAL
                && words.end(word) - words.start(word) >= SHORTEST
                && !words.is(word, never)
                && !words.isEnglish(word)
                && words.standsFree(word)
                && (words.is(word, Lexicon.SURNAME)
                        || words.form(word).surname()
                        || (NameParts.isUnknown(words, word)
                                && (several || words.end(word) - words.start(word) >= LONG)));
    }
}
