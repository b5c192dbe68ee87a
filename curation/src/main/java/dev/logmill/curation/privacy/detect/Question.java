package dev.logmill.curation.privacy.detect;

import java.util.Locale;

/** Where a question stands before a place that answers it: in the line before, or in one line before who speaks. */
final class Question {
    private static final int LONGEST_SPEAKER = 16;

    /** Chars of who speaks and of what is said before the answer: "A: Sure, that's". */
    static final int LONGEST_LEAD = 40;

    private Question() {}

    /** Where a question ends that the line of a place answers, with who speaks before the place alone; -1 where none does. */
    static int end(String text, int from, int index) {
        if (from < 2 || text.charAt(from - 1) != '\n' || index - from > LONGEST_LEAD) {
            return endInLine(text, from, index);
        }
        String lead = text.substring(from, index);
        int speaker = lead.indexOf(':');
        boolean answers = speaker <= LONGEST_SPEAKER && AnswerWords.areAll(lead.substring(speaker + 1));
        return answers && isAsked(text, from - 2) ? from - 2 : -1;
    }

    /** The same in one line, before who speaks: "date of birth? customer: 14/07/1983". */
    private static int endInLine(String text, int from, int index) {
        int i = index - 2;
        if (i < from || text.charAt(i) != ':' || text.charAt(i + 1) != ' ') {
            return -1;
        }
        while (i - 1 > from && index - i < LONGEST_SPEAKER && isOfSpeaker(text.charAt(i - 1))) {
            i--;
        }
        return i > from && text.charAt(i - 1) == '?' ? i - 1 : -1;
    }

    private static boolean isOfSpeaker(char c) {
        return Letters.isAsciiLetter(c) || c == ' ';
    }

    /** Whether a line ends as a question, or asks for something: "please give me your account number." */
    private static boolean isAsked(String text, int last) {
        if (text.charAt(last) != '.') {
            return text.charAt(last) == '?';
        }
        String before = text.substring(Math.max(0, last - 2 * Cues.REACH), last);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return line.toLowerCase(Locale.ROOT).contains("please ");
    }
}
