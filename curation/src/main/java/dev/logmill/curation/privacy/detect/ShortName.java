package dev.logmill.curation.privacy.detect;

/** Whether "pass" is what something is called, alone or behind another word: "pass", DB_PASS, smtpPass; bypass and passenger are not. */
final class ShortName {
    private static final int LENGTH = "pass".length();

    private ShortName() {}

    /** Whether a JSON key is, or ends with, one. */
    static boolean isOne(String key) {
        return key.length() >= LENGTH
                && key.regionMatches(true, key.length() - LENGTH, "pass", 0, LENGTH)
                && isWhole(key, key.length());
    }

    /** Whether a value is a password behind the one that ends at an index: "pass: test1.c" says of a test that it went well. */
    static boolean mayBe(String text, int end, String value, boolean quoted) {
        int start = end - LENGTH;
        boolean alone = start == 0 || Character.isWhitespace(text.charAt(start - 1));
        boolean said = alone && !quoted && text.startsWith(":", end);
        return said
                ? SecretValue.isStrong(value)
                        || ScrambledLetters.is(value)
                        || (SecretValue.isTyped(value) && SecretNear.isOfUser(text, start))
                        || (isLine(text, start, end, value) && SecretPlain.isWordAndNumber(value))
                : SecretValue.isMixed(value) || ScrambledLetters.is(value) || (quoted && isOfShell(text, end, value));
    }

    /** Whether it and the value are all of their line; a runner of tests has it in capitals. */
    private static boolean isLine(String text, int start, int end, String value) {
        boolean begins = start == 0 || text.charAt(start - 1) == '\n';
        String rest = text.substring(end, Math.min(text.length(), end + 2 + value.length() + 1));
        return begins && text.startsWith("ass", start + 1) && rest.strip().equals(": " + value);
    }

    /** Words and digits as a shell has them in quotes: {@code DB_PASS='Grey 48 fox'}. */
    private static boolean isOfShell(String text, int end, String value) {
        return text.startsWith("_PASS=", end - LENGTH - 1)
                && value.chars().anyMatch(c -> Letters.isDigit((char) c))
                && value.chars().anyMatch(Character::isLetter);
    }

    /** Whether the one that ends at an index stands so. */
    static boolean isWhole(String text, int end) {
        int start = end - LENGTH;
        boolean begins = start == 0
                || !Character.isLetterOrDigit(text.charAt(start - 1))
                || (Character.isUpperCase(text.charAt(start)) && Character.isLowerCase(text.charAt(start - 1)));
        return begins && !Letters.wordAt(text, end);
    }
}
