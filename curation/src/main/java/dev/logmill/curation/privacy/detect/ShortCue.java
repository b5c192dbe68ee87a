package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;

/**
 * A name that no list has behind a short form or a noun that stands before people: t.n.v. Danique Dircken, dr. Corstiaens, sig.ra
 * Endrizzi, Pat. Zöhrer.
 */
final class ShortCue {
    private static final int NAMES = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;

    /** The last words of those below, so that most words are told from them at once. */
    private static final Set<String> LAST = Phrases.of(
            "v|a|hd|ra|na|ssa|pat|dr|pmd|pcp|patient|patientin|kunde|kundin|antragsteller|antragstellerin|mandant|mandantin|mieter|mieterin");

    /** Behind these one word or more. */
    private static final List<String> OF_ONE = List.of(
            "sig.ra ",
            "sig.na ",
            "dott.ssa ",
            "Pat. ",
            "dr. ",
            "PMD: ",
            "PCP: ",
            "Patiënt ",
            "Patient ",
            "Patientin ",
            "Kunde ",
            "Kundin ",
            "Antragsteller ",
            "Antragstellerin ",
            "Mandant ",
            "Mandantin ",
            "Mieter ",
            "Mieterin ");

    /** Behind these two words, since many other things are said so. */
    private static final List<String> OF_TWO = List.of(
            "t.n.v. ",
            "t.a.v. ",
            "i.A. ",
            "i. A. ",
            "i.V. ",
            "i. V. ",
            "z.Hd. ",
            "z. Hd. ",
            "patiënt ",
            "Spedire a ",
            "spedire a ",
            "Consegnare a ",
            "consegnare a ",
            "Enviar a ",
            "enviar a ");

    private ShortCue() {}

    /** Index behind the name that begins with a word; the word's own where none does. */
    static int end(String text, Words words, int word) {
        if (word == 0 || !LAST.contains(words.folded(word - 1)) || !isName(words, word)) {
            return word;
        }
        boolean two = words.behind(word).equals(" ") && isName(words, word + 1);
        boolean unknown = NameParts.isUnknown(words, word) || (two && NameParts.isUnknown(words, word + 1));
        boolean called =
                isBehind(OF_ONE, text, words.start(word)) || (two && isBehind(OF_TWO, text, words.start(word)));
        boolean surname =
                words.is(word, Lexicon.SURNAME) && words.behind(word - 1).equals(": ");
        return called && (unknown || surname) ? two ? word + 2 : word + 1 : word;
    }

    /** Whether one of them may end with a word. */
    static boolean mayEnd(Words words, int word) {
        return LAST.contains(words.folded(word));
    }

    private static boolean isName(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL
                && (NameParts.isUnknown(words, word) || words.is(word, NAMES))
                && !words.is(word, Lexicon.NO_NAME | Lexicon.ORGANISATION | Lexicon.MADE)
                && !words.isEnglish(word)
                && words.standsFree(word);
    }

    private static boolean isBehind(List<String> cues, String text, int start) {
        return cues.stream()
                .anyMatch(cue ->
                        text.startsWith(cue, start - cue.length()) && !Letters.wordBefore(text, start - cue.length()));
    }
}
