package dev.logmill.curation.privacy.detect;

import static dev.logmill.curation.privacy.detect.CheckDigits.isDate;
import static dev.logmill.curation.privacy.detect.CheckDigits.isMonthAndDay;
import static dev.logmill.curation.privacy.detect.CheckDigits.number;
import static dev.logmill.curation.privacy.detect.CheckDigits.weighted;

import java.math.BigInteger;

/** How the ids of each country of Europe prove themselves; as {@link NationalIdRules} has it. */
final class EuropeanIdRules {
    private static final String ES_LETTERS = "TRWAGMYFPDXBNJZSQVHLCKE";
    private static final String FI_LETTERS = "0123456789ABCDEFHJKLMNPRSTUVWXY";
    private static final String IE_LETTERS = "WABCDEFGHIJKLMNOPQRSTUV";
    private static final BigInteger NINETY_SEVEN = BigInteger.valueOf(97);

    /** What a letter or digit at an odd place counts: Ministry of Finance, decree of 12 March 1974. */
    private static final int[] IT_ODD = {
        1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23
    };

    private EuropeanIdRules() {}

    /** HMRC NIM39110: letters that are not used, prefixes that are not given out, suffixes A to D. */
    static boolean gbInsurance(String id) {
        String prefix = id.substring(0, 2);
        return "DFIQUV".indexOf(id.charAt(0)) < 0
                && "DFIQUVO".indexOf(id.charAt(1)) < 0
                && !"BG GB KN NK NT TN ZZ".contains(prefix)
                && id.charAt(8) >= 'A'
                && id.charAt(8) <= 'D';
    }

    /** NHS data dictionary: weights 10 to 2, mod 11. */
    static boolean gbHealth(String id) {
        int check = 11 - weighted(id, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
        return (check == 11 ? 0 : check) == NationalIdRules.last(id) && !NationalIdRules.allSame(id);
    }

    /** DVLA INF154: surname, decade, month (51 to 62 of women), day, year, initials or nines, a check digit and two letters. */
    static boolean gbLicence(String id) {
        int month = number(id, 6);
        boolean initials = isInitial(id.charAt(11)) && isInitial(id.charAt(12));
        return initials && isMonthAndDay(month > 50 ? month - 50 : month, number(id, 8));
    }

    private static boolean isInitial(char c) {
        return c == '9' || !Letters.isDigit(c);
    }

    /** Section 139b of the Abgabenordnung: one digit twice or thrice among the first ten, mod 11,10. */
    static boolean deTax(String id) {
        int[] counts = new int[10];
        for (int i = 0; i < 10; i++) {
            counts[NationalIdRules.digit(id, i)]++;
        }
        int repeated = 0;
        for (int count : counts) {
            repeated += count > 1 ? 1 : 0;
        }
        return id.charAt(0) != '0' && repeated == 1 && CheckDigits.mod1110(id);
    }

    /** Section 147 of the sixth Sozialgesetzbuch: area, birth date, letter, serial, check digit. */
    static boolean dePension(String id) {
        int letter = id.charAt(8) - 'A' + 1;
        String digits = id.substring(0, 8) + letter / 10 + letter % 10 + id.substring(9);
        int[] weights = {2, 1, 2, 5, 7, 1, 2, 1, 2, 1, 2, 1};
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            int product = NationalIdRules.digit(digits, i) * weights[i];
            sum += product / 10 + product % 10;
        }
        return number(id, 4) >= 1 && number(id, 4) <= 12 && sum % 10 == NationalIdRules.last(id);
    }

    /** INSEE: sex, year, month, place; the key is 97 less the rest. */
    static boolean frRegister(String id) {
        int month = number(id, 3);
        boolean known = (id.charAt(0) == '1' || id.charAt(0) == '2')
                && ((month >= 1 && month <= 12) || (month >= 20 && month <= 42) || month >= 50);
        return known
                && 97 - new BigInteger(id.substring(0, 13)).mod(NINETY_SEVEN).intValue() == number(id, 13);
    }

