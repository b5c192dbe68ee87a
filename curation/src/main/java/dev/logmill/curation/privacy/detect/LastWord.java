package dev.logmill.curation.privacy.detect;

import java.util.Locale;
import java.util.Optional;

/**
 * The word right before a place, told without all the others that {@link Cues} reads: nearly every number of a text stands behind a word
 * that calls nothing so.
 */
final class LastWord {
    /** Chars of what may stand between a question and its answer, behind which {@link Cues} go on before the question. */
    private static final int ANSWER = Question.LONGEST_LEAD + 2;

    private LastWord() {}

    /** The word in small letters, where it is of ASCII and the last one beyond doubt; empty where only {@link Cues} can tell. */
    static Optional<String> before(String text, int index) {
        int end = index;
        while (end > 0 && isGap(text.charAt(end - 1))) {
            end--;
        }
        int start = end;
        boolean camel = false;
        while (start > 0 && index - start < Cues.REACH && Letters.isAsciiLetter(text.charAt(start - 1))) {
            start--;
            camel |= start + 1 < end
                    && Letters.isCapital(text.charAt(start + 1))
                    && !Letters.isCapital(text.charAt(start));
        }
        boolean whole = start < end && index - start < Cues.REACH && (start == 0 || isGap(text.charAt(start - 1)));
        return whole && !camel && !isAsked(text, index)
                ? Optional.of(text.substring(start, end).toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    /** Whether a question or a line ends no farther before than an answer begins. */
    private static boolean isAsked(String text, int index) {
        for (int at = index - 1; at >= 0 && index - at <= ANSWER; at--) {
            if (text.charAt(at) == '?' || text.charAt(at) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** What parts words and nothing else: neither a line, a digit and an escape nor what is read as a word or left out. */
    private static boolean isGap(char c) {
        return " ,.:;()[]\"-=/_*|?!".indexOf(c) >= 0;
    }
}
