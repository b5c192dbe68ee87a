package dev.logmill.curation.privacy.detect;

/** An age that is one with what it is of: a 52-year-old man, 8 months old baby. */
final class JoinedAge {
    private JoinedAge() {}

    /** 52-year-old man, 45-jähriger Patient, 63-jarige man, 43-letnia pacjentka, 8 months old baby; 52-year-old is one word here, as its letters are joined. */
    static boolean is(Words words, int word) {
        if (word + 1 >= words.count() || !isYearOld(words.folded(word + 1))) {
            return words.behind(word).equals("-")
                    && word + 3 < words.count()
                    && AgeWords.YEARS.contains(words.folded(word + 1))
                    && AgeWords.isOld(words.folded(word + 2))
                    && isPerson(words, word + 3);
        }
        boolean month = words.folded(word + 1).startsWith("month");
        boolean joined = words.behind(word).equals("-") || words.behind(word).equals(" ");
        return joined
                && (isPerson(words, word + 2)
                        || isBeforeName(words, word + 2)
                        || (!month && (isSaid(words, word) || isAsOne(words, word))))
                && (!month || words.folded(word + 2).startsWith("old"));
    }

    /** 27-year-old Peter. */
    private static boolean isBeforeName(Words words, int name) {
        return name < words.count()
                && words.adjoins(name - 1)
                && words.written(name) == Words.Case.CAPITAL
                && (words.is(name, Lexicon.GIVEN) || PlainName.isGiven(words.folded(name)))
                && !words.is(name, Lexicon.MADE | Lexicon.COMMON | Lexicon.PLACE | Lexicon.BETTER_KNOWN);
    }

    /** She is a 37-year-old from Leeds. */
    private static boolean isSaid(Words words, int word) {
        boolean ends =
                word + 2 >= words.count() || !words.adjoins(word + 1) || AgeWords.isBehind(words.folded(word + 2));
        return ends
                && word > 2
                && words.folded(word - 1).equals("a")
                && AgeWords.isIs(words.folded(word - 2))
                && (words.folded(word - 2).length() > 2 || AgeWords.isWho(words.folded(word - 3)));
    }

    /** As a 63-year-old nurse I work at night. */
    private static boolean isAsOne(Words words, int word) {
        int who = word + 2;
        return word > 1
                && words.folded(word - 2).equals("as")
                && words.folded(word - 1).equals("a")
                && who < words.count()
                && words.adjoins(word + 1)
                && words.written(who) == Words.Case.SMALL
                && !words.is(who, Lexicon.NO_NAME)
                && !isOldThing(words, who);
    }

    private static boolean isOldThing(Words words, int who) {
        for (int i = who; i < Math.min(words.count(), who + 3); i++) {
            if (AgeWords.isOldThing(words.folded(i))) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of three words is somebody: man, patient. */
    static boolean isPerson(Words words, int word) {
        for (int i = word; i < Math.min(words.count(), word + 3); i++) {
            String folded = words.folded(i);
            if (AgeWords.PEOPLE.contains(folded) || Peoples.is(folded) || Peoples.isBelief(folded)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a word says behind a number that somebody is so old. */
    static boolean isYearOld(String folded) {
        return folded.equals("year-old")
                || folded.startsWith("jahrig")
                || folded.startsWith("month")
                || folded.startsWith("jarig")
                || folded.startsWith("letni")
                || folded.equals("arig")
                || folded.equals("ariga");
    }
}
