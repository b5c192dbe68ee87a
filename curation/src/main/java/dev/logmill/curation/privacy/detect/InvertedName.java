package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * A surname, a comma and a given name, where what somebody is stands before or behind: "Miller, Lisa (cardiology)", "Attending: Gray, Maria
 * MD", "Antragsteller Haering, Zoe".
 */
final class InvertedName {
    private static final int SURNAMES = Lexicon.SURNAME | Lexicon.SURNAME_OR_WORD;
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD;
    private static final int NEVER = Lexicon.NO_NAME | Lexicon.ORGANISATION;

    /** What somebody learned, in capitals behind the name. */
    private static final Set<String> CREDENTIALS =
            Phrases.of("md|rn|do|np|pa|phd|dds|esq|lpn|cna|bsn|msn|dpm|dvm|mph|lcsw|msw|pharmd|dnp|crna|jd|mba|cpa");

    /** Who somebody is to a clinic, a court or an office. */
    private static final Set<String> ROLES = Phrases.of(
            "patient|patientin|antragsteller|antragstellerin|attending|surgeon|physician|resident|consultant|provider|cardiologist|claimant"
                    + "|applicant|defendant|plaintiff|witness|kunde|kundin|versicherter|versicherte|mandant|mandantin|beschuldigter|zeuge|zeugin"
                    + "|mieter|mieterin|employee|student|member|client|customer|nurse|author|editor|reviewer|pcp|pmd");

    private InvertedName() {}

    /** Index behind the name that begins with a surname; the word's own where none does. */
    static int end(String text, Words words, int surname) {
        int given = surname + 1;
        if (!text.startsWith(", ", words.end(surname)) || given >= words.count() || !isGiven(words, given)) {
            return surname;
        }
        boolean called =
                surname > 0 && ROLES.contains(words.folded(surname - 1)) && isCalled(words.behind(surname - 1));
        boolean listed = words.is(surname, SURNAMES) && !words.is(surname, PLACES | NEVER);
        if (!words.standsFree(surname) || !(listed || (called && NameParts.isUnknown(words, surname)))) {
            return surname;
        }
        int end = given + 1;
        while (end < words.count() && words.adjoins(end - 1) && isMiddle(words, end)) {
            end++;
        }
        boolean begins = words.isFirst(surname) || words.behind(surname - 1).endsWith(": ");
        boolean titled = begins && (text.startsWith(" (", words.end(end - 1)) || isLearned(words, end));
        return called || titled ? end : surname;
    }

    /** Whether a word says who somebody is. */
    static boolean isRole(Words words, int word) {
        return ROLES.contains(words.folded(word));
    }

    private static boolean isCalled(String gap) {
        return gap.equals(" ") || gap.equals(": ");
    }

    /** One that is a given name first of all, and no town that a state is said of. */
    private static boolean isGiven(Words words, int word) {
        boolean given = words.is(word, Lexicon.GIVEN) && !words.is(word, Lexicon.MADE | PLACES);
        return words.written(word) == Words.Case.CAPITAL
                && (given || PlainName.isGiven(words.folded(word)))
                && words.standsFree(word);
    }

    private static boolean isMiddle(Words words, int word) {
        boolean initial = words.written(word) == Words.Case.INITIAL;
        return initial || (words.written(word) == Words.Case.CAPITAL && words.is(word, Lexicon.GIVEN));
    }

    private static boolean isLearned(Words words, int word) {
        boolean behind = word < words.count()
                && (words.adjoins(word - 1) || words.behind(word - 1).equals(", "));
        return behind && words.written(word) != Words.Case.SMALL && CREDENTIALS.contains(words.folded(word));
    }
}
