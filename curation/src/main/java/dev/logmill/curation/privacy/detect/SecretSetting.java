package dev.logmill.curation.privacy.detect;

import java.util.Arrays;
import java.util.List;

/**
 * Where what a name is set to stands in a text: {@code password = "..."}, {@code "api_key": "..."}, "the password is ...".
 *
 * @param start index of its first char
 * @param end index after its last char
 * @param quoted a quote stands before
 */
record SecretSetting(int start, int end, boolean quoted) {
    /** Longer than any, and looked at again for each name that stands within it. */
    private static final int LONGEST = 2048;

    /** The chars of ASCII that end what is not quoted: white space and the marks that part values. */
    private static final boolean[] STOPS = stops();

    /** Chars that a name may go on for: {@code password_for_admin}. */
    private static final int LONGEST_REST = 24;

    /** What says in some languages what it is. */
    private static final List<String> SAID =
            List.of("is", "was", "lautet", "ist", "est", "es", "é", "è", "je", "jest", "är", "er");

    private static boolean[] stops() {
        boolean[] stops = new boolean[0x80];
        Arrays.fill(stops, 0, ' ' + 1, true);
        for (char mark : "\"'`,;&<>()\\".toCharArray()) {
            stops[mark] = true;
        }
        return stops;
    }

    /** What begins here at once; the quote before it ends it too. */
    static SecretSetting at(String text, int start) {
        boolean quoted = start > 0 && "\"'`".indexOf(text.charAt(start - 1)) >= 0;
        return new SecretSetting(start, end(text, start, quoted ? text.charAt(start - 1) : ' '), quoted);
    }

    String of(String text) {
        return text.substring(start, end);
    }

    /** Where it begins behind a name, a colon, an equals sign or "is", and a quote; -1 where nothing is set. */
    static int start(String text, int nameEnd) {
        int i = nameEnd;
        while (i < text.length()
                && i - nameEnd < LONGEST_REST
                && (Letters.isWord(text.charAt(i)) || text.charAt(i) == '-')) {
            i++;
        }
        int behind = behindSign(text, i, behindAny(text, i, " \"'\\]", 4));
        int start = behind < 0 ? -1 : behindAny(text, behind, " \"'`\\", 5);
        return start < text.length() && !isClosed(text, behind, start) ? start : -1;
    }

    /**
     * What stands right behind a name and a space, or behind some words and "was" or "is", and is of letters, digits and marks as
     * passwords are: "the last password I used was ..."; empty if none is.
     */
    static SecretSetting strong(String text, int nameEnd) {
        SecretSetting right = strongAt(text, nameEnd);
        // No further than words may go on: a text may be full of names.
        String near = text.substring(nameEnd, Math.min(text.length(), nameEnd + 2 * LONGEST_REST));
        for (String is : List.of(" was ", " is ")) {
            int at = nameEnd + near.indexOf(is);
            if (right.end() == right.start()
                    && at > nameEnd
                    && at - nameEnd < LONGEST_REST
                    && areWords(text, nameEnd, at)) {
                right = strongAt(text, at + is.length() - 1);
            }
        }
        return right;
    }

    private static SecretSetting strongAt(String text, int space) {
        if (space + 1 < text.length() && text.charAt(space) == ' ') {
            SecretSetting set = at(text, space + 1);
            // SRP_user_pwd *get1_by_user(...): a function that gives a pointer.
            boolean pointer = text.charAt(space + 1) == '*' && text.startsWith("(", set.end());
            if (!pointer && SecretValue.isStrong(text.substring(set.start(), set.end()))) {
                return set;
            }
        }
        return new SecretSetting(space, space, false);
    }

    private static boolean areWords(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> c == ' ' || c == '\'' || Letters.isAsciiLetter((char) c));
    }

    /** What an option is given, behind spaces and a quote or none. */
    static SecretSetting ofOption(String text, int optionEnd) {
        int start = behindAny(text, behindAny(text, optionEnd, " ", 3), "\"'", 1);
        return at(text, start);
    }

    private static int behindSign(String text, int word, int sign) {
        for (String is : sign > word ? SAID : List.<String>of()) {
            if (text.startsWith(is, sign)) {
                int end = sign + is.length();
                if (text.startsWith(": ", end) || text.startsWith(" ", end)) {
                    return text.startsWith(":", end) ? end + 2 : end + 1;
                }
            }
        }
        if (sign < text.length() && (text.charAt(sign) == ':' || text.charAt(sign) == '=')) {
            boolean arrow = sign + 1 < text.length() && (text.charAt(sign + 1) == '>' || text.charAt(sign + 1) == '=');
            return arrow ? sign + 2 : sign + 1;
        }
        return -1;
    }

    /** Whether the first quote between a sign and what is set closes what it stands in: {@code password=''}, {@code 'Password: '}. */
    private static boolean isClosed(String text, int sign, int start) {
        for (int i = Math.max(0, sign); i < start; i++) {
            if ("\"'`".indexOf(text.charAt(i)) >= 0) {
                return SecretCode.isClosed(text, i);
            }
        }
        return false;
    }

    /** Behind at most so many of some marks. */
    private static int behindAny(String text, int from, String marks, int most) {
        int i = from;
        while (i < text.length() && i - from < most && marks.indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        return i;
    }

    private static int end(String text, int start, char quote) {
        int end = start;
        while (end < text.length()
                && end - start < LONGEST
                && (!stops(text.charAt(end), quote) || isWithin(text, end, quote))) {
            end++;
        }
        while (quote == ' ' && end > start && ".?}]".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** An ampersand that no other parameter follows is a char of the secret. */
    private static boolean isWithin(String text, int at, char quote) {
        if (quote != ' ' || text.charAt(at) != '&') {
            return false;
        }
        int end = at + 1;
        while (end < text.length() && (Letters.isWord(text.charAt(end)) || "-.[]".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        boolean reference = text.startsWith(";", end);
        return end > at + 1 && !reference && !text.startsWith("=", end);
    }

    private static boolean stops(char c, char quote) {
        return quote == ' ' ? c < STOPS.length && STOPS[c] : c == quote || c == '\n' || c == '\\';
    }
}
