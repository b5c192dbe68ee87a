package dev.logmill.curation.privacy.detect;

import java.util.Locale;

/** Whether a value is of letters of both cases that make no words, and of a mark, as passwords without a digit are: vzW#ScAslzHr. */
final class ScrambledLetters {
    private static final int LEAST = 8;
    private static final int LEAST_TURNS = 2;
    private static final int LEAST_PART = 3;

    /** Marks that names and paths have none of; others may be with them. */
    private static final String MARKS = "!#$%^&*?~+@";

    private static final String OTHERS = "-_.";

    private ScrambledLetters() {}

    static boolean is(String value) {
        return value.length() >= LEAST
                && value.chars().anyMatch(c -> MARKS.indexOf(c) >= 0)
                && value.chars()
                        .allMatch(
                                c -> Letters.isAsciiLetter((char) c) || MARKS.indexOf(c) >= 0 || OTHERS.indexOf(c) >= 0)
                && turns(value) >= LEAST_TURNS
                && !hasWord(value)
                && SecretValue.isSecret(value, LEAST);
    }

    /** How often a capital stands behind a small letter. */
    private static int turns(String value) {
        int turns = 0;
        for (int i = 1; i < value.length(); i++) {
            turns += isTurn(value, i) ? 1 : 0;
        }
        return turns;
    }

    private static boolean isTurn(String value, int index) {
        return Character.isUpperCase(value.charAt(index)) && Character.isLowerCase(value.charAt(index - 1));
    }

    /** Whether a part between marks, digits and capitals is a word, as in names of code: PostgreSQL2, getPass2. */
    static boolean hasWord(String value) {
        int start = 0;
        for (int i = 1; i <= value.length(); i++) {
            boolean ends = i == value.length() || !Letters.isAsciiLetter(value.charAt(i)) || isTurn(value, i);
            if (ends) {
                int first = start < value.length() && !Letters.isAsciiLetter(value.charAt(start)) ? start + 1 : start;
                if (i - first >= LEAST_PART && isWord(value.substring(first, i))) {
                    return true;
                }
                start = i;
            }
        }
        return false;
    }

    private static boolean isWord(String part) {
        return EnglishWords.has(part.toLowerCase(Locale.ROOT));
    }
}
