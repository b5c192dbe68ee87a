package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Which words with a capital are somebody's given name or surname, by the lists and the words right beside. */
final class NameParts {
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD;

    private static final Set<String> THEORIES = Phrases.of(
            "series|rule|theorem|expansion|polynomial|polynomials|distribution|transform|inequality|classifier|methods"
                    + "|equilibrium|equilibria|conjecture|algebra|manifold|coefficient|criterion|estimator");

    /** Behind the name of a scholar alone: people are given space, too. */
    private static final Set<String> OF_SCHOLARS =
            Phrases.of("scale|space|spaces|chain|chains|heap|heaps|matrix|kernel|filter|law|laws");

    private NameParts() {}

    /** Whether a name begins with this word of a run. */
    static boolean begin(Words words, int word, int end) {
        return words.written(word) != Words.Case.INITIAL
                && isNamed(words, word, end)
                && !isPlace(words, word, end)
                && !PlaceWords.isLandscape(words, word - 1)
                && !(word + 1 < end && words.is(word, Lexicon.LANDSCAPE))
                && !isDated(words, word)
                && !isTheory(words, end)
                && (words.standsFree(word) || isInRow(words, word, end));
    }

    /** 1|Emma Rose Brown: a bar parts the columns of a row, and several words are no alternative of a pattern. */
    private static boolean isInRow(Words words, int word, int end) {
        return end - word > 1 && words.isBehind(word, '|') && words.behind(word).equals(" ");
    }

    private static boolean isNamed(Words words, int word, int end) {
        int name = words.form(word).first();
        boolean shout = words.written(word) == Words.Case.CAPITALS;
        if ((name & (Lexicon.GIVEN | Lexicon.MADE)) == Lexicon.GIVEN) {
            return !shout || (word + 1 < end && (words.form(end - 1).first() & SURNAMES) != 0);
        }
        if (CommonWord.isAmidGerman(words, word)) {
            return !shout && GermanName.begins(words, word, end);
        }
        if (word + 1 < end && (name & GIVENS) != 0) {
            return isSurname(words, end - 1)
                    || (shout && isInitialed(words, word, end))
                    || (!shout
                            && ((!NameWords.isArticle(words.folded(word)) && isLikely(words, word, end))
                                    || isParted(words, word, end)));
        }
        if (word + 2 == end && !shout && words.is(end - 1, Lexicon.SURNAME) && isUnknown(words, word)) {
            return !words.is(end - 1, PLACES | Lexicon.MADE);
        }
        boolean thing = words.is(word, Lexicon.MADE) || (words.isEnglish(word) && word + 1 == end);
        return !shout && (isAlone(words, word, end) || (words.form(word).firstSurname() && !thing));
    }

    /** The Taylor series: what stands behind is called so, and nobody. */
    private static boolean isTheory(Words words, int end) {
        return words.adjoins(end - 1)
                && words.written(end) == Words.Case.SMALL
                && (THEORIES.contains(words.folded(end))
                        || (words.is(end - 1, Lexicon.COMMON) && OF_SCHOLARS.contains(words.folded(end))));
    }

    /** Jan 2017, 3 Jun: the short form of a month beside a number. */
    private static boolean isDated(Words words, int word) {
        boolean before = word > 0 && words.written(word - 1) == Words.Case.NUMBER;
        boolean behind = word + 1 < words.count() && words.written(word + 1) == Words.Case.NUMBER;
        return (before || behind)
                && words.end(word) - words.start(word) == 3
                && BirthDateDetector.isMonth(words.folded(word));
    }

    /** A surname alone, or a given name that is a word too and has a capital within a sentence. */
    private static boolean isAlone(Words words, int word, int end) {
        int name = words.form(word).first();
        if (word + 1 != end || (name & Lexicon.MADE) != 0 || words.isFirst(word)) {
            return false;
        }
        return (name & Lexicon.SURNAME) != 0
                || (words.is(word, Lexicon.GIVEN_OR_WORD) && isAmidProse(words, word, word + 1));
    }

    /** Whether small letters stand on both sides, as in a sentence, and no article before. */
    private static boolean isAmidProse(Words words, int word, int end) {
        boolean before = word > 0
                && words.adjoins(word - 1)
                && words.written(word - 1) == Words.Case.SMALL
                && !NameWords.isArticle(words.folded(word - 1));
        String gap = words.behind(end - 1);
        boolean behind = end == words.count()
                || (!gap.isEmpty() && ".,?!".indexOf(gap.charAt(0)) >= 0)
                || (words.adjoins(end - 1) && words.written(end) == Words.Case.SMALL);
        return before && behind && !words.is(word, PLACES | Lexicon.COMMON) && words.end(word) - words.start(word) > 2;
    }

