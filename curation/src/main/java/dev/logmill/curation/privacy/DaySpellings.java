package dev.logmill.curation.privacy;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** How else people write a day: 1984-03-12 as 12.03.1984, 12/3/1984, March 12, 1984 or 12. März 1984. */
final class DaySpellings {
    private static final List<DateTimeFormatter> IN_NUMBERS = formats(
            Locale.ROOT,
            "yyyy-MM-dd|yyyy/MM/dd|yyyy.MM.dd|yyyyMMdd|dd.MM.yyyy|d.M.yyyy|dd/MM/yyyy|d/M/yyyy|MM/dd/yyyy|M/d/yyyy|dd-MM-yyyy|MM-dd-yyyy");

    private static final List<DateTimeFormatter> IN_WORDS = inWords();

    private DaySpellings() {}

    private static List<DateTimeFormatter> inWords() {
        List<DateTimeFormatter> formats = new ArrayList<>(formats(
                Locale.ENGLISH,
                "d MMMM yyyy|dd MMMM yyyy|d MMM yyyy|dd MMM yyyy|dd-MMM-yyyy|d-MMM-yyyy|ddMMMyyyy|MMMM d, yyyy|MMMM d yyyy|MMM d, yyyy"
                        + "|MMM d yyyy|MMMM dd, yyyy|d MMMM, yyyy|MMM dd, yyyy"));
        formats.addAll(formats(Locale.GERMAN, "d. MMMM yyyy|dd. MMMM yyyy"));
        for (String language : List.of("fr", "it", "nl", "pl", "sv", "da")) {
            formats.addAll(formats(Locale.forLanguageTag(language), "d MMMM yyyy"));
        }
        for (String language : List.of("es", "pt")) {
            formats.addAll(formats(Locale.forLanguageTag(language), "d 'de' MMMM 'de' yyyy"));
        }
        return List.copyOf(formats);
    }

    private static List<DateTimeFormatter> formats(Locale language, String patterns) {
        List<DateTimeFormatter> formats = new ArrayList<>();
        for (String pattern : patterns.split("\\|", -1)) {
            formats.add(DateTimeFormatter.ofPattern(pattern, language));
        }
        return formats;
    }

    /** Those of a day in the form of ISO 8601; none of what is no such day. */
    static Set<String> of(String iso) {
        Set<String> spellings = new LinkedHashSet<>();
        if (iso.length() != "1984-03-12".length()) {
            return spellings;
        }
        LocalDate day;
        try {
            day = LocalDate.parse(iso);
        } catch (DateTimeException noDay) {
            return spellings;
        }
        IN_NUMBERS.forEach(format -> spellings.add(format.format(day)));
        IN_WORDS.forEach(format -> spellings.add(format.format(day)));
        String ordinal = day.getDayOfMonth() + ordinal(day.getDayOfMonth());
        for (String month : List.of("MMMM", "MMM")) {
            String name = DateTimeFormatter.ofPattern(month, Locale.ENGLISH).format(day);
            spellings.add(name + " " + ordinal + ", " + day.getYear());
            spellings.add(name + " " + ordinal + " " + day.getYear());
            spellings.add(ordinal + " " + name + " " + day.getYear());
            spellings.add(ordinal + " of " + name + " " + day.getYear());
        }
        return spellings;
    }

    private static String ordinal(int day) {
        if (day / 10 == 1) {
            return "th";
        }
        return switch (day % 10) {
            case 1 -> "st";
            case 2 -> "nd";
            case 3 -> "rd";
            default -> "th";
        };
    }
}
