package dev.logmill.curation.privacy.detect;

/** The sums that ids prove themselves by; each over an id without separators, letters as capitals. */
final class CheckDigits {
    private static final int[][] DIHEDRAL = {
        {0, 1, 2, 3, 4, 5, 6, 7, 8, 9},
        {1, 2, 3, 4, 0, 6, 7, 8, 9, 5},
        {2, 3, 4, 0, 1, 7, 8, 9, 5, 6},
        {3, 4, 0, 1, 2, 8, 9, 5, 6, 7},
        {4, 0, 1, 2, 3, 9, 5, 6, 7, 8},
        {5, 9, 8, 7, 6, 0, 4, 3, 2, 1},
        {6, 5, 9, 8, 7, 1, 0, 4, 3, 2},
        {7, 6, 5, 9, 8, 2, 1, 0, 4, 3},
        {8, 7, 6, 5, 9, 3, 2, 1, 0, 4},
        {9, 8, 7, 6, 5, 4, 3, 2, 1, 0}
    };
    private static final int[] VERHOEFF_STEP = {1, 5, 7, 6, 2, 8, 3, 0, 9, 4};

    private CheckDigits() {}

    private static int digit(String id, int at) {
        return id.charAt(at) - '0';
    }

    /** The digits from the first on, each times its weight. */
    static int weighted(String id, int... weights) {
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += digit(id, i) * weights[i];
        }
        return sum;
    }

    /** Verhoeff (1969). */
    static boolean verhoeff(String id) {
        int check = 0;
        for (int i = 0; i < id.length(); i++) {
            int moved = digit(id, id.length() - 1 - i);
            for (int step = 0; step < i % 8; step++) {
                moved = VERHOEFF_STEP[moved];
            }
            check = DIHEDRAL[check][moved];
        }
        return check == 0;
    }

    /** ISO/IEC 7064 mod 11,10. */
    static boolean mod1110(String id) {
        int rest = 10;
        for (int i = 0; i < id.length() - 1; i++) {
            int sum = (rest + digit(id, i)) % 10;
            rest = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - rest) % 10 == digit(id, id.length() - 1);
    }

    /** ISO/IEC 7064 mod 11-2, whose last char may be an X for ten. */
    static boolean mod112(String id) {
        int rest = 0;
        for (int i = 0; i < id.length() - 1; i++) {
            rest = (rest + digit(id, i)) * 2 % 11;
        }
        char last = id.charAt(id.length() - 1);
        return (rest + (last == 'X' ? 10 : last - '0')) % 11 == 1;
    }

    /** Whether a day stands here: two digits each of year, month and day. */
    static boolean isDate(String id, int year, int month, int day) {
        return digit(id, year) >= 0 && isMonthAndDay(number(id, month), number(id, day));
    }

    static boolean isMonthAndDay(int month, int day) {
        return month >= 1
                && month <= 12
                && day >= 1
                && day <= (month == 2 ? 29 : month % 7 % 2 == 0 && month != 7 && month != 12 ? 30 : 31);
    }

    /** The number of two digits. */
    static int number(String id, int at) {
        return digit(id, at) * 10 + digit(id, at + 1);
    }
}
