package dev.logmill.curation.privacy.detect;

import java.util.List;

/**
 * Passwords, keys and tokens that one name in the plural stands before: "Passwords: rqL4TdUz, Mkw4Thqb", "API keys:" and one in each
 * line below. Each must be written as one is; the first that is not ends the list.
 */
final class SecretList {
    /** Told of each. */
    interface Sink {
        void accept(SecretSetting set);
    }

    private static final List<String> SETS = List.of(":", " are", "=");
    private static final int MOST = 200;
    private static final int LONGEST_GAP = 12;

    private SecretList() {}

    /** Tells those behind a name that ends at an index; gives the end of the last, or 0 where none is. */
    static int find(String text, SecretName name, int nameEnd, Sink sink) {
        int at = text.startsWith("s", nameEnd) ? signEnd(text, nameEnd + 1) : -1;
        int last = 0;
        for (int count = 0; count < MOST && at >= 0; count++) {
            int start = behindMark(text, at);
            SecretSetting set = SecretSetting.at(text, start);
            if (!isOne(name, set.of(text))) {
                return last;
            }
            sink.accept(set);
            last = set.end();
            at = partEnd(text, last);
        }
        return last;
    }

    private static int signEnd(String text, int from) {
        for (String sign : SETS) {
            if (text.startsWith(sign, from)) {
                return from + sign.length();
            }
        }
        return -1;
    }

    /** Behind spaces, the end of a line, and the mark or number of an item or a quote. */
    private static int behindMark(String text, int from) {
        int i = from;
        while (i < text.length() && i - from < LONGEST_GAP && (Character.isWhitespace(text.charAt(i)) || isMark(text, i))) {
            i++;
        }
        return i;
    }

    private static boolean isMark(String text, int at) {
        char c = text.charAt(at);
        boolean spaced = at + 1 < text.length() && text.charAt(at + 1) == ' ';
        boolean number = Letters.isDigit(c) && at + 2 < text.length() && ".)".indexOf(text.charAt(at + 1)) >= 0;
        return "\"'`[".indexOf(c) >= 0
                || (spaced && "-*\u2022.)".indexOf(c) >= 0)
                || (number && text.charAt(at + 2) == ' ');
    }

    /** Behind what parts two of them; -1 where nothing does. */
    private static int partEnd(String text, int end) {
        int i = end;
        while (i < text.length() && "\"'`".indexOf(text.charAt(i)) >= 0) {
            i++;
        }
        for (String joint : List.of(", and ", ",", ";", " and ", " und ", " et ", " y ", " e ", " en ", " & ", " / ", " | ", "\n", "\r\n")) {
            if (text.startsWith(joint, i)) {
                return i + joint.length();
            }
        }
        return -1;
    }

    private static boolean isOne(SecretName name, String value) {
        return name.isChosen()
                ? SecretSaid.isWritten(value) || SecretSaid.isPlain(value)
                : name.isOf(value, false) && SecretValue.isMixed(value);
    }
}
