package dev.logmill.curation.privacy.detect;

/**
 * Ids that machines draw at random or make of content: UUIDs, ULIDs and digests in hex. Numbers of any form stand within them
 * by chance, so that one is an identifier as a whole or none of it is.
 */
public final class MachineId {
    private static final int SHORTEST_DIGEST = 32;
    private static final int LONGEST_DIGEST = 128;
    private static final int ULID = 26;

    private MachineId() {}

    /** Whether what stands between two places begins or ends within such an id. */
    public static boolean isCut(String text, int start, int end) {
        return isWithin(text, start) || isWithin(text, end);
    }

    private static boolean isWithin(String text, int place) {
        // What a detector finds beyond the text fails where it is replaced.
        if (place <= 0 || place >= text.length()) {
            return false;
        }
        char before = text.charAt(place - 1);
        char behind = text.charAt(place);
        if (!isPart(before) || !isPart(behind)) {
            return false;
        }
        return isWithinUuid(text, place) || (before != '-' && behind != '-' && isWithinWord(text, place));
    }

    private static boolean isPart(char c) {
        return c == '-' || Letters.isDigit(c) || Letters.isAsciiLetter(c);
    }

    private static boolean isWithinUuid(String text, int place) {
        int start = Uuid.around(text, place);
        return start >= 0 && start < place && place < start + Uuid.LENGTH;
    }

    private static boolean isWithinWord(String text, int place) {
        int start = place;
        while (start > 0 && place - start <= LONGEST_DIGEST && Letters.wordBefore(text, start)) {
            start--;
        }
        int end = place;
        while (end - place <= LONGEST_DIGEST && Letters.wordAt(text, end)) {
            end++;
        }
        int length = end - start;
        return (length >= SHORTEST_DIGEST && length <= LONGEST_DIGEST && isDigest(text, start, end))
                || (length == ULID && isUlid(text, start, end));
    }

    /** Whether it is of hex digits, letters among them. */
    private static boolean isDigest(String text, int start, int end) {
        boolean letter = false;
        for (int i = start; i < end; i++) {
            if (!Letters.isHex(text.charAt(i))) {
                return false;
            }
            letter |= !Letters.isDigit(text.charAt(i));
        }
        return letter;
    }

    /** Whether it is of digits and letters of Crockford's base32, both among them, the first a digit below 8. */
    private static boolean isUlid(String text, int start, int end) {
        boolean letter = false;
        for (int i = start; i < end; i++) {
            char c = Letters.small(text.charAt(i));
            if (c == '_' || "ilou".indexOf(c) >= 0) {
                return false;
            }
            letter |= !Letters.isDigit(c);
        }
        return letter && text.charAt(start) <= '7';
    }
}
