package dev.logmill.curation.privacy.detect;

import java.util.Set;
import java.util.function.Consumer;

/** The phones of a text as they are found, in order: behind one and an "or", a slash or the mark of a list stands another, or its last digits. */
final class PhoneList {
    private static final Set<String> LINKS =
            Set.of("or", "and", "oder", "und", "ou", "et", "o", "y", "e", "of", "en", "/", "|", ";", ",", "&");

    /** Digits of a number that is told by its last ones alone; fewer are rather another number, as 911 or 24. */
    private static final int LEAST_SHORT = 4;

    private static final int MOST_SHORT = 6;
    static final int WIDEST = 8;

    /** Before each line of a list. */
    private static final Set<String> MARKS = Set.of("-", "*", "\u2022");

    private final String text;
    private final Consumer<Finding> sink;
    private int end = -1;

    PhoneList(String text, Consumer<Finding> sink) {
        this.text = text;
        this.sink = sink;
    }

    /** Whether what begins here is told as another one, right behind a phone. */
    boolean goesOn(int start) {
        return end >= 0 && start - end <= WIDEST && start > end && isLink(text.substring(end, start));
    }

    private static boolean isLink(String gap) {
        return LINKS.contains(gap.strip()) || (gap.indexOf('\n') >= 0 && MARKS.contains(gap.strip()));
    }

    /** Takes a phone, with its extension; gives the index to go on at. */
    int add(int start, int last, String value) {
        end = PhoneEnd.behindExtension(text, last);
        sink.accept(new Finding("PHONE", start, end, value));
        return addShort();
    }

    /** 020 7946 0958 or 0959: takes the last digits of another one. */
    private int addShort() {
        int start = end;
        while (start < text.length() && start - end < WIDEST && !Letters.digitAt(text, start)) {
            start++;
        }
        int last = start;
        while (Letters.digitAt(text, last)) {
            last++;
        }
        boolean fits = last - start >= LEAST_SHORT && last - start <= MOST_SHORT && !PhoneEnd.goesOn(text, last);
        if (fits && isAlternative(start) && !isNumberOfMore(last)) {
            sink.accept(new Finding("PHONE", start, last, text.substring(start, last)));
            end = last;
        }
        return end;
    }

    /** Of a list with commas any number may be the next. */
    private boolean isAlternative(int start) {
        String gap = text.substring(end, start).strip();
        return goesOn(start) && !gap.equals(",") && !gap.equals(";") && !gap.equals("|");
    }

    /** Whether more digits follow, so that it is a number of its own. */
    private boolean isNumberOfMore(int last) {
        int next = last;
        while (next < text.length()
                && next - last < 3
                && (Letters.isSeparator(text.charAt(next)) || text.charAt(next) == '/')) {
            next++;
        }
        return next > last && Letters.digitAt(text, next);
    }
}
