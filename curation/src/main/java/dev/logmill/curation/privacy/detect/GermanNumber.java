package dev.logmill.curation.privacy.detect;

/**
 * Whether letters and digits are a number of a German passport or identity card, which has no vowels, so that no word comes about by
 * chance (BSI TR-03105): C01X00T47, and with its check digit MKH8X7X7J4.
 */
final class GermanNumber {
    private static final String CHARS = "CFGHJKLMNPRTVWXYZ0123456789";
    private static final int LENGTH = 9;

    private GermanNumber() {}

    /** @param digits how many of its chars are digits */
    static boolean is(String id, int digits) {
        boolean checked = id.length() == LENGTH + 1 && Letters.isDigit(id.charAt(LENGTH));
        return (id.length() == LENGTH || checked)
                && digits >= (checked ? 2 : 1)
                && id.chars().allMatch(c -> CHARS.indexOf(c) >= 0);
    }
}
