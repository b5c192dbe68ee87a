package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What an id is called behind it: "344846866 is my BSN", "41021815244 (PESEL)". */
final class CalledBehind {
    /** Chars behind an id that are looked at. */
    static final int REACH = 48;

    private static final int MOST_WORDS = 4;

    private static final List<String> JOINTS = List.of(
            " is my ",
            " is the ",
            " is his ",
            " is her ",
            " is our ",
            " is their ",
            " as my ",
            " as the ",
            " - ",
            " (",
            " ist meine ",
            " ist die ",
            " est mon ",
            " es mi ");

    private CalledBehind() {}

    /** Whether one of some words or phrases, in small letters, calls what ends at an index. */
    static boolean is(String text, int end, Set<String> called) {
        for (String joint : JOINTS) {
            if (text.startsWith(joint, end)) {
                return isCalled(text, end + joint.length(), called);
            }
        }
        return false;
    }

    /** Whether what may call an id so stands behind it. */
    static boolean begins(String text, int end) {
        return text.startsWith(" ", end) && JOINTS.stream().anyMatch(joint -> text.startsWith(joint, end));
    }

    private static boolean isCalled(String text, int from, Set<String> called) {
        int end = from;
        for (int words = 0; words < MOST_WORDS; words++) {
            while (end < text.length() && end - from < REACH && Character.isLetter(text.charAt(end))) {
                end++;
            }
            // An account id is rather one of a program.
            if (called.contains(text.substring(from, end).toLowerCase(Locale.ROOT)) && !text.startsWith(" id", end)) {
                return true;
            }
            if (end == text.length() || text.charAt(end) != ' ') {
                return false;
            }
            end++;
        }
        return false;
    }
}
