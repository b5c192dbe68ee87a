package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Names as lists, forms and records have them in capitals, the surname first: JOHANSSON, ERIK; MÜLLER, HANS-PETER. */
final class SurnameFirst {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD | Lexicon.PLACE_BEGINS;
    private static final int NEVER = Lexicon.NO_NAME | Lexicon.MADE | Lexicon.COMMON | Lexicon.ORGANISATION;

    /** What somebody is, in capitals before their name: our CFO, Karen Miller. */
    private static final Set<String> ROLES = Phrases.of(
            "ceo|cfo|coo|cto|cio|ciso|cmo|cpo|cro|cso|chro|cdo|cco|vp|svp|evp|avp|md|gp|rn|np|lpn|cna|dm|pm|po|qa|hr|er|icu|it|pa|dba|dds|esq"
                    + "|pi|mp|mep|sre|tpm|swe|csm|sdr|bdr|ae|cra|cpa|msw|lcsw|phd|mba|pcp|pmd|obgyn|ent");

    private SurnameFirst() {}

    /** Whether one begins right behind a word with a capital: Patient JOHANSSON, ERIK. */
    static boolean isBehind(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL && words.adjoins(word) && end(words, word + 1) > word + 1;
    }

    /** The index behind the name that begins with a word; the word's own where none does. */
    static int end(Words words, int surname) {
        int given = surname + 1;
        if (words.written(surname) != Words.Case.CAPITALS
                || given >= words.count()
                || !(words.behind(surname).equals(", ") || isCell(words, surname))
                || !(words.standsFree(surname) && words.standsFree(given))
                || !(isAsked(words, surname)
                        || (isSurname(words, surname) && isGiven(words, given) && !isFull(words, surname)))) {
            return surname;
        }
        int end = given + 1;
        while (end < words.count() && words.adjoins(end - 1) && isMiddle(words, end)) {
            end++;
        }
        return end;
    }

    /** WRONA,TOMASZ: without a space both must be names and nothing else. */
    private static boolean isCell(Words words, int surname) {
        int given = surname + 1;
        return words.behind(surname).equals(",")
                && words.written(given) == Words.Case.CAPITALS
                && words.is(surname, Lexicon.SURNAME)
                && words.is(given, Lexicon.GIVEN)
                && !words.isEnglish(surname)
                && !words.isEnglish(given);
    }

    /** Whether both are behind what asks for a name, so that nobody need know them: Name: OYELARAN, FUNMILAYO. */
    private static boolean isAsked(Words words, int surname) {
        return surname > 0
                && words.behind(surname - 1).equals(": ")
                && words.is(surname - 1, Lexicon.INTRODUCES)
                && words.written(surname + 1) == Words.Case.CAPITALS
                && words.form(surname).unknown()
                && words.form(surname + 1).unknown();
    }

    private static boolean isSurname(Words words, int word) {
        if (words.is(word, NEVER)
                || words.end(word) - words.start(word) < 2
                || (!words.is(word, Lexicon.SURNAME) && ROLES.contains(words.folded(word)))) {
            return false;
        }
        boolean listed = words.is(word, SURNAMES) || words.form(word).surname();
        boolean apart = NameWords.hasApostrophe(words.folded(word))
                || (words.form(word).unknown() && hasVowel(words.folded(word)));
        return (listed || apart) && !words.is(word, PLACES);
    }

    /** "Over SFTP, Anna said": what cannot be spoken is no surname. */
    private static boolean hasVowel(String folded) {
        return folded.chars().anyMatch(c -> "aeiouy".indexOf(c) >= 0);
    }

    /** A given name that is nothing else; where the surname is sure too it may also be a word. */
    private static boolean isGiven(Words words, int word) {
        boolean written = words.isCapital(word);
        int name = words.form(word).first();
        boolean sure = (name & Lexicon.GIVEN) != 0;
        boolean surname = words.is(word - 1, Lexicon.SURNAME) || NameWords.hasApostrophe(words.folded(word - 1));
        return written && (sure || (surname && (name & GIVENS) != 0)) && (name & (NEVER | PLACES)) == 0;
    }

    /** "Our CXO, Karen Miller": a name of its own stands behind what nobody knows as a surname. */
    private static boolean isFull(Words words, int before) {
        int surname = before + 2;
        return words.adjoins(before + 1)
                && words.form(before).unknown()
                && words.written(surname) == Words.Case.CAPITAL
                && words.is(surname, SURNAMES)
                && !words.is(surname, Lexicon.GIVEN);
    }

    private static boolean isMiddle(Words words, int word) {
        boolean initial = words.written(word) == Words.Case.INITIAL;
        return initial || (words.isCapital(word) && words.is(word, Lexicon.GIVEN) && !words.is(word, NEVER));
    }
}
