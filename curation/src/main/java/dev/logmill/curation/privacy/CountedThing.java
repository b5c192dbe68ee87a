package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Letters;
import java.util.Locale;
import java.util.Set;

/** A short number that is called something else where it stands, though a PIN or a code is the same elsewhere: order 4921, room 4921. */
final class CountedThing {
    private static final int LONGEST = 6;
    private static final int LONGEST_WORD = 12;

    /** What numbers are of, before them. */
    private static final Set<String> COUNTED = Set.of(
            "order",
            "room",
            "line",
            "page",
            "port",
            "row",
            "case",
            "ticket",
            "issue",
            "item",
            "flight",
            "gate",
            "seat",
            "unit",
            "suite",
            "apartment",
            "apt",
            "floor",
            "chapter",
            "section",
            "version",
            "build",
            "step",
            "job",
            "pid",
            "invoice",
            "table",
            "column",
            "track",
            "model",
            "part",
            "bus",
            "train",
            "route",
            "year",
            "since",
            "lines",
            "rows",
            "pages",
            "localhost",
            "pr",
            "commit",
            "error",
            "http",
            "block",
            "chunk",
            "offset",
            "index",
            "size");

    /** Between the word and the number. */
    private static final Set<String> JOINING = Set.of("no", "nr", "number", "num", "id", "is", "was");

    private CountedThing() {}

    /** Whether the digits between two indices of a text are one. */
    static boolean is(String text, int start, int end) {
        if (end - start > LONGEST || !text.substring(start, end).chars().allMatch(c -> Letters.isDigit((char) c))) {
            return false;
        }
        int last = wordEnd(text, start);
        String word = wordBefore(text, last);
        if (JOINING.contains(word)) {
            word = wordBefore(text, wordEnd(text, last - word.length()));
        }
        return COUNTED.contains(word);
    }

    private static int wordEnd(String text, int start) {
        int end = start;
        while (end > 0 && " #.:=\"".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static String wordBefore(String text, int end) {
        int start = end;
        while (start > 0 && end - start < LONGEST_WORD && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return text.substring(start, end).toLowerCase(Locale.ROOT);
    }
}