    /** A word that nobody knows, written as names are. */
    static boolean isUnknown(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && words.end(word) - words.start(word) > 2
                && words.form(word).unknown()
                && !words.is(word, Lexicon.MADE)
                && words.standsFree(word);
    }

    /** Whether no list has any of the words, and no dictionary. */
    static boolean areUnknown(Words words, int from, int end) {
        for (int word = from; word < end; word++) {
            boolean within = words.written(word) == Words.Case.INITIAL
                    || words.is(word, Lexicon.PARTICLE | Lexicon.SURNAME_OR_WORD);
            if (!isStoppedInitial(words, word, end)
                    && !isUnknown(words, word)
                    && !(within && end - from > 1 && word > from)) {
                return false;
            }
        }
        return true;
    }

    /** "steht im Halteverbot", "Im Hintergrund geht es weiter": without an apostrophe it is more often that word of German. */
    static boolean isIm(Words words, int word) {
        return words.folded(word).equals("im")
                && (words.written(word) == Words.Case.SMALL || CommonWord.isAmidGerman(words, word));
    }

    private static boolean isStoppedInitial(Words words, int word, int end) {
        return words.written(word) == Words.Case.INITIAL
                && word + 1 < end
                && words.behind(word).startsWith(".");
    }

    /** A surname, or another given name as surnames often are. */
    static boolean isSurname(Words words, int word) {
        int name = words.form(word).first();
        boolean common = (name & Lexicon.COMMON) != 0;
        boolean given = (name & Lexicon.GIVEN) != 0 && (name & Lexicon.MADE) == 0 && !words.is(word, PLACES);
        return (!common && (given || (name & Lexicon.SURNAME) != 0))
                || words.form(word).firstSurname()
                || NameWords.hasApostrophe(words.folded(word))
                || SurnameToo.is(words, word, word + 1);
    }

    /** A word that is a given name too, with a surname behind that nobody knows or that is a word too. */
    private static boolean isLikely(Words words, int word, int end) {
        boolean both = word + 2 == end
                && words.is(end - 1, SURNAMES)
                && !words.is(end - 1, Lexicon.COMMON)
                && isAmidProse(words, word, end);
        return both || isUnknown(words, end - 1) || isInitialed(words, word, end);
    }

    /** Bram de Wit: a particle in small letters within, which is not that of a place. */
    static boolean isParted(Words words, int word, int end) {
        return end - word == 3
                && words.written(word + 1) == Words.Case.SMALL
                && words.is(word + 1, Lexicon.PARTICLE)
                && !words.is(word, PLACES | Lexicon.MADE)
                && !words.is(end - 1, PLACES);
    }

    /** Mark J. Stone: an initial within. */
    private static boolean isInitialed(Words words, int word, int end) {
        return end - word > 2
                && words.written(word + 1) == Words.Case.INITIAL
                && ((words.form(end - 1).first() & SURNAMES) != 0 || isStopped(words, word + 1, end));
    }

    /** John Q. Public: behind a stop the last word is a surname whatever else it is. */
    private static boolean isStopped(Words words, int initial, int end) {
        return initial + 2 == end
                && words.behind(initial).equals(". ")
                && words.written(end - 1) == Words.Case.CAPITAL
                && !words.is(end - 1, Lexicon.NO_NAME);
    }

    /** Whether words are rather a place: behind a preposition, or where the place is better known than the name. */
    static boolean isPlace(Words words, int word, int end) {
        int flags = words.flags(word);
        if ((flags & PLACES) == 0) {
            return PlaceDetector.listed(words, word) > word + 1
                    || ((flags & GIVENS) == 0 && word + 1 == end && PlaceDetector.isWithin(words, word));
        }
        if (PlaceDetector.listed(words, word) > word + 1) {
            return true;
        }
        boolean given = (flags & Lexicon.GIVEN) != 0;
        boolean known = words.is(word, Lexicon.BETTER_KNOWN);
        if (given && word + 1 < end && isPerson(words, word, known)) {
            return false;
        }
        return ((flags & Lexicon.PLACE) != 0 && !given) || known || PlaceDetector.isBehindPreposition(words, word);
    }

    /** Whether the word behind makes a place a given name: a surname, or what is no other place. */
    private static boolean isPerson(Words words, int word, boolean known) {
        boolean surname =
                words.is(word + 1, Lexicon.SURNAME) || words.form(word + 1).surname();
        boolean initial = words.written(word + 1) == Words.Case.INITIAL;
        boolean other = !words.is(word + 1, PLACES | Lexicon.NO_NAME)
                && !NameWords.isOrganisation(words, word + 1)
                && PlaceDetector.listed(words, word) <= word + 1;
        return (surname && !words.is(word + 1, PLACES)) || initial || (!known && other);
    }
}
