package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Set;

/** JSON keys that a date of birth stands under as a number or in parts: {@code {"dob": 572572800}}, {@code {"dob": {"day": 14}}}. */
public final class BirthKey {
    /** How the keys end, without marks and accents. */
    private static final List<String> DATES = List.of(
            "dateofbirth",
            "birthdate",
            "birthday",
            "dob",
            "geburtsdatum",
            "geburtstag",
            "datedenaissance",
            "datenaissance",
            "fechadenacimiento",
            "fechanacimiento",
            "datadinascita",
            "datanascita",
            "geboortedatum",
            "dataurodzenia",
            "datadenascimento",
            "datanascimento");

    /** What may stand behind, of a time that is counted from 1970 on. */
    private static final List<String> COUNTED = List.of(
            "timestamp", "epochseconds", "epochmillis", "epochms", "epoch", "millis", "seconds", "unix", "ts", "ms");

    private static final Set<String> PARTS =
            Phrases.of("day|month|year|dd|mm|yyyy|tag|monat|jahr|jour|mois|annee|dia|mes"
                    + "|ano|giorno|mese|anno|dag|maand|jaar|dzien|miesiac|rok");

    private static final int LEAST_DIGITS = 6;

    /** Of milliseconds since 1970. */
    private static final int MOST_DIGITS = 13;

    private static final int LONGEST_PART = 4;

    private BirthKey() {}

    /**
     * The key that a value stands under; with the one above it where that calls a date of birth and its own a part of a date.
     *
     * @param above the key of the object that it stands in; empty where it has none
     */
    public static String label(String above, String key) {
        return !above.isEmpty() && PARTS.contains(Label.folded(key)) && isDate(above) ? above + "_" + key : key;
    }

    /** Whether a whole date stands under it. */
    public static boolean isDate(String key) {
        return isOf(DATES, Label.folded(key)) || isOf(DATES, withoutEnd(Label.folded(key), COUNTED));
    }

    /** Whether a number that is all of a text is a date of birth under a key, or a part of one. */
    static boolean tells(String key, String text) {
        int digits = text.length() - (text.startsWith("-") ? 1 : 0);
        boolean number =
                digits > 0 && text.chars().skip(text.length() - digits).allMatch(c -> Letters.isDigit((char) c));
        if (!number) {
            return false;
        }
        return digits <= LONGEST_PART
                ? digits == text.length() && isPart(key)
                : digits >= LEAST_DIGITS && digits <= MOST_DIGITS && isDate(key);
    }

    private static boolean isPart(String key) {
        String folded = Label.folded(key);
        return PARTS.stream()
                .filter(folded::endsWith)
                .map(part -> folded.substring(0, folded.length() - part.length()))
                .anyMatch(above -> isOf(DATES, above));
    }

    private static boolean isOf(List<String> ends, String key) {
        return ends.stream().anyMatch(key::endsWith);
    }

    private static String withoutEnd(String key, List<String> ends) {
        return ends.stream()
                .filter(key::endsWith)
                .findFirst()
                .map(end -> key.substring(0, key.length() - end.length()))
                .orElse(key);
    }
}
