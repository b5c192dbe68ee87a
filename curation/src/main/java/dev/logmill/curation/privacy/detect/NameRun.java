package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * Words with a capital that stand side by side, as those of a name do, with the particles between them.
 *
 * @param from index of the first word that a name can begin with
 * @param limit index after the last word that a name can go on to: before a month, a day, a greeting
 * @param end index after the last word of all
 */
record NameRun(int from, int limit, int end) {
    private static final int MOST_WORDS = 5;
    private static final Set<String> SAID_TO_ANYBODY =
            Set.of("sir", "madam", "frau", "herr", "madame", "monsieur", "senor", "senora");
    private static final Set<String> DATED =
            Set.of("in", "of", "on", "since", "until", "by", "last", "next", "this", "from");

    /** Those from a word with a capital on. */
    static NameRun at(Words words, int first) {
        int end = end(words, first);
        int from = first;
        while (from < end
                && (isFrom(words, from, end)
                        || isBeforeTitle(words, from, end)
                        || (words.is(from, Lexicon.NO_NAME)
                                && !isTitle(words, from, end)
                                && !isMonthAsName(words, from, end)
                                && !areMonthsAsName(words, from, end)))) {
            from++;
        }
        boolean before = isTitle(words, from, end) || isMonthAsName(words, from, end);
        int name = areMonthsAsName(words, from, end) ? from + 2 : before ? from + 1 : from;
        return new NameRun(from, plainEnd(words, name, end), end);
    }

    /** "Ich bin", "ik ben": a particle that is a verb too begins no name. */
    static boolean isVerb(Words words, int word) {
        if (word == 0 || words.written(word) != Words.Case.SMALL) {
            return false;
        }
        String subject = words.folded(word - 1);
        return (words.folded(word).equals("bin") && subject.equals("ich"))
                || (words.folded(word).equals("ben") && subject.equals("ik"));
    }

    /** "Von: Sabine Braun", "Von Sabine Braun": where a line begins it says who sent it, and is no part of the name. */
    private static boolean isFrom(Words words, int word, int end) {
        if (words.written(word) != Words.Case.CAPITAL || !words.folded(word).equals("von") || !words.isFirst(word)) {
            return false;
        }
        boolean head = words.behind(word).startsWith(":");
        boolean full = word + 2 < end && words.is(word + 1, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD);
        return head || full;
    }

    private static boolean isTitle(Words words, int word, int end) {
        return word + 1 < end && words.is(word, Lexicon.TITLE);
    }

    /** April Martin: a month with a surname behind it, and nothing before it that dates begin with. */
    private static boolean isMonthAsName(Words words, int word, int end) {
        return word + 1 < end
                && words.is(word, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD)
                && BirthDateDetector.isMonth(words.folded(word))
                && (words.is(word + 1, Lexicon.SURNAME | Lexicon.GIVEN) || isMonthAsAsked(words, word, end))
                && !(word > 0 && words.adjoins(word - 1) && DATED.contains(words.folded(word - 1)));
    }

    /** Patient: August Ditschlerin: nobody knows the surname, and what asks for a name stands before. */
    private static boolean isMonthAsAsked(Words words, int word, int end) {
        return word > 0
                && word + 2 == end
                && words.is(word, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD)
                && words.is(word - 1, Lexicon.INTRODUCES)
                && words.behind(word - 1).equals(": ")
                && NameParts.isUnknown(words, word + 1);
    }

    /** GP Dr Rogers, Surgeon Mr Cook: what somebody is, and no name, before a title that stands before names alone. */
    private static boolean isBeforeTitle(Words words, int word, int end) {
        int title = word + 1;
        return isTitle(words, title, end)
                && NameWords.isSmallTitle(words.folded(title))
                && words.written(title) == Words.Case.CAPITAL
                && !words.is(word, Lexicon.GIVEN | Lexicon.SURNAME | Lexicon.TITLE);
    }

    /** Dear April May: months and other words, where a name is called for and no date goes on behind. */
    private static boolean areMonthsAsName(Words words, int word, int end) {
        return word + 2 == end
                && word > 0
                && words.is(word, Lexicon.NO_NAME)
                && words.is(word, Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD)
                && words.is(word + 1, Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD)
                && words.is(word - 1, Lexicon.INTRODUCES)
                && !DATED.contains(words.folded(word - 1))
                && !(end < words.count() && words.written(end) == Words.Case.NUMBER);
    }

    /** Whether it begins with a title. */
    boolean isTitled(Words words) {
        return limit - from > 1 && words.is(from, Lexicon.TITLE);
    }

    /** "Dear Sir": a title that is said to anybody, alone. */
    boolean isNobody(Words words) {
        return isSingle() && words.is(from, Lexicon.TITLE) && SAID_TO_ANYBODY.contains(words.folded(from));
    }

    boolean isEmpty() {
        return from >= limit;
    }

    /** One word alone. */
    boolean isSingle() {
        return limit - from == 1;
    }

    private static int end(Words words, int first) {
        int end = first + 1;
        int last = end;
        while (end < words.count() && end - first <= MOST_WORDS && goesOn(words, end - 1)) {
            if (words.isCapital(end) || words.written(end) == Words.Case.INITIAL) {
                last = end + 1;
            } else if (words.written(end) != Words.Case.SMALL || !words.is(end, Lexicon.PARTICLE)) {
                break;
            }
            end++;
        }
        return last;
    }

    /** A stop ends a sentence, other than behind a title, an initial or a short form of one. */
    private static boolean goesOn(Words words, int word) {
        if (!words.adjoins(word)) {
            return false;
        }
        boolean shortForm =
                words.written(word) == Words.Case.INITIAL || words.is(word, Lexicon.TITLE | Lexicon.PARTICLE);
        return shortForm || !words.behind(word).startsWith(". ");
    }

    private static int plainEnd(Words words, int from, int end) {
        int i = from;
        while (i < end
                && (!words.is(i, Lexicon.NO_NAME)
                        || (i > from && isInitial(words, i))
                        || SurnameToo.is(words, i, end))) {
            i++;
        }
        while (i > from + 1 && words.is(i - 1, Lexicon.PARTICLE) && words.written(i - 1) == Words.Case.SMALL) {
            i--;
        }
        return i;
    }

    private static boolean isInitial(Words words, int word) {
        return words.written(word) == Words.Case.INITIAL && !words.folded(word).equals("i");
    }
}
