package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

/** Dates, in numbers or with the name of a month, that are called somebody's birth, by words before or the JSON key. */
public final class BirthDateDetector implements Detector {
    private static final Set<String> WORDS = Phrases.of(
            "birth dt|birthdt|dt birth|bod|geburtstag ist der|geburtstag ist am|geburtsdatum ist der|born|born on|b|d o b|nac|f nac|fec nac|f nacimiento|fecha nac|nací|né e|ur|ur dnia|urodzony dnia|urodzona dnia|født"
                    + "|fødselsdato|fødselsdag|födelsedag|syntynyt|syntymäaika|geboren am|nato il|nata il|né à|nascido em|nascida em"
                    + "|födelsedatum den|birth|birthday|birthdate|birth date|dob|date of birth|bday|geboren"
                    + "|geburtsdatum|geburtstag|geb|geb dat|geb datum|né le|née le|date de naissance|naissance|nacido|nacida"
                    + "|nació|fecha de nacimiento|nacimiento|nato|nata|data di nascita|nascita|geboortedatum"
                    + "|urodzony|urodzona|data urodzenia|födelsedatum|född|data de nascimento|nascimento"
                    + "|nascido|nascida|nasci|nasceu"
                    + "|cumpleaños|cumpleanos|aniversário|aniversario|data de aniversário|anniversaire|date danniversaire|compleanno|verjaardag|urodziny"
                    + "|bursdag|bursdagen|syntymäpäivä|syntymäpäiväni|doğum tarihi|doğum tarihim|doğum günü|doğum günüm|datum narození|narozen|narozena|narodený|narodená"
                    + "|születési dátum|születési idő|született|születésnapom|data nașterii|născut la|născută la|tanggal lahir|tgl lahir|lahir|ngày sinh|sinh ngày|datum rođenja|rođen|rođena|datum rojstva");

    /** Behind these stand several days. */
    private static final Set<String> SEVERAL = Phrases.of(
            "dobs|dates of birth|birth dates|birthdates|birthdays|geburtsdaten|geburtstage|dates de naissance|fechas de nacimiento"
                    + "|date di nascita|geboortedata|datas de nascimento");

    /** Between these and the day stands the place: "born in Leeds on 3 May 1984". */
    private static final Set<String> BORN = Phrases.of(
            "born|geboren|nato|nata|né|née|nacido|nacida|nació|nací|nascido|nascida|nasceu|urodzony|urodzona|född|født");

    /** Behind the day: "am 3. Mai 1984 geboren". */
    private static final List<String> BEHIND = List.of(" geboren", " born", " urodzon");

    /** Behind these stands the year alone. */
    private static final Set<String> YEARS = Phrases.of(
            "year of birth|birth year|birthyear|yob|born in|geburtsjahr|jahrgang"
                    + "|geboren im jahr|né en|née en|année de naissance|año de nacimiento|nacido en|nacida en|anno di nascita|dob|d o b|date of birth|birth date|birthdate|geburtsdatum|date de naissance|fecha de nacimiento"
                    + "|data di nascita|geboortedatum|data urodzenia|data de nascimento|f\u00f6delsedatum|f\u00f8dselsdato");

    /** Behind these stand the day and the month alone. */
    private static final Set<String> DAYS = Phrases.of(
            "birthday|bday|dob|date of birth|birthdate|birth date|geburtstag|geburtsdatum|anniversaire|date de naissance"
                    + "|cumplea\u00f1os|fecha de nacimiento|compleanno|data di nascita|verjaardag|geboortedatum|urodziny|data urodzenia");

    private static final int LONGEST_SIGN = 5;
    private static final int ITEM_REACH = 200;

    /** What their names begin with, three letters or four. */
    private static final Set<String> MONTHS = Set.of(
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mär", "mai", "okt",
            "dez", "fév", "avr", "juin", "juil", "aoû", "déc", "ene", "abr", "ago", "dic", "gen", "mag", "giu", "lug",
            "set", "ott", "fev", "out", "maj", "mrt", "mei", "styc", "lute", "kwie", "czer", "lipc", "sier", "wrze",
            "paźd", "list", "grud", "tamm", "helm", "huht", "touk", "kesä", "hein", "elok", "syys", "loka", "joul",
            "ocak", "şuba", "nisa", "hazi", "temm", "ağus", "eylü", "ekim", "kası", "aral", "ledn", "únor", "břez",
            "dubn", "květ", "červ", "srpn", "září", "říjn", "pros", "ianu", "iuni", "iuli", "noie", "máj", "júni",
            "júli", "szep", "agus", "dese", "maar", "maal", "jän", "márc", "ápr");

    private static final int SHORTEST_WITH_YEAR = 5;

