package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Ages in the short forms of clinics and chats: 54 y/o, 34yo, 72F with chest pain, (45, F), (M/32), 28/F/London. */
final class ShortAge {
    private static final int LEAST = 10;
    private static final int LEAST_BARE = 18;
    private static final int OLDEST = 120;
    private static final int LONGEST_WORD = 12;

    /** Behind a number and the letter of a sex, where it is somebody. */
    private static final Set<String> BEHIND =
            Phrases.of("with|presents|presenting|presented|complains|complaining|admitted"
                    + "|here|pt|patient|who|hx|seen|brought|comes|came|s/p|c/o|h/o");

    /** Before them. */
    private static final Set<String> BEFORE = Set.of("a", "an", "pt", "patient", "the", "this", "i'm", "my", "old");

    private static final List<String> PATIENTS = List.of("pt is ", "patient is ", "pt: ", "pt = ");

    private ShortAge() {}

    /** Whether digits are one. */
    static boolean is(String text, int start, int end) {
        int digits = end - start;
        if (digits > 3 || Integer.parseInt(text.substring(start, end)) > OLDEST || isPartOfNumber(text, start, end)) {
            return false;
        }
        return isOfYears(text, start, end)
                || (digits > 1
                        && Integer.parseInt(text.substring(start, end)) >= LEAST
                        && (isBeforeSex(text, start, end) || isBehindSex(text, start, end)));
    }

    private static boolean isPartOfNumber(String text, int start, int end) {
        boolean before = start > 1 && ".,:-+$#".indexOf(text.charAt(start - 1)) >= 0;
        boolean behind =
                end + 1 < text.length() && ".,:".indexOf(text.charAt(end)) >= 0 && Letters.digitAt(text, end + 1);
        return behind || (before && (text.charAt(start - 1) != ',' || Letters.digitAt(text, start - 2)));
    }

    /** 54 y/o, 34yo, 7 y.o. */
    private static boolean isOfYears(String text, int start, int end) {
        if (Letters.wordBefore(text, start)) {
            return false;
        }
        int from = end < text.length() && " -".indexOf(text.charAt(end)) >= 0 ? end + 1 : end;
        for (String form : new String[] {"yo", "y/o", "y.o"}) {
            int last = from + form.length();
            if (text.regionMatches(true, from, form, 0, form.length())) {
                return !Letters.wordAt(text, last) && (last == text.length() || "-'(=[".indexOf(text.charAt(last)) < 0);
            }
        }
        return false;
    }

    /** 72F with chest pain, (45, F), 28/F/London. */
    private static boolean isBeforeSex(String text, int start, int end) {
        if (Letters.wordBefore(text, start)) {
            return false;
        }
        int sex = end;
        while (sex < text.length() && sex - end < 2 && ",/ ".indexOf(text.charAt(sex)) >= 0) {
            sex++;
        }
        if (!isSex(text, sex) || Letters.wordAt(text, sex + 1)) {
            return false;
        }
        boolean opened = start > 0 && text.charAt(start - 1) == '(';
        boolean closed = sex + 1 < text.length() && text.charAt(sex + 1) == ')';
        boolean slashed = sex == end + 1
                && text.charAt(end) == '/'
                && (start == 0 || text.charAt(start - 1) <= ' ')
                && (start == 0 || (sex + 1 < text.length() && text.charAt(sex + 1) == '/'));
        return (opened && closed)
                || slashed
                || (sex == end + 1 && text.charAt(end) == ' ' && isBehindPatient(text, start))
                || (sex == end && (isPatient(text, start) || isAmidWords(text, start, sex + 1)));
    }

    /** Pt is 65M. */
    private static boolean isPatient(String text, int start) {
        return PATIENTS.stream().anyMatch(who -> {
            int from = start - who.length();
            return text.regionMatches(true, from, who, 0, who.length()) && !Letters.wordBefore(text, from);
        });
    }

    /** Pt 58 F. */
    private static boolean isBehindPatient(String text, int start) {
        return Stream.of("pt ", "patient ", "pt. ")
                .anyMatch(who -> text.regionMatches(true, start - who.length(), who, 0, who.length())
                        && !Letters.wordBefore(text, start - who.length()));
    }

    private static boolean isAmidWords(String text, int start, int end) {
        int from = end;
        while (from < text.length() && " ,".indexOf(text.charAt(from)) >= 0 && from - end < 2) {
            from++;
        }
        int to = from;
        while (to < text.length()
                && to - from < LONGEST_WORD
                && text.charAt(to) > ' '
                && ",.;".indexOf(text.charAt(to)) < 0) {
            to++;
        }
        return BEHIND.contains(text.substring(from, to).toLowerCase(Locale.ROOT)) && isBehindArticle(text, start);
    }

    /** Whether a sentence begins here, or an article or who it is of stands before: "it is 72F with some wind" is a weather. */
    private static boolean isBehindArticle(String text, int start) {
        if (Letters.beginsSentence(text, start)) {
            return true;
        }
        int last = start;
        while (last > 0 && text.charAt(last - 1) == ' ' && start - last < 2) {
            last--;
        }
        int first = last;
        while (first > 0 && last - first < LONGEST_WORD && text.charAt(first - 1) > ' ') {
            first--;
        }
        return last < start && BEFORE.contains(text.substring(first, last).toLowerCase(Locale.ROOT));
    }

    /** (F, 45), (M/32), (F27). */
    private static boolean isBehindSex(String text, int start, int end) {
        int sex = start - 1;
        while (sex > 0 && start - sex <= 2 && ",/ ".indexOf(text.charAt(sex)) >= 0) {
            sex--;
        }
        boolean bare = sex == start - 1;
        boolean closed = sex > 0 && text.charAt(sex - 1) == '(' && end < text.length() && text.charAt(end) == ')';
        return sex >= 0
                && isSex(text, sex)
                && closed
                && (!bare || Integer.parseInt(text.substring(start, end)) >= LEAST_BARE);
    }

    private static boolean isSex(String text, int index) {
        return index < text.length() && "FM".indexOf(text.charAt(index)) >= 0;
    }
}
