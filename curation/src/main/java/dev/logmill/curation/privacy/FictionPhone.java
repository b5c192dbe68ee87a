package dev.logmill.curation.privacy;

import java.util.List;
import java.util.function.IntUnaryOperator;

/**
 * Phone numbers that nobody has, in place of somebody's: of the ranges that countries keep for films and books (NANPA 555-0100 to
 * 555-0199, Ofcom, Arcep, ACMA, PTS, ComReg, Bundesnetzagentur). Where a country keeps none, or where no country is told, two digits
 * of the code of the country stay and zeros follow up to the last three digits: no subscriber has such a number.
 */
final class FictionPhone {
    private static final int DRAWN = 3;
    private static final int CODE = 2;

    /** What such numbers begin with, with the code of the country, and how many digits are drawn behind. */
    private record Range(String code, String prefix, int drawn, int digits) {}

    private static final List<Range> RANGES = List.of(
            new Range("1", "120255501", 2, 11),
            new Range("44", "447700900", 3, 12),
            new Range("33", "3363998", 4, 11),
            new Range("49", "493023125", 3, 12),
            new Range("61", "6125550", 4, 11),
            new Range("46", "468465004", 2, 11),
            new Range("353", "3532091", 5, 12));

    private FictionPhone() {}

    /**
     * A number of as many digits.
     *
     * @param digits those of somebody's number
     * @param country a code of a country stands first
     * @param below draws a number below another
     */
    static String of(String digits, boolean country, IntUnaryOperator below) {
        boolean america = !country && digits.length() == 10 && digits.charAt(0) > '1';
        boolean british = !country && digits.length() == 11 && digits.startsWith("07");
        if (america) {
            return of("1" + digits, true, below).substring(1);
        }
        if (british) {
            return "0" + of("44" + digits.substring(1), true, below).substring(2);
        }
        for (Range range : RANGES) {
            boolean coded = country || (digits.startsWith("1") && range.code().equals("1"));
            if (coded && digits.startsWith(range.code()) && digits.length() == range.digits()) {
                return range.prefix() + drawn(range.drawn(), below);
            }
        }
        return zeros(digits, country, below);
    }

    private static String zeros(String digits, boolean country, IntUnaryOperator below) {
        int code = country ? Math.min(digits.length(), CODE) : 0;
        int last = Math.min(DRAWN, digits.length() - code);
        return digits.substring(0, code) + "0".repeat(digits.length() - code - last) + drawn(last, below);
    }

    private static String drawn(int digits, IntUnaryOperator below) {
        String number = Integer.toString(below.applyAsInt((int) Math.pow(10, digits)));
        return "0".repeat(digits - number.length()) + number;
    }
}