    @Override
    public boolean mayFind(Signs signs) {
        return signs.digits() >= 1;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        BirthStar.find(scan, sink);
        if (!scan.isAbout(Topic.BIRTH, label)) {
            return;
        }
        String text = scan.text();
        if (BirthKey.tells(label, text)) {
            sink.accept(new Finding("BIRTHDATE", 0, text.length(), text));
            return;
        }
        int from = 0;
        for (int run = 0; run < scan.runs(); run++) {
            int start = scan.start(run);
            if (start >= from && scan.length(run) <= 8 && !Letters.wordBefore(text, start)) {
                if (isYear(text, start, scan.end(run))
                        && Cues.before(text, start, label).endWith(YEARS)) {
                    from = scan.end(run);
                    sink.accept(DayValue.birth(text, start, from));
                    from = withDayBehind(text, from, sink);
                    continue;
                }
                int called = CodeDate.end(text, start);
                if (called > 0
                        && Cues.before(text, CodeDate.start(text, start), label).endWith(WORDS)) {
                    from = called;
                    sink.accept(DayValue.birth(text, start, from));
                    continue;
                }
                int day = DateForm.dayAndMonthEnd(text, start);
                if (day > 0
                        && isSet(text, start, label)
                        && Cues.before(text, start, label).endWith(DAYS)) {
                    from = day;
                    sink.accept(DayValue.birth(text, start, from));
                    continue;
                }
                int begin = withMonthBefore(text, start, from);
                int end = DateForm.end(text, begin);
                if (end > 0 && isBirth(scan, begin, end, label)) {
                    sink.accept(DayValue.birth(text, begin, end));
                    from = Cues.before(text, begin, label).endWith(SEVERAL) ? others(text, begin, end, sink) : end;
                }
            }
        }
    }

    /** Whether a sign or "is" stands before, or a number begins all that is under a key: "birthday 10/10" is a mark. */
    private static boolean isSet(String text, int start, String label) {
        String before = text.substring(Math.max(0, start - LONGEST_SIGN), start);
        return (start == 0 && !label.isEmpty()) || before.endsWith(" is ") || before.matches(".*[:=][ \"']*");
    }

    /** Takes the days behind one of several; gives the end of the last. */
    private static int others(String text, int start, int end, Consumer<Finding> sink) {
        int first = start;
        int last = end;
        int next = ListedValue.next(text, first, last);
        int nextEnd = next < 0 ? -1 : DateForm.end(text, next);
        while (nextEnd > 0) {
            sink.accept(DayValue.birth(text, next, nextEnd));
            first = next;
            last = nextEnd;
            next = ListedValue.next(text, first, last);
            nextEnd = next < 0 ? -1 : DateForm.end(text, next);
        }
        return last;
    }

    /** Born in 1951 (Jul 4): takes the day in brackets behind a year; gives the index to go on at. */
    private static int withDayBehind(String text, int yearEnd, Consumer<Finding> sink) {
        int start = yearEnd + 2;
        int end = text.startsWith(" (", yearEnd) ? DateForm.end(text, start) : -1;
        if (end < 0 || !text.startsWith(")", end)) {
            return yearEnd;
        }
        sink.accept(DayValue.birth(text, start, end));
        return end;
    }

    private static boolean isBirth(Scan scan, int start, int end, String label) {
        String text = scan.text();
        Cues cues = Cues.before(text, start, label);
        if (cues.endWith(SEVERAL)) {
            return true;
        }
        if (cues.endWith(WORDS)) {
            return !isSecondItem(text, start);
        }
        boolean year = end - start > SHORTEST_WITH_YEAR;
        return year
                && ((cues.say(BORN) && isOneClause(text, start))
                        || BEHIND.stream().anyMatch(behind -> text.startsWith(behind, end))
                        || BirthNear.is(scan, start, end));
    }

    /** "a. 2019-05-01 ... b. 2020-05-01" is a list. */
    private static boolean isSecondItem(String text, int start) {
        int item = start - "b. ".length();
        return text.startsWith("b. ", item)
                && (item == 0 || !Letters.wordBefore(text, item))
                && text.substring(Math.max(0, item - ITEM_REACH), item).matches("(?s)(.*\\s)?a\\. .*");
    }

    /** Whether no sentence or part of one ends between a day and the words before that are looked at. */
    private static boolean isOneClause(String text, int start) {
        String before = text.substring(Math.max(0, start - Cues.REACH), start);
        return !SentenceEnd.isIn(before)
                && before.indexOf(';') < 0
                && !before.endsWith("between ")
                && before.indexOf(':') < 0;
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
        while (word > least && " ./-".indexOf(text.charAt(word - 1)) >= 0 && digit - word < 2) {
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
