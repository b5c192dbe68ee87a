package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A part of a name that is a word too, behind what calls it one: "last name Sparks", "Last name: French", "first name Grace". */
final class LabelledPart {
    private static final int NAMES = Lexicon.GIVEN | Lexicon.GIVEN_OR_WORD | Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final Set<String> WHICH = Set.of("last", "first", "family", "given", "maiden", "middle", "second");
    private static final Set<String> ALONE = Set.of("surname", "nachname", "achternaam", "cognome");

    /** Behind a label these say what the field is. */
    private static final Set<String> OF_FIELDS =
            Phrases.of("field|fields|first|last|middle|space|case|order|only|page|data|long|best|good|may");

    private LabelledPart() {}

    /** Index behind the word, where it is one; the word's own where not. */
    static int end(Words words, int word) {
        if (word == 0 || !isLabel(words, word - 1)) {
            return word;
        }
        String gap = words.behind(word - 1);
        boolean labelled = gap.equals(": ") && SurnameToo.has(words.folded(word)) && ends(words, word);
        boolean said = gap.equals(" ")
                && words.written(word - 1) == Words.Case.SMALL
                && words.is(word, NAMES)
                && words.standsFree(word)
                && !OF_FIELDS.contains(words.folded(word))
                && !(words.adjoins(word) && words.isCapital(word + 1));
        return labelled || said ? word + 1 : word;
    }

    private static boolean isLabel(Words words, int word) {
        String label = words.folded(word);
        return ALONE.contains(label)
                || (label.equals("name")
                        && word > 0
                        && words.adjoins(word - 1)
                        && WHICH.contains(words.folded(word - 1)));
    }

    private static boolean ends(Words words, int word) {
        String gap = words.behind(word);
        return gap.isEmpty() || "\n\r,;|<".indexOf(gap.charAt(0)) >= 0;
    }
}
