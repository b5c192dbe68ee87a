package dev.logmill.curation.privacy.detect;

import java.util.Locale;

/** Whether a value is as machines make tokens, where a word says that one stands there. */
final class SecretToken {
    private static final int LEAST_MADE = 20;
    private static final int LEAST_DIGITS_OF_MADE = 2;
    private static final int LEAST_TOKEN = 10;
    private static final int LEAST_DIGITS_OF_TOKEN = 3;
    private static final int LEAST_WORD = 4;

    private SecretToken() {}

    /** Whether it is as machines make tokens: 20 chars or more of letters and digits, with no word of English between marks. */
    static boolean isMade(String value) {
        return value.length() >= LEAST_MADE
                && SecretValue.looksRandom(value)
                && value.chars().filter(c -> Letters.isDigit((char) c)).count() >= LEAST_DIGITS_OF_MADE
                && value.chars().allMatch(c -> Letters.isWord((char) c) || "+/=-.:~".indexOf(c) >= 0)
                && Entropy.of(value) >= SecretValue.LEAST_BITS
                && SecretValue.isSecret(value, LEAST_MADE)
                && !hasWord(value);
    }

    /** Whether it is a token of some chars only, of small letters, capitals and three digits or more. */
    static boolean isShort(String value) {
        return value.length() >= LEAST_TOKEN
                && SecretValue.isTyped(value)
                && value.chars().filter(c -> Letters.isDigit((char) c)).count() >= LEAST_DIGITS_OF_TOKEN
                && Entropy.of(value) >= SecretValue.LEAST_BITS
                && SecretValue.isSecret(value, LEAST_TOKEN)
                && !hasWord(value);
    }

    private static boolean hasWord(String value) {
        int start = 0;
        for (int i = 0; i <= value.length(); i++) {
            if (i == value.length() || !Letters.isAsciiLetter(value.charAt(i))) {
                boolean parted = (start == 0 || !Letters.isDigit(value.charAt(start - 1)))
                        && (i == value.length() || !Letters.isDigit(value.charAt(i)));
                if (parted
                        && i - start >= LEAST_WORD
                        && EnglishWords.has(value.substring(start, i).toLowerCase(Locale.ROOT))) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }
}