    /** Direction generale des finances publiques: a first digit up to 3; the last three are what the first ten leave of 511. */
    static boolean frTax(String id) {
        return id.charAt(0) <= '3' && Long.parseLong(id.substring(0, 10)) % 511 == Integer.parseInt(id.substring(10));
    }

    static boolean esIdentity(String id) {
        return ES_LETTERS.charAt(Integer.parseInt(id.substring(0, 8)) % 23) == id.charAt(8);
    }

    static boolean esForeigner(String id) {
        int first = "XYZ".indexOf(id.charAt(0));
        return first >= 0 && esIdentity(first + id.substring(1));
    }

    /** Letters at odd places count by a table, at even places by their place in the alphabet; mod 26. */
    static boolean itFiscal(String id) {
        int sum = 0;
        for (int i = 0; i < 15; i++) {
            char c = id.charAt(i);
            int place = Letters.isDigit(c) ? c - '0' : c - 'A';
            sum += i % 2 == 0 ? IT_ODD[place] : place;
        }
        int day = number(id, 9);
        return "ABCDEHLMPRST".indexOf(id.charAt(8)) >= 0
                && ((day >= 1 && day <= 31) || (day >= 41 && day <= 71))
                && 'A' + sum % 26 == id.charAt(15);
    }

    /** The eleven test: weights 9 to 2 and -1. */
    static boolean nlService(String id) {
        return weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, -1) % 11 == 0 && !NationalIdRules.allSame(id);
    }

    static boolean plPesel(String id) {
        int month = number(id, 2) % 20;
        return isMonthAndDay(month, number(id, 4)) && weighted(id, 1, 3, 7, 9, 1, 3, 7, 9, 1, 3, 1) % 10 == 0;
    }

    static boolean plTax(String id) {
        return weighted(id, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == NationalIdRules.last(id) && !NationalIdRules.allSame(id);
    }

    /** Skatteverket: birth date, serial, Luhn; a coordination number has 60 added to its day. */
    static boolean sePerson(String id) {
        String ten = id.substring(id.length() - 10);
        int day = number(ten, 4);
        boolean century = id.length() == 10 || id.startsWith("19") || id.startsWith("20");
        return century && isMonthAndDay(number(ten, 2), day > 60 ? day - 60 : day) && CardDetector.luhn(ten);
    }

    static boolean noBirth(String id) {
        int day = number(id, 0);
        return isMonthAndDay(number(id, 2), day > 40 ? day - 40 : day)
                && weighted(id, 3, 7, 6, 1, 8, 9, 4, 5, 2, 1) % 11 == 0
                && weighted(id, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
    }

    static boolean fiPerson(String id) {
        String digits = id.length() == 11 ? id.substring(0, 6) + id.substring(7, 10) : id.substring(0, 9);
        return isDate(id, 4, 2, 0) && FI_LETTERS.charAt(Integer.parseInt(digits) % 31) == id.charAt(id.length() - 1);
    }

    static boolean beRegister(String id) {
        long nine = Long.parseLong(id.substring(0, 9));
        int check = number(id, 9);
        return number(id, 2) <= 12 && (97 - nine % 97 == check || 97 - (2_000_000_000L + nine) % 97 == check);
    }

    /** 756, Switzerland, and the check digit of EAN-13. */
    static boolean chInsurance(String id) {
        return id.startsWith("756") && weighted(id, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1) % 10 == 0;
    }

    /** Weights 9 to 1, mod 11; ten is written as zero. */
    static boolean ptTax(String id) {
        int rest = weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 11;
        return rest == 0 || (rest == 1 && NationalIdRules.last(id) == 0);
    }

    static boolean iePublicService(String id) {
        int second = id.length() == 9 && id.charAt(8) != 'W' ? (id.charAt(8) - 'A' + 1) * 9 : 0;
        return IE_LETTERS.charAt((weighted(id, 8, 7, 6, 5, 4, 3, 2) + second) % 23) == id.charAt(7);
    }
}
