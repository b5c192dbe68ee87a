package dev.logmill.curation.privacy.detect;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Hardware addresses of network devices (IEEE 802, EUI-48): six bytes of hex with colons or dashes between, or three groups
 * of four digits with dots; without marks only where they are called so. Those of nobody, of all, and of groups of receivers name no device (see {@link MacGroup}).
 */
public final class MacDetector implements Detector {
    private static final int BYTES = 6;
    private static final int LENGTH = 17;
    private static final int WIDEST = 5;

    /** Chars between what calls an address one and the address. */
    private static final int REACH = 30;

    private static final List<String> ADDRESS =
            List.of(" address", "_address", "-address", " addr", "_addr", " adresse", "-adresse", " is");

    @Override
    public boolean mayFind(Signs signs) {
        return signs.colons() >= BYTES - 1 || signs.dashes() >= BYTES - 1 || signs.digits() > 0;
    }

    @Override
    public void find(Scan scan, String label, Consumer<Finding> sink) {
        Signs signs = scan.signs();
        boolean called = Label.of(label).isAbout(Topic.MAC);
        if (signs.colons() >= BYTES - 1) {
            find(scan, ':', called, sink);
        }
        if (signs.dashes() >= BYTES - 1) {
            find(scan, '-', called, sink);
        }
        if (signs.dots() >= 2 && signs.digits() > 0) {
            dotted(scan, called, sink);
        }
        if (called && isUnmarked(scan.text(), 0)) {
            accept(scan, true, 0, scan.text().length(), sink);
        }
        Mentions.Places names = scan.mentions().of(Topic.MAC);
        for (int i = 0; i < names.count(); i++) {
            int start = behindName(scan.text(), names.end(i));
            if (isUnmarked(scan.text(), start)) {
                accept(scan, true, start, start + 2 * BYTES, sink);
            }
        }
    }

    /** Behind "address" and the marks between what calls it and an address. */
    private static int behindName(String text, int nameEnd) {
        int start = nameEnd;
        for (String word : ADDRESS) {
            start = start == nameEnd && text.regionMatches(true, start, word, 0, word.length())
                    ? start + word.length()
                    : start;
        }
        int last = start + WIDEST;
        while (start < Math.min(last, text.length()) && " \"'=:".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        return start;
    }

    /** 001a2b3c4d5e: of digits and letters. */
    private static boolean isUnmarked(String text, int start) {
        int digits = 0;
        int end = start;
        while (end < text.length() && Letters.isHex(text.charAt(end)) && end - start <= 2 * BYTES) {
            digits += Letters.isDigit(text.charAt(end)) ? 1 : 0;
            end++;
        }
        boolean mixed = digits > 0 && digits < end - start;
        return mixed && end - start == 2 * BYTES && !Letters.wordBefore(text, start) && !Letters.wordAt(text, end);
    }

    private static void find(Scan scan, char mark, boolean called, Consumer<Finding> sink) {
        String text = scan.text();
        int at = text.indexOf(mark);
        while (at >= 0) {
            int start = at - 2;
            if (isAt(text, start, mark)) {
                accept(scan, called, start, start + LENGTH, sink);
                at = text.indexOf(mark, start + LENGTH);
            } else {
                at = text.indexOf(mark, at + 1);
            }
        }
    }

    private static boolean isAt(String text, int start, char mark) {
        if (start < 0 || start + LENGTH > text.length()) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(start + i);
            if (i % 3 == 2 ? c != mark : !Letters.isHex(c)) {
                return false;
            }
        }
        return stands(text, start, start + LENGTH, mark);
    }

    private static boolean stands(String text, int start, int end, char mark) {
        boolean before = start > 0 && (Letters.wordBefore(text, start) || text.charAt(start - 1) == mark);
        boolean behind = Letters.wordAt(text, end)
                || (end + 1 < text.length() && text.charAt(end) == mark && Letters.wordAt(text, end + 1));
        return !before && !behind;
    }

    /** As 0123.4567.89ab. */
    private static void dotted(Scan scan, boolean called, Consumer<Finding> sink) {
        String text = scan.text();
        for (int at = text.indexOf('.'); at >= 0; at = text.indexOf('.', at + 1)) {
            int start = at - 4;
            int end = start + 14;
            boolean one = start >= 0 && end <= text.length() && text.charAt(at + 5) == '.';
            boolean letter = false;
            for (int i = start; one && i < end; i++) {
                char c = text.charAt(i);
                one = i == at || i == at + 5 || Letters.isHex(c);
                letter |= Letters.isAsciiLetter(c);
            }
            if (one && letter && stands(text, start, end, '.')) {
                accept(scan, called, start, end, sink);
            }
        }
    }

    /**
     * An address. An odd first byte makes it one of a group (IEEE 802), but much that is made at random has one all the same: of
     * digits and letters, or called an address, it counts unless the group is well known.
     */
    private static void accept(Scan scan, boolean called, int start, int end, Consumer<Finding> sink) {
        String text = scan.text();
        String value = Form.compact(text, start, end).toLowerCase(Locale.ROOT);
        if (value.length() != 2 * BYTES || MacGroup.isKnown(value)) {
            return;
        }
        long digits = value.chars().filter(c -> Letters.isDigit((char) c)).count();
        // Pairs of digits with dashes are as well a date and a time.
        boolean time = digits == value.length() && text.charAt(start + 2) == '-';
        boolean mixed = digits > 0 && digits < value.length();
        if (mixed || (!time && !MacGroup.is(value)) || called || isCalled(scan, start)) {
            sink.accept(new Finding("MAC", start, end, value));
        }
    }

    private static boolean isCalled(Scan scan, int start) {
        return scan.mentions().of(Topic.MAC).anyBetween(start - REACH, start);
    }
}
