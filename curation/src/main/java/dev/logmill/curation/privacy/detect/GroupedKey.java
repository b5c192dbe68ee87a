package dev.logmill.curation.privacy.detect;

/** Whether a value is as keys of licences and products are printed: three groups or more of capitals and digits, XQ4T2-7HJ9K-PLM3N. */
final class GroupedKey {
    private static final int LEAST_GROUPS = 3;
    private static final int LEAST = 3;
    private static final int MOST = 8;

    private GroupedKey() {}

    static boolean is(String value) {
        String[] groups = value.split("-", -1);
        boolean all = groups.length >= LEAST_GROUPS;
        for (String group : groups) {
            all &= group.length() >= LEAST
                    && group.length() <= MOST
                    && group.chars().allMatch(c -> Letters.isDigit((char) c) || (c >= 'A' && c <= 'Z'));
        }
        // A form shows X where a char is.
        return all && SecretValue.looksRandom(value) && Entropy.of(value) >= SecretValue.LEAST_BITS;
    }
}
