package dev.logmill.curation.privacy.detect;

/** The number of a passport behind what calls it so in a script other than Latin: 护照号码：E12345678, паспорт 4510 123456. */
final class NativeDocument {
    private static final int MOST_LETTERS = 2;
    private static final int LEAST_DIGITS = 6;
    private static final int MOST_DIGITS = 10;

    private NativeDocument() {}

    /** The end of the number that begins here; the start where none does. */
    static int end(String text, int start) {
        int at = start;
        while (at < text.length() && at - start < MOST_LETTERS && Letters.isAsciiLetter(text.charAt(at))) {
            at++;
        }
        int digits = 0;
        while (at < text.length() && (Letters.digitAt(text, at) || isGap(text, at))) {
            digits += Letters.digitAt(text, at) ? 1 : 0;
            at++;
        }
        return digits >= LEAST_DIGITS && digits <= MOST_DIGITS && !Letters.wordAt(text, at) ? at : start;
    }

    private static boolean isGap(String text, int at) {
        return text.charAt(at) == ' ' && Letters.digitAt(text, at - 1) && Letters.digitAt(text, at + 1);
    }
}
