package dev.logmill.curation.privacy.detect;

import java.util.Set;

/**
 * A street whose name no word tells for one, by the postal code and the town behind its number: Lijnbaan 41, 3012 EL Rotterdam;
 * Vinohradská 148, 130 00 Praha.
 */
final class AddressByCode {
    private static final int MOST_WORDS = 5;
    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 5;
    private static final int PLACES = Lexicon.PLACE | Lexicon.PLACE_OR_WORD | Lexicon.PLACE_BEGINS;

    /** Articles and the like within the names of streets. */
    private static final Set<String> WITHIN =
            Phrases.of("los|las|del|dos|das|do|da|de|der|den|dem|des|la|le|les|het|op|aan|ten"
                    + "|ter|am|im|zur|zum|ai|degli|dei|delle|della|dello|dell|du|y|e|i|na|nad|pod");

    private AddressByCode() {}

    /** Index behind the number of a house in a street that begins with a word; the word itself where none does. */
    static int end(Words words, int street) {
        int number = street + 1;
        while (number < words.count() && number - street <= MOST_WORDS && words.adjoins(number - 1)) {
            if (AddressAnchor.isHouse(words, number)) {
                return isBeforeCode(words, number) ? number + 1 : street;
            }
            if (words.written(number) != Words.Case.CAPITAL && !isWithin(words.folded(number))) {
                return street;
            }
            number++;
        }
        return street;
    }

    /** Whether a word may stand within the name of a street in small letters. */
    static boolean isWithin(String folded) {
        return WITHIN.contains(folded);
    }

    private static boolean isBeforeCode(Words words, int number) {
        int code = number + 1;
        if (code >= words.count()
                || words.written(code) != Words.Case.NUMBER
                || !(words.behind(number).equals(", ") || words.behind(number).equals("\n"))
                || isYear(words, number)) {
            return false;
        }
        int digits = words.end(code) - words.start(code);
        int behind = code + 1;
        if (PostalCode.isOfTwoNumbers(words, code)) {
            behind = code + 2;
        } else if (digits < LEAST_DIGITS || digits > MOST_DIGITS) {
            return false;
        } else if (digits == LEAST_DIGITS && isPairOfCapitals(words, behind)) {
            return true;
        }
        return behind < words.count() && words.adjoins(behind - 1) && isTown(words, behind);
    }

    /** As codes of the Netherlands end: 3012 EL. */
    private static boolean isPairOfCapitals(Words words, int word) {
        return word < words.count()
                && words.adjoins(word - 1)
                && words.written(word) == Words.Case.CAPITALS
                && words.end(word) - words.start(word) == 2;
    }

    /** A town of the list, or a word that is none of English. */
    private static boolean isTown(Words words, int word) {
        return words.written(word) == Words.Case.CAPITAL && (words.is(word, PLACES) || !words.isEnglish(word));
    }

    /** In March 2024, 10115 Berliners ... */
    private static boolean isYear(Words words, int number) {
        String digits = words.folded(number);
        return digits.length() == LEAST_DIGITS && (digits.startsWith("19") || digits.startsWith("20"));
    }
}
