package dev.logmill.curation.privacy.detect;

import static dev.logmill.curation.privacy.detect.CheckDigits.isDate;
import static dev.logmill.curation.privacy.detect.CheckDigits.isMonthAndDay;
import static dev.logmill.curation.privacy.detect.CheckDigits.number;
import static dev.logmill.curation.privacy.detect.CheckDigits.weighted;

/** How the ids of the east and the south east of Asia prove themselves; as {@link NationalIdRules} has it. */
final class AsianIdRules {
    /** What the first letter counts in Taiwan, from A on. */
    private static final int[] TW_LETTERS = {
        10, 11, 12, 13, 14, 15, 16, 17, 34, 18, 19, 20, 21, 22, 35, 23, 24, 25, 26, 27, 28, 29, 32, 30, 31, 33
    };

    /** What stands for a letter that is not there. */
    private static final int HK_SPACE = 36;

    private AsianIdRules() {}

    /** One letter or two, six digits and a check digit, an A for ten: weights 9 to 1, mod 11. */
    static boolean hkIdentity(String id) {
        int letters = id.length() - 7;
        int sum = letters == 2 ? value(id, 0) * 9 + value(id, 1) * 8 : HK_SPACE * 9 + value(id, 0) * 8;
        for (int i = 0; i < 7; i++) {
            sum += value(id, letters + i) * (7 - i);
        }
        boolean check = Letters.isDigit(id.charAt(id.length() - 1)) || id.endsWith("A");
        return check && sum % 11 == 0;
    }

    private static int value(String id, int at) {
        char c = id.charAt(at);
        return Letters.isDigit(c) ? c - '0' : c - 'A' + 10;
    }

    /** Birth date, place of birth, serial. */
    static boolean myIdentity(String id) {
        int place = number(id, 6);
        return isDate(id, 0, 2, 4) && place > 0 && (place < 17 || place > 20);
    }

    /** Place, birth date with 40 added to the day of women, serial. */
    static boolean idResident(String id) {
        int day = number(id, 6);
        return id.charAt(0) != '0' && isMonthAndDay(number(id, 8), day > 40 ? day - 40 : day);
    }

    static boolean thCitizen(String id) {
        int check = (11 - weighted(id, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2) % 11) % 10;
        return id.charAt(0) != '0' && check == NationalIdRules.last(id);
    }

    static boolean twIdentity(String id) {
        int letter = TW_LETTERS[id.charAt(0) - 'A'];
        int sum = letter / 10 + letter % 10 * 9 + weighted(id.substring(1), 8, 7, 6, 5, 4, 3, 2, 1, 1);
        return "1289".indexOf(id.charAt(1)) >= 0 && sum % 10 == 0;
    }

    /** Province, century and sex, year, serial. */
    static boolean vnCitizen(String id) {
        return id.charAt(0) == '0' && number(id, 1) > 0;
    }
}
