package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The words before a place in a text, and those of the JSON key that the text stands under, which say what is there. */
final class Cues {
    /** Chars before the place that are looked at. */
    static final int REACH = 60;

    private static final int LONGEST_PHRASE = 4;
    private static final int MOST_LINKS = 5;
    private static final int LONGEST_SPEAKER = 16;
    private static final Set<String> LINKS = Phrases.of(
            "number|numbers|no|nr|num|id|is|are|was|its|it|the|my|of|as|says|code|lautet|ist"
                    + "|est|es|el|le|il|op|em|den|del|número|numero|numéro|und|and|am|for|with|to|this|here|value|on|mm|dd|yyyy|yy|tt|jj|jjjj|aaaa");

    /** One space between each two, and where each begins and ends. */
    private final String said;

    private final List<int[]> words;

    /** How many words a question before has, which the line of the place answers; 0 where there is none. */
    private final int asked;

    private Cues(String said, List<int[]> words, int asked) {
        this.said = said;
        this.words = words;
        this.asked = asked;
    }

    /** The words that link what calls something to it. */
    static Set<String> links() {
        return LINKS;
    }

    /** Whether a word links what calls something to it: is, of, number. */
    static boolean isLink(String word) {
        return LINKS.contains(word);
    }

    /** The words before an index, in its line or at the end of the line before, up to the end of a long number. */
    static Cues before(String text, int index, String label) {
        StringBuilder said = new StringBuilder(REACH + label.length() + 4);
        List<int[]> words = new ArrayList<>();
        append(label, 0, label.length(), said, words);
        int from = from(text, index);
        int question = question(text, from, index);
        if (question > 0) {
            append(text, from(text, question), question, said, words);
        }
        int asked = words.size();
        append(text, from, index, said, words);
        return new Cues(said.toString().toLowerCase(Locale.ROOT), words, question > 0 ? asked : 0);
    }

    /** Where a question ends that the line of a place answers, with who speaks before the place alone; -1 where none does. */
    private static int question(String text, int from, int index) {
        if (from < 2 || text.charAt(from - 1) != '\n' || index - from > LONGEST_SPEAKER) {
            return -1;
        }
        String speaker = text.substring(from, index).strip();
        boolean answers = speaker.isEmpty() || speaker.indexOf(':') == speaker.length() - 1;
        return answers && isAsked(text, from - 2) ? from - 2 : -1;
    }

    /** Whether a line ends as a question, or asks for something: "please give me your account number." */
    private static boolean isAsked(String text, int last) {
        if (text.charAt(last) != '.') {
            return text.charAt(last) == '?';
        }
        String before = text.substring(Math.max(0, last - 2 * REACH), last);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        return line.toLowerCase(Locale.ROOT).contains("please ");
    }

    private static int from(String text, int index) {
        int least = Math.max(0, index - REACH);
        int i = index;
        boolean line = false;
        boolean word = false;
        while (i > least) {
            char c = text.charAt(i - 1);
            if (c == '\n' && (line || word)) {
                return i;
            }
            line |= c == '\n';
            word |= Character.isLetter(c);
            // A number before takes what was said before it for itself; a list marker does not.
            if (Letters.isDigit(c) && Letters.digitAt(text, i - 2) && Letters.digitAt(text, i - 3)) {
                return i;
            }
            i--;
        }
        // A word that begins before the reach is not half a word.
        while (i > 0 && i < index && Character.isLetter(text.charAt(i)) && Character.isLetter(text.charAt(i - 1))) {
            i++;
        }
        return i;
    }

    /** A capital within a word begins another; an apostrophe is left out. */
    private static void append(String text, int from, int to, StringBuilder said, List<int[]> words) {
        int start = -1;
        for (int i = from; i <= to; i++) {
            char c = i < to ? text.charAt(i) : ' ';
            boolean letter = Character.isLetter(c) && !(i > from && Letters.isEscape(text, i));
            boolean camel =
                    letter && start >= 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
            if (start >= 0 && ((!letter && c != '\'' && c != '\u2019') || camel)) {
                words.add(new int[] {start, said.length()});
                said.append(' ');
                start = -1;
            }
            if (c == '#') {
                // Read as people say it: "claim # 12".
                words.add(new int[] {said.length(), said.length() + 2});
                said.append("no ");
            }
            if (letter) {
                start = start < 0 ? said.length() : start;
                said.append(c);
            }
        }
    }

    /** Whether one of these words or phrases, in small letters, is among them. */
    boolean say(Set<String> phrases) {
        for (int last = words.size() - 1; last >= 0; last--) {
            if (isEnd(phrases, last)) {
                return true;
            }
        }
        return false;
    }

    /** Whether they end with one of these, with nothing but words behind it that link it to what follows: "number is". */
    boolean endWith(Set<String> phrases) {
        return endWith(phrases, words.size() - 1) || (asked > 0 && endWith(phrases, asked - 1));
    }

    private boolean endWith(Set<String> phrases, int end) {
        int last = end;
        for (int links = 0; last >= 0 && links <= MOST_LINKS; links++) {
            if (isEnd(phrases, last)) {
                return true;
            }
            if (!LINKS.contains(said.substring(words.get(last)[0], words.get(last)[1]))) {
                return false;
            }
            last--;
        }
        return false;
    }

    private boolean isEnd(Set<String> phrases, int last) {
        int end = words.get(last)[1];
        for (int first = last; first >= 0 && last - first < LONGEST_PHRASE; first--) {
            if (phrases.contains(said.substring(words.get(first)[0], end))) {
                return true;
            }
        }
        return false;
    }
}
