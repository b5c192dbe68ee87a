package dev.logmill.curation.privacy.detect;

/** The words that open a wallet (BIP 39): 12, 15, 18, 21 or 24 of three to eight small letters, behind what calls them so. */
final class SeedPhrase {
    /** What calls them so, in small letters. */
    static final String CALLED = "seed phrase|recovery phrase|backup phrase|mnemonic|seed words|recovery words";

    private static final int LEAST_LETTERS = 3;
    private static final int MOST_LETTERS = 8;
    private static final int LEAST_WORDS = 12;
    private static final int MOST_WORDS = 24;
    private static final int STEP = 3;

    private SeedPhrase() {}

    /** The one behind a colon, an equals sign or "is"; empty where none is. */
    static SecretSetting behind(String text, int callEnd) {
        int start = SecretSetting.start(text, callEnd);
        if (start < 0) {
            return new SecretSetting(callEnd, callEnd, false);
        }
        int words = 0;
        int end = start;
        int next = wordEnd(text, start);
        while (next > 0 && words <= MOST_WORDS) {
            words++;
            end = next;
            next = text.startsWith(" ", end) ? wordEnd(text, end + 1) : -1;
        }
        boolean counted = words >= LEAST_WORDS && words <= MOST_WORDS && words % STEP == 0;
        return new SecretSetting(start, counted ? end : start, false);
    }

    /** The end of a word of theirs; -1 where none stands. */
    private static int wordEnd(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) >= 'a' && text.charAt(end) <= 'z') {
            end++;
        }
        boolean one = end - start >= LEAST_LETTERS && end - start <= MOST_LETTERS && !Letters.wordAt(text, end);
        return one ? end : -1;
    }
}
