package dev.logmill.curation.privacy.detect;

import java.util.List;

/**
 * The word that stands behind what calls it so: {@code username: ann_82}, {@code "login": "ann82"}, {@code <login>ann82</login>}, my handle is @ann.
 *
 * @param start index of its first char
 * @param end index after its last char
 * @param set a colon, an equals sign, "is" or the end of a tag stands between
 * @param quoted a quote stands before
 */
record CalledWord(int start, int end, boolean set, boolean quoted) {
    private static final int LONGEST = 64;
    private static final int WIDEST = 6;
    private static final int LONGEST_SPEAKER = 16;
    private static final List<String> SAID =
            List.of("is ", "ist ", "lautet ", "est ", "es ", "\u00e8 ", "\u00e9 ", "jest ", "\u00e4r ", "er ", "to ");

    /** The one behind the end of a name; empty where none is. */
    static CalledWord behind(String text, int nameEnd) {
        int i = skip(text, nameEnd);
        boolean set = false;
        if (i < text.length() && (text.charAt(i) == ':' || text.charAt(i) == '=')) {
            set = true;
            i = skip(text, i + 1);
        } else if (text.startsWith(">", nameEnd)) {
            set = true;
            i = nameEnd + 1;
        } else if (text.startsWith("?\n", nameEnd)) {
            set = true;
            i = behindSpeaker(text, nameEnd + 2);
        } else if (i > nameEnd) {
            int said = behindSaid(text, i);
            set = said > i;
            i = skip(text, said);
        }
        boolean parted = i > nameEnd;
        int end = i;
        while (parted && end < text.length() && end - i <= LONGEST && isPart(text.charAt(end))) {
            end++;
        }
        while (end > i && ".-".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return of(text, i, end, set);
    }

    /** The one that begins at an index and ends behind another, or at the last char of a word from there on. */
    CalledWord from(String text, int first, int least) {
        int last = least;
        while (last < text.length() && last - first <= LONGEST && isPart(text.charAt(last))) {
            last++;
        }
        return new CalledWord(first, last, set, quoted);
    }

    /** Whether it is all that an element of markup holds. */
    boolean isElement(String text) {
        return start > 0 && text.charAt(start - 1) == '>' && text.startsWith("</", end);
    }

    /** Behind who answers, where a line begins with that: "user: ann_82". */
    private static int behindSpeaker(String text, int line) {
        int end = line;
        while (end < text.length() && end - line < LONGEST_SPEAKER && Letters.isAsciiLetter(text.charAt(end))) {
            end++;
        }
        return end > line && text.startsWith(": ", end) ? end + 2 : line;
    }

    private static int behindSaid(String text, int from) {
        for (String word : SAID) {
            if (text.startsWith(word, from)) {
                return from + word.length();
            }
        }
        return from;
    }

    private static CalledWord of(String text, int i, int end, boolean set) {
        boolean quoted = i > 0 && "\"'`".indexOf(text.charAt(i - 1)) >= 0;
        return new CalledWord(i, end, set, quoted);
    }

    private static int skip(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < WIDEST && " \"'`\\*".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static boolean isPart(char c) {
        return Letters.isWord(c) || c == '.' || c == '-' || c == '@';
    }

    String of(String text) {
        return text.substring(start, end);
    }
}
