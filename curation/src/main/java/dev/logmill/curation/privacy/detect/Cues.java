package dev.logmill.curation.privacy.detect;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The words before a place in a text, and those of the JSON key that the text stands under, which say what is there. */
final class Cues {
    /** Chars before the place that are looked at. */
    static final int REACH = 60;

    private static final int LONGEST_PHRASE = 4;
    private static final int MOST_LINKS = 7;

    /** Chars of what is said for one of the text: a number sign is a word. */
    private static final int LONGEST_OF_CHAR = 3;

    private static final String[] NONE = {};
    private static final Set<String> KEPT_ON =
            Set.of("file", "record", "card", "back", "letter", "bill", "statement", "form", "invoice");
    private static final Set<String> KEEPERS = Set.of("you", "we", "have", "guys", "printed", "shown", "listed");
    private static final Set<String> LINKS = Phrases.of(
            "please|bitte|number|numbers|ids|nummern|números|numeri|numéros|nummer|numer|no|nr|num|id|is|are|was|its|it|the|my|of|as|says|code|lautet|ist"
                    + "|est|es|è|é|är|jest|je|este|el|le|il|op|em|den|nº|nro|er|mitt|del|número|numero|numéro|und|and|am|for|with|to|this|here|value|on|mm|dd|yyyy|yy|tt|jj|jjjj|aaaa");

    /** The words in small letters, with one space between each two. */
    private char[] said = new char[LONGEST_OF_CHAR * REACH + 2];

    private int length;

    /** Where each word begins and ends. */
    private int[] bounds = new int[16];

    private int words;

    /** By last word and by how many words there are the phrases that were asked for: many lists are asked for the same ones. */
    private @Nullable String[] phrases = NONE;

    /** How many words a question before has, which the line of the place answers; 0 where there is none. */
    private int asked;

    private Cues() {}

    /** The words that link what calls something to it. */
    static Set<String> links() {
        return LINKS;
    }

    /** What may stand behind what calls something so, and say no more than where it is kept. */
    static Stream<String> keptWords() {
        return Stream.concat(KEPT_ON.stream(), KEEPERS.stream());
    }

    /** Whether a word links what calls something to it: is, of, number. */
    static boolean isLink(String word) {
        return LINKS.contains(word);
    }

    /** The words before an index, in its line or at the end of the line before, up to the end of a long number. */
    static Cues before(String text, int index, String label) {
        Cues cues = new Cues();
        cues.append(label, 0, label.length());
        int from = from(text, index);
        int question = Question.end(text, from, index);
        if (question > 0) {
            cues.append(text, from(text, question), question);
            cues.asked = cues.words;
            from = question + 1;
        }
        cues.append(text, from, index);
        cues.phrases = new String[LONGEST_PHRASE * cues.words];
        return cues;
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
    private void append(String text, int from, int to) {
        int most = length + LONGEST_OF_CHAR * (to - from) + 1;
        if (said.length < most) {
            said = Arrays.copyOf(said, most);
        }
        int start = -1;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            int tag = c == '<' ? CellTag.end(text, i, to) : i;
            if (tag > i) {
                start = start < 0 ? -1 : add(start);
                i = tag - 1;
                continue;
            }
            boolean letter = Character.isLetter(c) && !(i > from && Letters.isEscape(text, i));
            boolean camel =
                    letter && start >= 0 && Character.isUpperCase(c) && Character.isLowerCase(text.charAt(i - 1));
            if (start >= 0 && ((!letter && c != '\'' && c != '\u2019') || camel)) {
                start = add(start);
            }
            if (c == '#') {
                // Read as people say it: "claim # 12".
                said[length] = 'n';
                said[length + 1] = 'o';
                length += 2;
                add(length - 2);
            }
            if (letter) {
                start = start < 0 ? length : start;
                said[length++] = Character.toLowerCase(c);
            }
        }
        if (start >= 0) {
            add(start);
        }
    }

    /** Ends a word; gives that none has begun. */
    private int add(int start) {
        if (2 * words == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * words] = start;
        bounds[2 * words + 1] = length;
        words++;
        said[length++] = ' ';
        return -1;
    }

    /** Whether one of these words or phrases, in small letters, is among them. */
    boolean say(Set<String> list) {
        for (int last = words - 1; last >= 0; last--) {
            if (isEnd(list, last)) {
                return true;
            }
        }
        return false;
    }

    /** Whether they end with one of these, with nothing but words behind it that link it to what follows: "number is". */
    boolean endWith(Set<String> list) {
        return endWith(list, words - 1) || (asked > 0 && endWith(list, asked - 1));
    }

    /** The same where one of some names, and what joins them, stands between: "account with Barclays is". */
    boolean endWith(Set<String> list, Set<String> names, Set<String> joints) {
        boolean named = false;
        for (int last = words - 1, between = 0; last >= 0 && between <= MOST_LINKS; last--, between++) {
            if (isEnd(list, last)) {
                return named;
            }
            String word = phrase(last, 1);
            boolean name = names.contains(word);
            if (!name && !joints.contains(word) && !LINKS.contains(word)) {
                return false;
            }
            named |= name;
        }
        return false;
    }

    private boolean endWith(Set<String> list, int end) {
        int last = end;
        for (int links = 0; last >= 0 && links <= MOST_LINKS; links++) {
            if (isEnd(list, last)) {
                return true;
            }
            if (!LINKS.contains(phrase(last, 1)) && !isKept(last)) {
                return false;
            }
            last--;
        }
        return false;
    }

    /** "The policy number on file is", "printed on my card", "with you guys": where it is kept, and by whom. */
    private boolean isKept(int last) {
        String word = phrase(last, 1);
        boolean on = last > 1
                && (phrase(last - 1, 1).equals("on") || phrase(last - 2, 1).equals("on"));
        return KEEPERS.contains(word) || (on && KEPT_ON.contains(word));
    }

    private boolean isEnd(Set<String> list, int last) {
        for (int count = 1; count <= LONGEST_PHRASE && count <= last + 1; count++) {
            if (list.contains(phrase(last, count))) {
                return true;
            }
        }
        return false;
    }

    /** So many words up to one. */
    private String phrase(int last, int count) {
        int place = LONGEST_PHRASE * last + count - 1;
        String phrase = phrases[place];
        if (phrase == null) {
            int start = bounds[2 * (last - count + 1)];
            phrase = new String(said, start, bounds[2 * last + 1] - start);
            phrases[place] = phrase;
        }
        return phrase;
    }
}
