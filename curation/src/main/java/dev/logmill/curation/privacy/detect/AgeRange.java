package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;

/** Whether an age is a limit or one end of a range that is nobody's: age &gt;= 21, 18+, aged 25 to 34, ages 3 and up; and a list of ages. */
final class AgeRange {
    private static final int MOST_LISTED = 8;
    private static final List<String> LIMITS = List.of(
            "and up",
            "and over",
            "and older",
            "and above",
            "and under",
            "and younger",
            "or over",
            "or older",
            "or above",
            "or younger",
            "or under",
            "plus",
            "years and older",
            "years and over",
            "years or older");
    private static final int REACH = 20;

    private AgeRange() {}

    /** Whether the number of a word is such. */
    static boolean is(String text, Words words, int word) {
        int end = words.end(word);
        String before = word == 0 ? "" : words.behind(word - 1);
        if (text.startsWith("+", end)
                || before.indexOf('<') >= 0
                || before.indexOf('>') >= 0
                || before.indexOf('\u2265') >= 0) {
            return true;
        }
        String behind =
                text.substring(end, Math.min(text.length(), end + REACH)).toLowerCase(Locale.ROOT);
        return LIMITS.stream().anyMatch(limit -> behind.startsWith(limit, 1)) || isEnd(words, word);
    }

    /** 25 to 34, 25-34. */
    private static boolean isEnd(Words words, int word) {
        boolean to = words.adjoins(word) && words.folded(word + 1).equals("to") && isNumber(words, word + 2);
        boolean from =
                word > 1 && words.adjoins(word - 1) && words.folded(word - 1).equals("to") && isNumber(words, word - 2);
        return to || from || (isDash(words.behind(word)) && isNumber(words, word + 1));
    }

    private static boolean isDash(String gap) {
        return gap.equals("-") || gap.equals("\u2013") || gap.equals(" - ") || gap.equals(" \u2013 ");
    }

    private static boolean isNumber(Words words, int word) {
        return word < words.count() && words.written(word) == Words.Case.NUMBER;
    }

    /** Ages: 34, 41 and 7. */
    static boolean isListed(Words words, int word) {
        int first = word;
        while (first > 0
                && word - first < MOST_LISTED
                && (isNumber(words, first - 1) || words.folded(first - 1).equals("and"))) {
            first--;
        }
        return first > 0
                && words.folded(first - 1).equals("ages")
                && words.behind(first - 1).startsWith(":");
    }
}
