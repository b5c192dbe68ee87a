package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The one form of a day, however it is written: 12.03.1984, March 12th, 1984 and 12 de marzo de 1984 are 1984-03-12. Of 03/04/1984
 * nobody can tell which is the month; it stays as it is.
 */
final class DayValue {
    private static final int MONTHS = 12;
    private static final int DAYS = 31;

    /** Digits of a day without marks. */
    private static final int JOINED = 8;

    /** By what its names begin with, three letters or four. */
    private static final Map<String, Integer> MONTH = months(
            "jan|ene|gen|styc|tamm|ocak|ledn|ianu|j\u00e4n",
            "feb|f\u00e9v|fev|lute|helm|\u015fuba|\u00fano",
            "mar|m\u00e4r|mrt|maar|maal|m\u00e1rc|b\u0159ez",
            "apr|avr|abr|kwie|huht|nisa|dubn|\u00e1pr",
            "may|mai|mag|maj|mei|touk|kv\u011bt|m\u00e1j",
            "jun|juin|giu|czer|kes\u00e4|hazi|iuni|j\u00fani",
            "jul|juil|lug|lipc|hein|temm|iuli|j\u00fali",
            "aug|ao\u00fb|ago|sier|elok|a\u011fus|srpn|agus",
            "sep|set|wrze|syys|eyl\u00fc|z\u00e1\u0159\u00ed|szep",
            "oct|okt|ott|out|pa\u017ad|loka|ekim|\u0159\u00edjn",
            "nov|kas\u0131|noie|marr",
            "dec|dez|d\u00e9c|dic|grud|joul|aral|pros|dese");

    private DayValue() {}

    private static Map<String, Integer> months(String... beginnings) {
        Map<String, Integer> months = new HashMap<>();
        for (int month = 0; month < beginnings.length; month++) {
            for (String beginning : beginnings[month].split("\\|", -1)) {
                months.put(beginning, month + 1);
            }
        }
        return Map.copyOf(months);
    }

    /** The day in the form of ISO 8601; what is written in small letters, where it cannot be told. */
    static String of(String written) {
        return iso(written).orElseGet(() -> written.toLowerCase(Locale.ROOT));
    }

    /** A day that is called somebody's birth. */
    static Finding birth(String text, int start, int end) {
        return new Finding("BIRTHDATE", start, end, of(text.substring(start, end)));
    }

    private static Optional<String> iso(String written) {
        List<String> parts = parts(written);
        if (parts.size() == 1 && parts.get(0).length() == JOINED && isCentury(parts.get(0))) {
            String day = parts.get(0);
            return iso(day.substring(0, 4), number(day.substring(4, 6)), number(day.substring(6)));
        }
        if (parts.size() < 3) {
            return Optional.empty();
        }
        String first = parts.get(0);
        String second = parts.get(1);
        String third = parts.get(2);
        int month = month(first) + month(second);
        if (month > 0) {
            return isYear(third) ? iso(third, month, number(month(first) > 0 ? second : first)) : Optional.empty();
        }
        if (isYear(first)) {
            return iso(first, number(second), number(third));
        }
        boolean dotted = written.indexOf('.') > 0;
        boolean dayFirst = dotted || number(first) > MONTHS || first.equals(second);
        boolean monthFirst = !dotted && number(second) > MONTHS;
        if (!isYear(third) || !(dayFirst || monthFirst)) {
            return Optional.empty();
        }
        return dayFirst ? iso(third, number(second), number(first)) : iso(third, number(first), number(second));
    }

    private static Optional<String> iso(String year, int month, int day) {
        boolean real = month >= 1 && month <= MONTHS && day >= 1 && day <= DAYS;
        return real ? Optional.of("%s-%02d-%02d".formatted(year, month, day)) : Optional.empty();
    }

    /** Numbers and the names of months, without what links them and what an ordinal ends with. */
    private static List<String> parts(String written) {
        List<String> parts = new ArrayList<>();
        int at = 0;
        while (at < written.length() && parts.size() < 3) {
            int end = at;
            boolean digit = Letters.digitAt(written, at);
            while (end < written.length()
                    && (digit ? Letters.digitAt(written, end) : Character.isLetter(written.charAt(end)))) {
                end++;
            }
            String part = written.substring(at, end);
            if (digit || month(part) > 0) {
                parts.add(part);
            }
            at = Math.max(at + 1, end);
        }
        return parts;
    }

    /** The number of a month by its name; 0 where it is none. */
    private static int month(String name) {
        if (name.length() < 3 || Letters.isDigit(name.charAt(0))) {
            return 0;
        }
        String small = name.toLowerCase(Locale.ROOT);
        int month = MONTH.getOrDefault(small.substring(0, 3), 0);
        return month > 0 || small.length() < 4 ? month : MONTH.getOrDefault(small.substring(0, 4), 0);
    }

    private static boolean isYear(String digits) {
        return digits.length() == 4 && isCentury(digits);
    }

    private static boolean isCentury(String digits) {
        return digits.startsWith("19") || digits.startsWith("20");
    }

    private static int number(String digits) {
        return digits.length() <= 2 && Letters.digitAt(digits, 0) ? Integer.parseInt(digits) : 0;
    }
}
