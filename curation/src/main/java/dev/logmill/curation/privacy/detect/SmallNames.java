package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Names in small letters: introduced, a given name with a surname, or a given name in a text without any capital. */
final class SmallNames {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int NAMES = GIVENS | Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;

    /** Shorter words are rather those of some language. */
    private static final int SHORTEST = 4;

    private static final int MOST_WORDS = 3;

    private static final Set<String> CLOSINGS =
            Set.of("regards", "thx", "cheers", "gruss", "grusse", "bises", "saludos", "groetjes");

    /** Words that every sentence of some language has: of the, already, my, I, day, a month. */
    private static final Set<String> OF_SENTENCES = Phrases.of(
            "della|dalla|nella|nelle|alla|alle|deja|maja|mina|dina|sina|fran|saya|kami|mana|hari|yarin|meri|jaan|alma");

    /** Verbs that say what somebody is called. */
    private static final Set<String> CALLED =
            Set.of("llamo", "mappelle", "m'appelle", "m\u2019appelle", "chiamo", "heisse", "heet", "heter", "hedder");

    /** Before who speaks. */
    private static final Set<String> SAYING = Set.of("am", "im", "i'm", "i\u2019m", "is");

    private static final Set<String> GOING_ON =
            Set.of("and", "from", "here", "calling", "i", "my", "with", "who", "but", "speaking", "at");

    private SmallNames() {}

    /** Whether a text of several words has none with a capital, so that its names have none either. */
    static boolean areIn(Words words) {
        int small = 0;
        for (int word = 0; word < words.count(); word++) {
            if (words.isCapital(word)) {
                return false;
            }
            small += words.written(word) == Words.Case.SMALL ? 1 : 0;
        }
        return small >= MOST_WORDS;
    }

    /**
     * Index after the last word of the name that begins here; the index itself, if none does.
     *
     * @param all the whole text is in small letters
     */
    static int end(Scan scan, Words words, int word, boolean all) {
        if (words.written(word) != Words.Case.SMALL) {
            return word;
        }
        if (!words.is(word, NAMES | Lexicon.TITLE)) {
            return unknownEnd(words, word);
        }
        if (NameWords.isCode(words.folded(word)) && !isOwnName(words, word)) {
            return word;
        }
        int end = named(scan, words, word, all);
        // Last, as it looks at all words around: most words are no name anyhow.
        return end > word && CommonWord.is(words, word) && !isOwnName(words, word) ? word : end;
    }

    private static int named(Scan scan, Words words, int word, boolean all) {
        int parted = partedEnd(words, word);
        if (parted > word) {
            return parted;
        }
        if (isTitled(words, word)) {
            return lastOf(words, word + 1);
        }
        if (NameRun.isVerb(words, word)) {
            return word;
        }
        boolean name = isSigned(words, word)
                || isFull(words, word)
                || (all && isGiven(words, word))
                || (!isToldOfName(words, word) && NameIntroduction.ofSmall(scan, words, word));
        return name ? lastOf(words, word) : word;
    }

    /** "My name is tendai", "me llamo tendai": a word that nobody knows behind what nobody says of anything else. */
    private static int unknownEnd(Words words, int word) {
        boolean own = isOwnName(words, word)
                || (word > 0
                        && words.adjoins(word - 1)
                        && CALLED.contains(words.folded(word - 1))
                        && (word < 2
                                || !words.folded(word - 1).equals("llamo")
                                || words.folded(word - 2).equals("me")));
        return own && words.adjoins(word - 1) && isUnknown(words, word) ? word + 1 : word;
    }

    private static boolean isUnknown(Words words, int word) {
        return words.form(word).unknown() && words.end(word) - words.start(word) >= SHORTEST && words.standsFree(word);
    }

    /** "regards mike", "thx - jess": alone at the end of all. */
    private static boolean isSigned(Words words, int word) {
        if (word == 0 || word + 1 < words.count() || !words.is(word, GIVENS) || words.is(word, Lexicon.NO_NAME)) {
            return false;
        }
        String gap = words.behind(word - 1);
        boolean line = gap.equals(" ") || gap.equals(" - ") || gap.equals(", ") || gap.indexOf('\n') >= 0;
        return line && words.behind(word).isBlank() && CLOSINGS.contains(words.folded(word - 1));
    }

    /** "My name is max" is of somebody, whatever else max may be. */
    private static boolean isOwnName(Words words, int word) {
        return word > 2
                && words.folded(word - 1).equals("is")
                && words.folded(word - 2).equals("name")
                && NameIntroduction.isOwn(words.folded(word - 3));
    }

