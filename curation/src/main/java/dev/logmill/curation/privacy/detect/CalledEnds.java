package dev.logmill.curation.privacy.detect;

import java.util.ArrayList;
import java.util.List;

/** Where an id that {@link CalledSearch} looks for can end, and what its parts are joined by. */
final class CalledEnds {
    /** Chars of an id with what parts it. */
    static final int LONGEST = 24;

    private static final int MOST_PARTS = 6;

    private CalledEnds() {}

    /** Where it can end: behind its first word, or behind some more parts of digits or capitals. */
    static List<Integer> of(String text, int start) {
        List<Integer> ends = new ArrayList<>(MOST_PARTS);
        int end = start;
        boolean more = true;
        while (more && ends.size() < MOST_PARTS) {
            end = partEnd(text, end);
            if (end - start > LONGEST) {
                return ends;
            }
            if (!Letters.wordAt(text, end)) {
                ends.add(end);
            }
            more = end + 1 < text.length()
                    && (isJoint(text.charAt(end)) || text.charAt(end) == '/')
                    && (Letters.digitAt(text, end + 1) || isCapitals(text, end + 1, text.charAt(end) == '-' ? 5 : 4))
                    && !isListed(text, start, end);
            end++;
        }
        int dotted = dottedEnd(text, start);
        if (dotted > (ends.isEmpty() ? start : ends.get(ends.size() - 1))) {
            ends.add(dotted);
        }
        return ends;
    }

    /** Behind three parts or more with dots between, of which four of up to three digits are an address of the network; -1 where none are. */
    private static int dottedEnd(String text, int start) {
        int end = partEnd(text, start);
        int parts = 1;
        boolean address = true;
        for (int part = start; end - start <= LONGEST; parts++) {
            address &= end - part <= 3;
            boolean more =
                    text.startsWith(".", end) && (Letters.digitAt(text, end + 1) || isCapitals(text, end + 1, 4));
            if (!more) {
                boolean one = parts >= 3 && !(address && parts == 4) && !Letters.wordAt(text, end);
                return one ? end : -1;
            }
            part = end + 1;
            end = partEnd(text, part);
        }
        return -1;
    }

    /** Whether behind parts with dashes the number of what comes next in a list stands: "91-5107-4 2. Social security number". */
    private static boolean isListed(String text, int start, int end) {
        int number = end + 1;
        while (Letters.digitAt(text, number) && number - end <= 2) {
            number++;
        }
        boolean listed = text.charAt(end) == ' '
                && number > end + 1
                && (text.startsWith(". ", number) || text.startsWith(") ", number))
                && number + 2 < text.length()
                && Character.isUpperCase(text.charAt(number + 2));
        String before = text.substring(start, end);
        return listed && before.indexOf('-') > 0 && before.indexOf(' ') < 0;
    }

    /** Whether a part of at most so many capitals and digits stands here. */
    private static boolean isCapitals(String text, int start, int most) {
        int end = start;
        while (end < text.length()
                && end - start <= most
                && (isCapital(text.charAt(end)) || Letters.digitAt(text, end))) {
            end++;
        }
        return end > start && end - start <= most && !Letters.wordAt(text, end);
    }

    /** The end of letters and digits. */
    static int partEnd(String text, int start) {
        int end = start;
        while (end < text.length() && (Letters.digitAt(text, end) || Letters.isAsciiLetter(text.charAt(end)))) {
            end++;
        }
        return end;
    }

    /** Whether it stands between the parts of an id. */
    static boolean isJoint(char c) {
        return Letters.isSeparator(c) || c == '\u00b7';
    }

    /** Whether ids and plates are written with it. */
    static boolean isCapital(char c) {
        return (c >= 'A' && c <= 'Z') || c == '\u00c4' || c == '\u00d6' || c == '\u00dc';
    }
}
