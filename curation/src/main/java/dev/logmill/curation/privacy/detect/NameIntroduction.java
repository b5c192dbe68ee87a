package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Whether what stands before words introduces them as somebody's name: "my name is", "Dear", "Patient:". */
final class NameIntroduction {
    private static final int GIVENS = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD;
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int NAMES = GIVENS | SURNAMES;

    private static final Set<String> OF_TOOLS = Set.of("with", "by", "from", "under", "know", "call");
    private static final Set<String> OWN = Set.of("my", "his", "her", "their");

    private NameIntroduction() {}

    /**
     * Whether words with a capital are introduced.
     *
     * @param common the first is a plain word where it stands: see {@link CommonWord}
     */
    static boolean ofCapitals(Scan scan, Words words, int from, int end, boolean common) {
        if (!isPossible(words, from)
                || NameField.isOfForm(words, from)
                || NameField.isOfCode(words, from, end)
                || NameField.isOfThing(Label.unmarked(words.folded(from - 1)), words, from, end)
                || OrdinaryName.isOfThing(words, from, end)) {
            return false;
        }
        Cues cues = scan.cuesBefore(words.start(from));
        boolean field = isField(words, from, end, cues);
        if (field || NameParts.isPlace(words, from, end)) {
            return field || IntroducedWords.areNamedAsPlace(words, from, end, cues);
        }
        boolean shout = areCapitals(words, from, end);
        boolean label = isLabelled(words, from);
        boolean several = end - from > 1;
        if (!several && NamedNobody.isAssistant(words.folded(from), cues)) {
            return false;
        }
        boolean named = cues.endWith(NameCues.NAMED) || (label && isLabel(scan, words, cues, from, end));
        boolean noun = common && (CommonWord.isNoName(words, from) || !cues.endWith(NameCues.SURE));
        boolean addressed = !noun && isSure(words, from, end) && (!shout || (label && several));
        return (named && (!shout || isLikely(words, from, end)))
                || (addressed
                        && cues.endWith(NameCues.ADDRESSED)
                        && !isTool(words, from, end, cues)
                        && !IntroducedWords.arePhrase(words, from, end))
                || (!common
                        && NameParts.areUnknown(words, from, end)
                        && !NameParts.isIm(words, from - 1)
                        && (isPersonal(cues, label && several && !isQuoted(words, from))
                                || (several
                                        && (cues.endWith(NameCues.PERSONAL_OF_SEVERAL)
                                                || IntroducedWords.areBehindName(words, from)))))
                || NameGreeting.isOf(words, from, end)
                || (several && cues.endWith(NameCues.FOR_PATIENT) && NameValue.areNamed(words, from, end))
                || (several && isListed(words, from, end, label, cues))
                || NameValue.areSigned(words, from, end, cues);
    }

    /** A field of a form; a town is a surname too: Nom: Beaumont. */
    private static boolean isField(Words words, int from, int end, Cues cues) {
        return isLabelled(words, from)
                && !isQuoted(words, from)
                && NameField.isFilled(words, from, end, cues)
                && (isLikely(words, from, end) || NameParts.areUnknown(words, from, end));
    }

    /** Passenger 1: Rain Summers; behind "name" both words must be names. */
    private static boolean isListed(Words words, int from, int end, boolean label, Cues cues) {
        if (!label || isQuoted(words, from) || (end < words.count() && words.adjoins(end - 1))) {
            return false;
        }
        return (cues.endWith(NameCues.OF_PEOPLE) && NameValue.areNamed(words, from, end))
                || (cues.endWith(NameCues.LISTED)
                        && NameValue.areFull(words, from, end)
                        && !(cues.endWith(NameCues.NAME) && areWords(words, from, end - 1)));
    }

    /** We work with Kafka. */
    private static boolean isTool(Words words, int from, int end, Cues cues) {
        return end - from == 1 && words.is(from, Lexicon.MADE) && cues.endWith(OF_TOOLS);
    }

    private static boolean isPersonal(Cues cues, boolean listed) {
        return cues.endWith(NameCues.PERSONAL) || (listed && cues.endWith(NameCues.LISTED));
    }

    private static boolean areCapitals(Words words, int from, int end) {
        for (int word = from; word < end; word++) {
            if (words.written(word) != Words.Case.CAPITALS) {
                return false;
            }
        }
        return true;
    }

    /** Whether one of the words is a name; in capitals one that is no other word. */
    private static boolean isLikely(Words words, int from, int end) {
        for (int word = from; word < end; word++) {
            boolean capitals = words.written(word) == Words.Case.CAPITALS;
            if (isSure(words, word) || (!capitals && (words.form(word).first() & NAMES) != 0)) {
                return true;
            }
        }
        return false;
    }

    /** Whether one of them is a name and no word, or they are a given name, alone or with a surname. */
    private static boolean isSure(Words words, int from, int end) {
        boolean full = from + 1 == end || (words.is(end - 1, SURNAMES) && !areWords(words, from, end - 1));
        boolean sure = full && words.is(from, GIVENS);
        for (int word = from; word < end && !sure; word++) {
            sure = isSure(words, word);
        }
        return sure;
    }

