package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** A name that the way it is written or what it is called tells, whatever lists say of its words: JOHNSON/MARY MRS, last name Sparks. */
final class WrittenName {
    private static final Set<String> ARTICLES =
            Set.of("der", "die", "den", "dem", "the", "de", "het", "il", "la", "le", "el");

    private static final int MOST_BEFORE = 3;

    private WrittenName() {}

    /** Index after the one that begins with a word; the word itself, where none does. */
    static int end(Scan scan, Words words, int word) {
        return switch (words.written(word)) {
            case INITIAL -> InitialName.end(words, word);
            case CAPITALS -> Math.max(Ticket.end(words, word), FieldName.end(scan, words, word));
            case CAPITAL -> ofCapital(scan, words, word);
            default -> word;
        };
    }

    /** "Der Patient Klemt", "i.A. Rotraut Losekann": what calls the next word a name may have a capital too, and is none. */
    static int start(Scan scan, Words words, int word) {
        if (isCalled(words, word)) {
            return end(scan, words, word) > word ? word : word + 1;
        }
        int owner = ownerBehindDay(scan, words, word);
        if (owner > word) {
            return owner;
        }
        boolean article = words.adjoins(word) && words.isCapital(word) && ARTICLES.contains(words.folded(word));
        return article && isCalled(words, word + 1) ? word + 2 : word;
    }

    /** On Monday Rutendo Chigumba &lt;rc@example.org&gt; wrote: the word behind those that are no names; the first where none is. */
    private static int ownerBehindDay(Scan scan, Words words, int first) {
        int word = first;
        while (scan.signs().ats() > 0
                && word - first < MOST_BEFORE
                && words.adjoins(word)
                && words.isCapital(word)
                && words.is(word, Lexicon.NO_NAME)) {
            word++;
        }
        return word > first && MailboxOwner.end(scan, words, word) > word ? word : first;
    }

    private static boolean isCalled(Words words, int word) {
        return words.adjoins(word)
                && (words.isCapital(word) || words.written(word) == Words.Case.INITIAL)
                && (ShortCue.mayEnd(words, word) || InvertedName.isRole(words, word));
    }

    private static int ofCapital(Scan scan, Words words, int word) {
        int field = Math.max(FieldName.end(scan, words, word), MailboxOwner.end(scan, words, word));
        int called = Math.max(DirectoryName.end(words, word), LabelledPart.end(words, word));
        int listed = Math.max(InvertedName.end(scan.text(), words, word), EastAsianName.end(words, word));
        int other = Math.max(ShortCue.end(scan.text(), words, word), ClinicalNote.end(words, word));
        int below = Math.max(ItemOfPeople.end(scan.text(), words, word), SignOff.end(words, word));
        return Math.max(Math.max(field, called), Math.max(Math.max(listed, other), below));
    }
}
