package dev.logmill.curation.privacy.detect;

/** Which words with a capital are somebody's given name or surname, by the lists and the words right beside. */
final class NameParts {
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD;

    private NameParts() {}

    /** Whether a name begins with this word of a run. */
    static boolean begin(Words words, int word, int end) {
        if (words.written(word) == Words.Case.INITIAL
                || isPlace(words, word, end)
                || PlaceWords.isLandscape(words, word - 1)
                || (word + 1 < end && PlaceWords.isLandscape(words.folded(word)))
                || isDated(words, word)
                || !words.standsFree(word)) {
            return false;
        }
        String name = first(words, word);
        boolean shout = words.written(word) == Words.Case.CAPITALS;
        if (Lexicon.is(name, Lexicon.GIVEN) && !NameWords.isMade(name)) {
            return !shout || (word + 1 < end && Lexicon.is(first(words, end - 1), SURNAMES));
        }
        if (word + 1 < end && Lexicon.is(name, GIVENS)) {
            return isSurname(words, end - 1) || (!shout && isLikely(words, word, end));
        }
        if (word + 2 == end && !shout && isUnknown(words, word) && words.is(end - 1, Lexicon.SURNAME)) {
            return !words.is(end - 1, PLACES) && !NameWords.isMade(words.folded(end - 1));
        }
        return !shout && (isAlone(words, word, end) || NameWords.looksLikeSurname(name));
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
        String name = first(words, word);
        if (word + 1 != end || words.isFirst(word) || NameWords.isMade(name)) {
            return false;
        }
        return Lexicon.is(name, Lexicon.SURNAME)
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
        return before
                && behind
                && !NameWords.isCommon(words.folded(word))
                && !words.is(word, PLACES)
                && words.end(word) - words.start(word) > 2;
    }

    /** A word that nobody knows, written as names are. */
    static boolean isUnknown(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && words.end(word) - words.start(word) > 2
                && Lexicon.isUnknown(first(words, word))
                && !NameWords.isMade(words.folded(word))
                && words.standsFree(word);
    }

    /** A surname, or another given name as surnames often are. */
    private static boolean isSurname(Words words, int word) {
        String name = first(words, word);
        return (Lexicon.is(name, Lexicon.SURNAME | Lexicon.GIVEN)
                        && !NameWords.isMade(name)
                        && !NameWords.isCommon(name)
                        && !words.is(word, PLACES))
                || (Lexicon.is(name, Lexicon.SURNAME) && !NameWords.isCommon(name))
                || NameWords.looksLikeSurname(name);
    }

    /** A word that is a given name too, with a surname behind that nobody knows or that is a word too. */
    private static boolean isLikely(Words words, int word, int end) {
        boolean both = word + 2 == end
                && words.is(end - 1, SURNAMES)
                && !NameWords.isCommon(words.folded(end - 1))
                && isAmidProse(words, word, end);
        return both || isUnknown(words, end - 1) || isInitialed(words, word, end);
    }

    /** Mark J. Stone: an initial within. */
    private static boolean isInitialed(Words words, int word, int end) {
        return end - word > 2
                && words.written(word + 1) == Words.Case.INITIAL
                && Lexicon.is(first(words, end - 1), SURNAMES);
    }

    /** Whether words are rather a place: behind a preposition, or where the place is better known than the name. */
    static boolean isPlace(Words words, int word, int end) {
        int flags = Lexicon.of(words.folded(word));
        if ((flags & PLACES) == 0) {
            return PlaceDetector.listed(words, word) > word + 1
                    || ((flags & GIVENS) == 0 && word + 1 == end && PlaceDetector.isWithin(words, word));
        }
        if (PlaceDetector.listed(words, word) > word + 1) {
            return true;
        }
        boolean given = (flags & Lexicon.GIVEN) != 0;
        boolean known = PlaceWords.isBetterKnown(words.folded(word));
        if (given && word + 1 < end && isPerson(words, word, known)) {
            return false;
        }
        return ((flags & Lexicon.PLACE) != 0 && !given) || known || PlaceDetector.isBehindPreposition(words, word);
    }

    /** Whether the word behind makes a place a given name: a surname, or what is no other place. */
    private static boolean isPerson(Words words, int word, boolean known) {
        boolean surname = words.is(word + 1, Lexicon.SURNAME) || NameWords.looksLikeSurname(words.folded(word + 1));
        boolean initial = words.written(word + 1) == Words.Case.INITIAL;
        boolean other = !words.is(word + 1, PLACES | Lexicon.NO_NAME)
                && !NameWords.isOrganisation(words, word + 1)
                && PlaceDetector.listed(words, word) <= word + 1;
        return (surname && !words.is(word + 1, PLACES)) || initial || (!known && other);
    }

    /** Of a name in two parts the first. */
    static String first(Words words, int word) {
        String folded = words.folded(word);
        int dash = folded.indexOf('-');
        return dash > 0 ? folded.substring(0, dash) : folded;
    }
}