    /** Whether it is a value of JSON. */
    private static boolean isQuoted(Words words, int from) {
        return words.behind(from - 1).indexOf('"') >= 0;
    }

    /** Office Chair: both are words that something can be called by. */
    private static boolean areWords(Words words, int first, int last) {
        return EnglishWords.has(words.folded(first)) && EnglishWords.has(words.folded(last));
    }

    private static boolean isSure(Words words, int word) {
        return (words.form(word).first() & (Lexicon.GIVEN | Lexicon.SURNAME)) != 0
                || words.form(word).surname();
    }

    /** Whether a name in small letters is. */
    static boolean ofSmall(Scan scan, Words words, int word) {
        if (words.is(word, Lexicon.NO_NAME | Lexicon.PARTICLE) || !isPossible(words, word) || !isSaid(words, word)) {
            return false;
        }
        boolean own = (word > 1 && OrdinaryName.isOwn(words, word - 2))
                || NameWords.isSmallTitle(words.folded(word - 1))
                || words.behind(word - 1).equals(": ");
        if (OrdinaryName.isVariable(words, word) || (!own && OrdinaryName.isWord(words, word))) {
            return false;
        }
        Cues cues = scan.cuesBefore(words.start(word));
        boolean sure = words.is(word, Lexicon.GIVEN | Lexicon.SURNAME) && words.end(word) - words.start(word) > 2;
        return cues.endWith(NameCues.NAMED)
                || (cues.endWith(NameCues.ADDRESSED) && (sure || OrdinaryName.isFrom(words, word)));
    }

    /** Whether "name" before a word says what it is, in one line: "name is", "name:"; not "the name field", nor code. */
    private static boolean isSaid(Words words, int word) {
        String gap = words.behind(word - 1);
        boolean answers = gap.indexOf('\n') < 0 || gap.indexOf('?') >= 0;
        boolean name = words.folded(word - 1).startsWith("name");
        // Behind its surname and given name a passenger has a title: DOE/JANE MRS seat 4A.
        if (word > 1
                && words.is(word - 1, Lexicon.TITLE)
                && words.adjoins(word - 2)
                && areCapitals(words, word - 2, word)) {
            return false;
        }
        boolean own = word > 1 && words.adjoins(word - 2) && isOwn(words.folded(word - 2));
        return answers && words.standsFree(word) && (!name || own || !gap.isBlank());
    }

    /** Whether a name behind it is that of a person: my, his. */
    static boolean isOwn(String word) {
        return OWN.contains(word);
    }

    private static boolean isPossible(Words words, int word) {
        boolean counted = word > 1
                && words.written(word - 1) == Words.Case.NUMBER
                && words.behind(word - 1).startsWith(":");
        int cue = counted ? word - 2 : word - 1;
        return cue >= 0
                && !Honorific.isParted(words, cue)
                && (NameCues.isLabel(words, cue) || (words.is(cue, Lexicon.INTRODUCES) && NameCues.mayEnd(words, cue)))
                && goesOn(words, word - 1)
                && !isWithinCapitals(words, word - 1)
                && !NameCues.isNameOfThing(words, word);
    }

    /** The Student Clearinghouse: a cue with a capital within a sentence is a part of the same name. */
    private static boolean isWithinCapitals(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && words.behind(word).equals(" ")
                && !words.is(word, Lexicon.TITLE)
                && !words.folded(word).startsWith("i'")
                && !words.folded(word).startsWith("i\u2019")
                && !words.isFirst(word);
    }

    /** Whether what stands behind a word does not end a sentence; behind some the name is in the next line or behind a comma. */
    private static boolean goesOn(Words words, int word) {
        String gap = words.behind(word);
        boolean title = words.is(word, Lexicon.TITLE);
        boolean asked = words.folded(word).equals("name");
        boolean closing = NameCues.isClosing(words.folded(word));
        return (title ? gap.charAt(0) != ',' : ".;)]|/".indexOf(gap.charAt(0)) < 0)
                && (asked || gap.charAt(0) != '?')
                // What an object has first is a key: {"FullName": {"S": "..."}}.
                && !gap.endsWith("{\"")
                && !gap.endsWith("{\\\"")
                && !(closing && gap.equals(" "));
    }

    /** A key of JSON that says no more than "name" may be that of a thing. */
    private static boolean isLabel(Scan scan, Words words, Cues cues, int from, int end) {
        if (isQuoted(words, from)) {
            return words.form(from - 1).personLabel();
        }
        String gap = words.behind(from - 1);
        return cues.endWith(NameCues.LABELLED)
                || (cues.endWith(NameCues.NAME)
                        && !gap.equals(" - ")
                        && ((gap.indexOf(':') >= 0 && cues.say(NameCues.GIVEN_NAMES))
                                || NameCues.isToldMore(scan.text(), words.end(end - 1))));
    }

    private static boolean isLabelled(Words words, int word) {
        String gap = words.behind(word - 1);
        return gap.length() < 6
                && gap.indexOf('\n') < 0
                && (gap.indexOf(':') >= 0 || gap.indexOf('=') >= 0 || gap.equals(" - "));
    }
}