    /** "The name is case sensitive", "month name to number": an ordinary word behind somebody's own name alone is a name. */
    private static boolean isToldOfName(Words words, int word) {
        if (word < 2
                || !words.folded(word - 2).equals("name")
                || !words.isEnglish(word)
                || (word > 2 && NameIntroduction.isOwn(words.folded(word - 3)))) {
            return false;
        }
        boolean goesOn =
                words.adjoins(word) && words.written(word + 1) == Words.Case.SMALL && words.isEnglish(word + 1);
        return words.folded(word - 1).equals("to") || (words.folded(word - 1).equals("is") && goesOn);
    }

    private static boolean isTitled(Words words, int word) {
        return words.is(word, Lexicon.TITLE)
                && NameWords.isSmallTitle(words.folded(word))
                && words.adjoins(word)
                && words.is(word + 1, NAMES)
                && !words.is(word + 1, Lexicon.NO_NAME);
    }

    /** Mevrouw van den Berg, heer De Vries: behind the title particles, and a word with a capital; the word itself, where none are. */
    private static int partedEnd(Words words, int word) {
        if (!words.is(word, Lexicon.TITLE) || !NameWords.isSmallTitle(words.folded(word))) {
            return word;
        }
        int name = word + 1;
        while (name < words.count()
                && name - word <= MOST_WORDS
                && words.adjoins(name - 1)
                && words.is(name, Lexicon.PARTICLE)) {
            name++;
        }
        boolean parted = name > word + 1
                && name < words.count()
                && words.adjoins(name - 1)
                && words.written(name) == Words.Case.CAPITAL
                && !words.is(name, Lexicon.NO_NAME);
        return parted ? name + 1 : word;
    }

    private static boolean isFull(Words words, int word) {
        return words.is(word, GIVENS)
                && !words.is(word, Lexicon.NO_NAME)
                && words.adjoins(word)
                && words.is(word + 1, Lexicon.SURNAME)
                && isLong(words, word)
                && isLong(words, word + 1)
                && !OrdinaryName.isBehindArticle(words, word)
                && !words.is(word, Lexicon.MADE)
                // "@author Joshua Smith": a word of English before a capital begins no name.
                && !(words.isCapital(word + 1) && words.isEnglish(word));
    }

    private static boolean isGiven(Words words, int word) {
        return words.is(word, Lexicon.GIVEN)
                && !OF_SENTENCES.contains(words.folded(word))
                && !words.is(word, Lexicon.PLACE | Lexicon.PLACE_OR_WORD | Lexicon.NO_NAME)
                && isLong(words, word)
                && words.standsFree(word)
                && !words.is(word, Lexicon.MADE);
    }

    private static boolean isLong(Words words, int word) {
        return words.end(word) - words.start(word) >= SHORTEST;
    }

    private static int lastOf(Words words, int first) {
        int end = first + 1;
        while (end - first < MOST_WORDS
                && end < words.count()
                && words.adjoins(end - 1)
                && (isLastWord(words, end) || isUnknownLast(words, first, end) || isRestOfField(words, first, end))) {
            end++;
        }
        return end;
    }

    /** "I am ursula brandauer": what nobody knows, behind the given name of who speaks, where a sentence ends or goes on. */
    private static boolean isUnknownLast(Words words, int first, int word) {
        boolean own = first > 0 && words.adjoins(first - 1) && SAYING.contains(words.folded(first - 1));
        boolean ends = word + 1 == words.count() || !words.adjoins(word) || GOING_ON.contains(words.folded(word + 1));
        return own
                && ends
                && word == first + 1
                && words.is(first, Lexicon.GIVEN)
                && isUnknown(words, word)
                && !words.is(word, Lexicon.COMMON_ELSEWHERE);
    }

    private static boolean isLastWord(Words words, int word) {
        return (words.is(word, Lexicon.GIVEN | Lexicon.SURNAME) && words.end(word) - words.start(word) > 2)
                || NameWords.hasApostrophe(words.folded(word));
    }

    /** Owner: nguyen van an: all words up to the end of the line are names, where a field has no other. */
    private static boolean isRestOfField(Words words, int first, int word) {
        boolean field = first > 0 && words.behind(first - 1).equals(": ");
        int end = word;
        while (field && end - first < MOST_WORDS && end < words.count() && words.adjoins(end - 1)) {
            field = words.is(end, NAMES) && words.written(end) == Words.Case.SMALL;
            end++;
        }
        return field && (end == words.count() || words.behind(end - 1).indexOf('\n') >= 0);
    }
}
