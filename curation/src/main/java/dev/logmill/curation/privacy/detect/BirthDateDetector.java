package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Dates, in numbers or with the name of a month, that are called somebody's birth, by words before or the JSON key. */
public final class BirthDateDetector implements Detector {
    private static final Set<String> WORDS =
            Phrases.of("born|born on|birth|birthday|birthdate|birth date|dob|d o b|date of birth|bday|geboren"
                    + "|geburtsdatum|geburtstag|geb|né le|née le|date de naissance|naissance|nacido|nacida"
                    + "|nació|fecha de nacimiento|nacimiento|nato|nata|data di nascita|nascita|geboortedatum"
                    + "|urodzony|urodzona|data urodzenia|födelsedatum|född|data de nascimento|nascimento"
                    + "|nascido|nascida");
    /** Behind these stands the year alone. */
    private static final Set<String> YEARS = Phrases.of(
            "year of birth|birth year|birthyear|yob|born in|geburtsjahr|jahrgang"
                    + "|geboren im jahr|né en|née en|année de naissance|año de nacimiento|nacido en|nacida en|anno di nascita");

    /** What their names begin with, three letters or four. */
    private static final Set<String> MONTHS = Set.of(
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mai", "okt",
            "dez", "fév", "avr", "juin", "juil", "aoû", "déc", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug",
            "set", "ott", "fev", "out", "maj", "mrt", "mei");

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 2;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        if (!scan.isAbout(Topic.BIRTH, label)) {
            return;
        }
        String text = scan.text();
        int from = 0;
        for (int run = 0; run < scan.runs(); run++) {
            int start = scan.start(run);
            if (start >= from && scan.length(run) <= 8 && !Letters.wordBefore(text, start)) {
                if (isYear(text, start, scan.end(run))
                        && Cues.before(text, start, label).endWith(YEARS)) {
                    from = scan.end(run);
                    sink.accept(new Finding("BIRTHDATE", start, from, text.substring(start, from)));
                    continue;
                }
                int begin = withMonthBefore(text, start, from);
                int end = DateForm.end(text, begin);
                if (end > 0 && Cues.before(text, begin, label).endWith(WORDS)) {
                    String value = text.substring(begin, end).toLowerCase(Locale.ROOT);
                    sink.accept(new Finding("BIRTHDATE", begin, end, value));
                    from = end;
                }
            }
        }
    }

    private static boolean isYear(String text, int start, int end) {
        boolean year = end - start == 4 && (text.startsWith("19", start) || text.startsWith("20", start));
        boolean goesOn = Letters.wordAt(text, end)
                || (end < text.length() && "-/.,".indexOf(text.charAt(end)) >= 0 && Letters.digitAt(text, end + 1));
        return year && !goesOn;
    }

    /** Where the date begins: at the name of a month before the day, as in May 3rd, 1980. */
    private static int withMonthBefore(String text, int digit, int least) {
        int word = digit;
        while (word > least && " .".indexOf(text.charAt(word - 1)) >= 0 && digit - word < 2) {
            word--;
        }
        int start = word;
        while (start > least && word - start < 10 && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return start < word && isMonth(text.substring(start, word)) ? start : digit;
    }

    /** Whether a word is the name of a month or its short form, in one of eight languages. */
    static boolean isMonth(String word) {
        if (word.length() < 3) {
            return false;
        }
        String small = word.toLowerCase(Locale.ROOT);
        return MONTHS.contains(small.substring(0, 3)) || (small.length() > 3 && MONTHS.contains(small.substring(0, 4)));
    }
}
