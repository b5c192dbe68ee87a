package dev.logmill.curation.privacy.detect;

/**
 * One letter before a phone, as people sign: {@code m: 07700 900917} and {@code T 020 7946 0917} in a line of a signature. The letter
 * begins the line or a part of it, and the number ends one: "m: 07 and 120" are metres.
 */
final class PhoneLetter {
    private static final String LETTERS = "MTPFmtpf";

    /** What parts the line of a signature. */
    private static final String PARTS = "|\u00b7\u2022,;/\n\r";

    private static final int LEAST_DIGITS = 9;

    private PhoneLetter() {}

    static boolean is(String text, int word, int end, int number) {
        if (end - word != 1 || LETTERS.indexOf(text.charAt(word)) < 0 || "+(0".indexOf(text.charAt(number)) < 0) {
            return false;
        }
        boolean signed = text.startsWith(":", end) || text.startsWith(".", end);
        boolean right =
                number - end <= 2 && (signed || (number == end + 1 && Character.isUpperCase(text.charAt(word))));
        return right && beginsPart(text, word) && isWhole(text, number);
    }

    private static boolean beginsPart(String text, int word) {
        int i = word;
        while (i > 0 && word - i < 3 && text.charAt(i - 1) == ' ') {
            i--;
        }
        return i == 0 || PARTS.indexOf(text.charAt(i - 1)) >= 0;
    }

    /** Whether digits and their marks alone are there up to the end of a part. */
    private static boolean isWhole(String text, int number) {
        int end = number;
        int digits = 0;
        while (end < text.length() && (Letters.isDigit(text.charAt(end)) || "+() .-".indexOf(text.charAt(end)) >= 0)) {
            digits += Letters.isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        return digits >= LEAST_DIGITS && (end == text.length() || PARTS.indexOf(text.charAt(end)) >= 0);
    }
}
