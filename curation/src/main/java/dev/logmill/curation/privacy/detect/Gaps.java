package dev.logmill.curation.privacy.detect;

/** What stands between two words: nearly always one mark, or a mark and a space, of which there is one copy each. */
final class Gaps {
    private static final String[] ONE = new String[0x80];
    private static final String[] WITH_SPACE = new String[0x80];

    static {
        for (char c = 0; c < ONE.length; c++) {
            ONE[c] = String.valueOf(c);
            WITH_SPACE[c] = c + " ";
        }
    }

    private Gaps() {}

    /** The text between two indices. */
    static String between(String text, int from, int to) {
        if (to > from && to - from <= 2 && text.charAt(from) < ONE.length) {
            if (to - from == 1) {
                return ONE[text.charAt(from)];
            }
            if (text.charAt(from + 1) == ' ') {
                return WITH_SPACE[text.charAt(from)];
            }
        }
        return text.substring(from, to);
    }
}
