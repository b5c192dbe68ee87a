package dev.logmill.curation.privacy.detect;

/** Eight, four, four, four and twelve hex digits with dashes between (RFC 9562). */
final class Uuid {
    static final int LENGTH = 36;
    static final int DASHES = 4;

    private Uuid() {}

    /** Whether one stands at an index, and no word goes on around it. */
    static boolean isAt(String text, int start) {
        int end = start + LENGTH;
        if (start < 0 || end > text.length() || Letters.wordBefore(text, start) || Letters.wordAt(text, end)) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(start + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !Letters.isHex(c)) {
                return false;
            }
        }
        return true;
    }

    /** Where the one begins that a char belongs to; -1 where it belongs to none. */
    static int around(String text, int index) {
        int start = index;
        while (start > 0 && index - start < LENGTH && isPart(text.charAt(start - 1))) {
            start--;
        }
        // A dash before, as of a list or a prefix, is no part of it.
        while (start < index && !isAt(text, start)) {
            start++;
        }
        return isAt(text, start) ? start : -1;
    }

    private static boolean isPart(char c) {
        return c == '-' || Letters.isHex(c);
    }
}
