package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.function.Consumer;

/** A day in a script other than Latin: 1980年5月3日, 昭和55年5月3日, 1980년 5월 3일, 3 мая 1980 года; behind what calls it a birth, or before. */
final class NativeDate {
    /** What may stand between what calls a birth so and the day. */
    private static final String LINKS = "是为為は은는이于於を";

    private static final List<String> ERAS = List.of("明治", "大正", "昭和", "平成", "令和");
    private static final List<String> BEHIND = List.of("出生", "生まれ", "生れ", "출생", "태어");
    /** Before a year that Thailand counts, 543 years ahead. */
    private static final String BUDDHIST = "พ.ศ. ";

    private static final String SIGNS = "年月日년월일";
    private static final String MARKS = "-./ ";
    private static final int LONGEST = 24;

    private NativeDate() {}

    /** Where the day may begin behind what calls it so: behind a word that links them. */
    static int start(String text, int cueEnd) {
        int start = cueEnd;
        while (start < text.length() && start - cueEnd < 2 && LINKS.indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    /** The end of the day that begins here; the start where none does. */
    static int end(String text, int start) {
        int worded = wordedEnd(text, start);
        if (worded > start) {
            return worded;
        }
        int from = behindEra(text, start);
        int end = from;
        int digits = 0;
        boolean signs = false;
        while (end < text.length() && (Letters.digitAt(text, end) || isMark(text.charAt(end)))) {
            digits += Letters.digitAt(text, end) ? 1 : 0;
            signs |= "月월".indexOf(text.charAt(end)) >= 0;
            end++;
        }
        while (end > from && MARKS.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return digits >= (signs ? 2 : 4) && digits <= 8 ? end : start;
    }

    private static boolean isMark(char c) {
        return MARKS.indexOf(c) >= 0 || SIGNS.indexOf(c) >= 0;
    }

    private static int behindEra(String text, int start) {
        return ERAS.stream().anyMatch(era -> text.startsWith(era, start)) ? start + 2 : start;
    }

    /** Day, the name of a month in letters of such a script, and year. */
    private static int wordedEnd(String text, int start) {
        int day = digitsEnd(text, start);
        int word = day + 1;
        int wordEnd = word;
        while (wordEnd < text.length() && isOfMonth(text.charAt(wordEnd), wordEnd > word)) {
            wordEnd++;
        }
        int yearStart = text.startsWith(BUDDHIST, wordEnd + 1) ? wordEnd + 1 + BUDDHIST.length() : wordEnd + 1;
        int year = digitsEnd(text, yearStart);
        boolean whole = day > start
                && day - start <= 2
                && text.startsWith(" ", day)
                && wordEnd - word >= 3
                && text.startsWith(" ", wordEnd)
                && year - yearStart == 4;
        return whole ? year : start;
    }

    /** A letter, a vowel above or below one, or the stop of a short form. */
    private static boolean isOfMonth(char c, boolean within) {
        return (c > '\u02ff' && (Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK))
                || (c == '.' && within);
    }

    private static int digitsEnd(String text, int start) {
        int end = start;
        while (Letters.digitAt(text, end)) {
            end++;
        }
        return end;
    }

    /** Tells the days with the signs of year and month that stand before what says that somebody was born then. */
    static void before(String text, Consumer<Finding> sink) {
        for (String behind : BEHIND) {
            for (int at = text.indexOf(behind); at >= 0; at = text.indexOf(behind, at + 1)) {
                int end = at > 0 && text.charAt(at - 1) == ' ' ? at - 1 : at;
                int start = end;
                while (start > 0 && end - start < LONGEST && isPart(text, start - 1)) {
                    start--;
                }
                while (start < end && MARKS.indexOf(text.charAt(start)) >= 0) {
                    start++;
                }
                boolean signed = start < end && "日일".indexOf(text.charAt(end - 1)) >= 0;
                if (signed && end(text, start) == end) {
                    int from = start > 1 && behindEra(text, start - 2) == start ? start - 2 : start;
                    sink.accept(new Finding("BIRTHDATE", from, end, text.substring(from, end)));
                }
            }
        }
    }

    private static boolean isPart(String text, int at) {
        return Letters.digitAt(text, at) || isMark(text.charAt(at));
    }
}
