package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A surname that begins a sentence of a doctor's note, by what is said of patients: "Wilcox is a 54 y/o woman", "Acosta was extubated". */
final class ClinicalNote {
    private static final int NEVER = Lexicon.PLACE
            | Lexicon.PLACE_OR_WORD
            | Lexicon.BETTER_KNOWN
            | Lexicon.COMMON
            | Lexicon.MADE
            | Lexicon.NO_NAME
            | Lexicon.ORGANISATION;

    private static final Set<String> LINKS = Set.of("is", "was");
    private static final Set<String> ARTICLES = Set.of("a", "an");

    /** What is done to patients alone. */
    private static final Set<String> DONE = Phrases.of(
            "extubated|intubated|admitted|discharged|diagnosed|hospitalized|hospitalised|catheterized|sedated|anticoagulated|transfused|prescribed"
                    + "|resuscitated|afebrile|ambulatory|nauseous|febrile|hypotensive|tachycardic|ventilated|readmitted|dialyzed|vaccinated|biopsied");

    private ClinicalNote() {}

    /** Index behind the surname, where a word is one; the word's own where not. */
    static int end(Words words, int word) {
        boolean said = word + 2 < words.count()
                && words.is(word, Lexicon.SURNAME)
                && !words.is(word, NEVER)
                && words.adjoins(word)
                && words.adjoins(word + 1)
                && LINKS.contains(words.folded(word + 1))
                && words.isFirst(word)
                && !words.isEnglish(word);
        return said && (DONE.contains(words.folded(word + 2)) || isAged(words, word + 2)) ? word + 1 : word;
    }

    /** "A 54 y/o", "an 81-year-old". */
    private static boolean isAged(Words words, int article) {
        int number = article + 1;
        return ARTICLES.contains(words.folded(article))
                && number + 1 < words.count()
                && words.adjoins(article)
                && words.written(number) == Words.Case.NUMBER
                && words.end(number) - words.start(number) == 2
                && words.folded(number + 1).startsWith("y");
    }
}
