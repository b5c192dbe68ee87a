package dev.logmill.curation.privacy.detect;

import static dev.logmill.curation.privacy.detect.CheckDigits.isDate;
import static dev.logmill.curation.privacy.detect.CheckDigits.number;
import static dev.logmill.curation.privacy.detect.CheckDigits.weighted;

/**
 * How the ids of each country beyond Europe prove themselves, whose are {@link EuropeanIdRules}; each rule takes an id of the
 * right form, without separators, in capitals.
 */
final class NationalIdRules {
    private NationalIdRules() {}

    static int digit(String id, int at) {
        return id.charAt(at) - '0';
    }

    static int last(String id) {
        return digit(id, id.length() - 1);
    }

    static boolean allSame(String id) {
        return id.chars().allMatch(c -> c == id.charAt(0));
    }

    /** SSA: no area 000 or 666, no group 00, no serial 0000; from 900 on it is the tax office's, whose groups are few. */
    static boolean usSocialSecurity(String id) {
        int area = Integer.parseInt(id.substring(0, 3));
        int group = number(id, 3);
        boolean taxpayer = (group >= 50 && group <= 65) || (group >= 70 && group <= 88) || group >= 90;
        return area > 0
                && area != 666
                && group > 0
                && !id.endsWith("0000")
                && !id.equals("078051120")
                && !id.equals("219099999")
                && !id.equals("123456789")
                && (area < 900 || taxpayer);
    }

    /** CMS: letters without S, L, O, I, B, Z; the first digit is no zero. */
    static boolean usMedicare(String id) {
        return id.length() == 11
                && id.charAt(0) != '0'
                && Letters.isAsciiLetter(id.charAt(1))
                && id.chars().noneMatch(c -> "SLOIBZ".indexOf(c) >= 0);
    }

    static boolean inAadhaar(String id) {
        return id.charAt(0) >= '2' && CheckDigits.verhoeff(id);
    }

    /** The fourth letter tells whose account it is. */
    static boolean inAccount(String id) {
        return "ABCFGHLJPT".indexOf(id.charAt(3)) >= 0 && !id.substring(5, 9).equals("0000");
    }

    /** CNPJ: two check digits with weights from 2 to 9, again and again from the right. */
    static boolean brFirm(String id) {
        return isFirmDigit(id, 12) && isFirmDigit(id, 13);
    }

    private static boolean isFirmDigit(String id, int place) {
        int sum = 0;
        for (int i = 0; i < place; i++) {
            sum += (id.charAt(i) - '0') * (2 + (place - 1 - i) % 8);
        }
        int rest = sum % 11;
        return id.charAt(place) - '0' == (rest < 2 ? 0 : 11 - rest);
    }

    static boolean brPerson(String id) {
        return !allSame(id)
                && weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == digit(id, 9)
                && weighted(id, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) * 10 % 11 % 10 == digit(id, 10);
    }

    static boolean caInsurance(String id) {
        return id.charAt(0) != '0' && id.charAt(0) != '8' && CardDetector.luhn(id);
    }

    static boolean auTaxFile(String id) {
        return id.length() == 9
                ? weighted(id, 1, 4, 3, 7, 5, 8, 6, 9, 10) % 11 == 0
                : weighted(id, 10, 7, 8, 4, 6, 3, 5, 1) % 11 == 0;
    }

    static boolean auMedicare(String id) {
        return id.charAt(0) >= '2' && id.charAt(0) <= '6' && weighted(id, 1, 3, 7, 9, 1, 3, 7, 9) % 10 == digit(id, 8);
    }

    /** Weights 2, 7, 6, 5, 4, 3, 2; the first letter tells the century and the table. */
    static boolean sgIdentity(String id) {
        int sum = weighted(id.substring(1), 2, 7, 6, 5, 4, 3, 2);
        return switch (id.charAt(0)) {
            case 'S' -> "JZIHGFEDCBA".charAt(sum % 11) == id.charAt(8);
            case 'T' -> "JZIHGFEDCBA".charAt((sum + 4) % 11) == id.charAt(8);
            case 'F' -> "XWUTRQPNMLK".charAt(sum % 11) == id.charAt(8);
            case 'G' -> "XWUTRQPNMLK".charAt((sum + 4) % 11) == id.charAt(8);
            case 'M' -> "KLJNPQRTUWX".charAt(10 - (sum + 3) % 11) == id.charAt(8);
            default -> false;
        };
    }

    /** Birth date and sex; since October 2020 the rest is random, so that there is no check digit. */
    static boolean krResident(String id) {
        return isDate(id, 0, 2, 4) && id.charAt(6) >= '1' && id.charAt(6) <= '8';
    }

    static boolean zaIdentity(String id) {
        return isDate(id, 0, 2, 4) && id.charAt(10) <= '2' && CardDetector.luhn(id);
    }

    /** GB 11643-1999. */
    static boolean cnResident(String id) {
        return (id.startsWith("19", 6) || id.startsWith("20", 6)) && isDate(id, 8, 10, 12) && CheckDigits.mod112(id);
    }

    static boolean trIdentity(String id) {
        int odd = digit(id, 0) + digit(id, 2) + digit(id, 4) + digit(id, 6) + digit(id, 8);
        int even = digit(id, 1) + digit(id, 3) + digit(id, 5) + digit(id, 7);
        int first = Math.floorMod(odd * 7 - even, 10);
        return id.charAt(0) != '0' && first == digit(id, 9) && (odd + even + first) % 10 == digit(id, 10);
    }

    /** RENAPO: birth date, sex, state. */
    static boolean mxPopulation(String id) {
        return isDate(id, 4, 6, 8) && "HMX".indexOf(id.charAt(10)) >= 0;
    }

    static boolean clTax(String id) {
        int sum = 0;
        for (int i = 0; i < id.length() - 1; i++) {
            sum += digit(id, id.length() - 2 - i) * (2 + i % 6);
        }
        int check = 11 - sum % 11;
        char expected = check == 11 ? '0' : check == 10 ? 'K' : (char) ('0' + check);
        return expected == id.charAt(id.length() - 1);
    }

    /** Of a person or a firm: its kind, the identity card's number, a check digit. */
    static boolean arTax(String id) {
        int check = 11 - weighted(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        boolean kind = "20 23 24 25 26 27 30 33 34".contains(id.substring(0, 2));
        return kind && (check == 11 ? 0 : check == 10 ? 9 : check) == last(id);
    }

    static boolean brWorker(String id) {
        int check = 11 - weighted(id, 3, 2, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check > 9 ? 0 : check) == last(id) && !allSame(id);
    }
}
