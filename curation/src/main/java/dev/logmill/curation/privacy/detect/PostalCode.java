package dev.logmill.curation.privacy.detect;

import java.util.Set;

/** Postal codes: behind a state, behind a place, behind what calls them so; those of the Kingdom and Canada by their form. */
final class PostalCode {
    private static final Set<String> WORDS = Set.of("id", "or", "in", "ok", "me", "hi", "oh", "co", "de", "al");

    /** A command of shells is called as the code of Spain is. */
    private static final String SHORT = "cp";

    private static final int LEAST_DIGITS = 4;
    private static final int MOST_DIGITS = 8;
    private static final int ZIP = 5;

    private PostalCode() {}

    /** Index after the code that begins here, with the state before it; the index itself, where none does. */
    static int end(Scan scan, Words words, int word) {
        return switch (words.written(word)) {
            case CAPITALS -> isState(scan.text(), words, word) ? word + 2 : word;
            case MIXED -> isOfTwoParts(scan.text(), words, word) || isCalled(scan, words, word) ? word + 2 : word;
            case NUMBER -> called(scan, words, word);
            default -> word;
        };
    }

    /** A state and five digits. */
    private static boolean isState(String text, Words words, int word) {
        return word > 0
                && word + 1 < words.count()
                && words.written(word + 1) == Words.Case.NUMBER
                && words.end(word + 1) - words.start(word + 1) == ZIP
                && StreetWords.isState(text.substring(words.start(word), words.end(word)))
                && words.behind(word).isBlank()
                && isBehindTown(words, word);
    }

    /** Behind a comma; or right behind a word with a capital, unless the state is a word or a label too. */
    private static boolean isBehindTown(Words words, int word) {
        String gap = words.behind(word - 1);
        boolean blank = gap.isBlank() && words.isCapital(word - 1) && !WORDS.contains(words.folded(word));
        return blank || gap.startsWith(",");
    }

    /** SW1A 1AA, K1A 0B6: a letter first, a digit last in the first part or before its last letter, a digit first in the other. */
    private static boolean isOfTwoParts(String text, Words words, int word) {
        if (!words.adjoins(word) || words.end(word) - words.start(word) > 4) {
            return false;
        }
        String first = text.substring(words.start(word), words.end(word));
        String other = text.substring(words.start(word + 1), words.end(word + 1));
        boolean kingdom = first.matches("[A-Z]{1,2}[0-9][A-Z0-9]?") && other.matches("[0-9][A-Z]{2}");
        boolean canada = first.matches("[A-Z][0-9][A-Z]") && other.matches("[0-9][A-Z][0-9]");
        return (kingdom || canada) && words.standsFree(word) && words.standsFree(word + 1);
    }

    /** Two short parts with digits that are called a code. */
    private static boolean isCalled(Scan scan, Words words, int word) {
        return words.adjoins(word)
                && words.end(word + 1) - words.start(word) <= MOST_DIGITS
                && words.written(word + 1) == Words.Case.MIXED
                && isCode(scan, words, word);
    }

    /** A number that is called a code, with what may be joined to it by a dash: 50752-9170. */
    static int called(Scan scan, Words words, int number) {
        int digits = words.end(number) - words.start(number);
        if (digits < LEAST_DIGITS || digits > MOST_DIGITS || !isCode(scan, words, number)) {
            return number;
        }
        boolean joined = number + 1 < words.count()
                && words.behind(number).equals("-")
                && words.written(number + 1) == Words.Case.NUMBER;
        return joined ? number + 2 : number + 1;
    }

    /** 30-702, 01310-000, 105-0011, and 111 23 before a town. */
    static boolean isOfTwoNumbers(Words words, int word) {
        if (word + 1 >= words.count() || words.written(word + 1) != Words.Case.NUMBER) {
            return false;
        }
        int first = words.end(word) - words.start(word);
        int second = words.end(word + 1) - words.start(word + 1);
        boolean last = word + 2 >= words.count()
                || words.written(word + 2) != Words.Case.NUMBER
                || words.start(word + 2) - words.end(word + 1) > 1;
        return words.behind(word).equals("-")
                ? last && first > 1 && first <= ZIP && second > 2 && second <= LEAST_DIGITS
                : words.adjoins(word)
                        && first == 3
                        && second == 2
                        && words.adjoins(word + 1)
                        && words.isCapital(word + 2);
    }

    /** Whether a text is a code under a key that a command may be called by too: {@code {"cp": "28013"}}. */
    static boolean isUnder(String label, String text) {
        return label.equalsIgnoreCase(SHORT)
                && text.length() == ZIP
                && text.chars().allMatch(c -> Letters.isDigit((char) c));
    }

    private static boolean isCode(Scan scan, Words words, int word) {
        return word > 0
                && ((words.is(word - 1, Lexicon.CALLS_CODE)
                                && !words.folded(word - 1).equals(SHORT))
                        || StreetWords.isLabel(words.folded(word - 1))
                        || isSpoken(words, word))
                && scan.cuesBefore(words.start(word)).endWith(StreetWords.CODES);
    }

    /** Whether who speaks stands right before, or a line ends there: what was asked for may be a question before. */
    private static boolean isSpoken(Words words, int word) {
        String gap = words.behind(word - 1);
        return gap.equals(": ") || gap.indexOf('\n') >= 0;
    }

    /** Whether the number of a postal code stands here, right behind a place. */
    static boolean isBehindPlace(Words words, int word) {
        int digits = word < words.count() && words.adjoins(word - 1) && AddressAnchor.isHouse(words, word)
                ? words.end(word) - words.start(word)
                : 0;
        return digits > LEAST_DIGITS || (digits == LEAST_DIGITS && !isYear(words, word));
    }

    private static boolean isYear(Words words, int word) {
        String digits = words.folded(word);
        return digits.startsWith("19") || digits.startsWith("20");
    }
}
