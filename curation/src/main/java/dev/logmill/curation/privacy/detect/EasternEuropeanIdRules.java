package dev.logmill.curation.privacy.detect;

import static dev.logmill.curation.privacy.detect.CheckDigits.isDate;
import static dev.logmill.curation.privacy.detect.CheckDigits.isMonthAndDay;
import static dev.logmill.curation.privacy.detect.CheckDigits.number;
import static dev.logmill.curation.privacy.detect.CheckDigits.weighted;

/** How the ids of the east and the far north of Europe prove themselves; as {@link NationalIdRules} has it. */
final class EasternEuropeanIdRules {
    private EasternEuropeanIdRules() {}

    /** Birth date, with 20 or 40 added to the month for other centuries. */
    static boolean bgPerson(String id) {
        int check = weighted(id, 2, 4, 8, 5, 10, 9, 7, 3, 6) % 11 % 10;
        return isMonthAndDay(number(id, 2) % 20, number(id, 4)) && check == NationalIdRules.last(id);
    }

    /** Act 133/2000: birth date, with 50 added to the month of women and 20 where numbers ran out; all ten digits by eleven. */
    static boolean czBirth(String id) {
        int month = number(id, 2) % 50;
        long nine = Long.parseLong(id.substring(0, 9));
        boolean divides = Long.parseLong(id) % 11 == 0 || (nine % 11 == 10 && NationalIdRules.last(id) == 0);
        return isMonthAndDay(month > 20 ? month - 20 : month, number(id, 4)) && divides;
    }

    /** Estonia and Lithuania: century and sex, birth date, serial; where the first weights give ten the second ones count. */
    static boolean balticPerson(String id) {
        int check = weighted(id, 1, 2, 3, 4, 5, 6, 7, 8, 9, 1) % 11;
        int second = weighted(id, 3, 4, 5, 6, 7, 8, 9, 1, 2, 3) % 11 % 10;
        boolean century = id.charAt(0) >= '1' && id.charAt(0) <= '8';
        return century && isDate(id, 1, 3, 5) && (check == 10 ? second : check) == NationalIdRules.last(id);
    }

    /** A birth date, or 32 and random digits since 2017. */
    static boolean lvPerson(String id) {
        return id.startsWith("32") || isDate(id, 4, 2, 0);
    }

    /** Birth date and Luhn. */
    static boolean grInsurance(String id) {
        return isDate(id, 4, 2, 0) && CardDetector.luhn(id);
    }

    static boolean grTax(String id) {
        return weighted(id, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == NationalIdRules.last(id)
                && !NationalIdRules.allSame(id);
    }

    static boolean huInsurance(String id) {
        return weighted(id, 3, 7, 3, 7, 3, 7, 3, 7) % 10 == NationalIdRules.last(id);
    }

    static boolean huTax(String id) {
        return id.charAt(0) == '8' && weighted(id, 1, 2, 3, 4, 5, 6, 7, 8, 9) % 11 == NationalIdRules.last(id);
    }

    /** Of Yugoslavia, as its successors still give it out: day, month, three digits of the year, region, serial. */
    static boolean yuPerson(String id) {
        int check = 11 - weighted(id, 7, 6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2) % 11;
        return isMonthAndDay(number(id, 2), number(id, 0)) && (check == 11 ? 0 : check) == NationalIdRules.last(id);
    }

    static boolean isPerson(String id) {
        int check = (11 - weighted(id, 3, 2, 7, 6, 5, 4, 3, 2) % 11) % 11;
        int day = number(id, 0);
        return isMonthAndDay(number(id, 2), day > 40 ? day - 40 : day) && check == NationalIdRules.digit(id, 8);
    }

    static boolean roPerson(String id) {
        int rest = weighted(id, 2, 7, 9, 1, 4, 6, 3, 5, 8, 2, 7, 9) % 11;
        return id.charAt(0) != '0' && isDate(id, 1, 3, 5) && (rest == 10 ? 1 : rest) == NationalIdRules.last(id);
    }

    static boolean ruInsurance(String id) {
        return weighted(id, 9, 8, 7, 6, 5, 4, 3, 2, 1) % 101 % 100 == number(id, 9) && !NationalIdRules.allSame(id);
    }

    static boolean ruTax(String id) {
        return weighted(id, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == NationalIdRules.digit(id, 10)
                && weighted(id, 3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8) % 11 % 10 == NationalIdRules.digit(id, 11);
    }

    static boolean uaTax(String id) {
        return Math.floorMod(weighted(id, -1, 5, 7, 9, 4, 6, 10, 5, 7), 11) % 10 == NationalIdRules.last(id);
    }
}
