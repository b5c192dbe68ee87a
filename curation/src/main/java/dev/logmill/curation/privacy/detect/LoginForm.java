package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;

/** Whether a word is written as people's logins are, behind what may as well call an id or a thing: jsmith84, petra.novak. */
final class LoginForm {
    private static final int LEAST_LETTERS = 4;
    private static final int MOST_DIGITS = 4;

    /** What ids begin with. */
    private static final Set<String> IDS = Phrases.of(
            "user|usr|acct|account|acc|cust|customer|org|team|group|role|client|tenant|proj|uuid|guid|auth|node|username|login|oauth");

    private LoginForm() {}

    /** Whether its letters, parted by one dot or underscore at most, are no word, and a mark or a few digits are with them. */
    static boolean is(String word) {
        int letters = letters(word, 0);
        int end = letters;
        if (end < word.length() && "._".indexOf(word.charAt(end)) >= 0) {
            end = letters(word, end + 1);
        }
        boolean marked = end > letters || end < word.length();
        boolean initial = letters == 1 && end - letters > LEAST_LETTERS;
        return marked
                && (letters > 1 || initial)
                && end >= LEAST_LETTERS
                && areDigits(word, end)
                && isNoWord(initial ? word.substring(2, end) : word.substring(0, letters));
    }

    /** Whether it is one with an initial before a dot or behind it: p.novak, novak.p. */
    static boolean isInitialed(String word) {
        int dot = word.indexOf('.');
        return (dot == 1 || (dot > 0 && dot == word.length() - 2)) && is(word);
    }

    private static boolean areDigits(String word, int from) {
        return word.length() - from <= MOST_DIGITS
                && Character.isLetterOrDigit(word.charAt(word.length() - 1))
                && word.chars().skip(from).allMatch(c -> Letters.isDigit((char) c));
    }

    private static boolean isNoWord(String part) {
        String first = part.toLowerCase(Locale.ROOT);
        return !IDS.contains(first) && !EnglishWords.has(first);
    }

    private static int letters(String word, int from) {
        int end = from;
        while (end < word.length() && Letters.isAsciiLetter(word.charAt(end))) {
            end++;
        }
        return end;
    }
}
