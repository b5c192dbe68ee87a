package dev.logmill.curation.ingest.message;

import java.util.List;

/**
 * Bytes in base64 where a place should be named: an image whose {@code url} is the image itself, without the head of a {@code data:}
 * URL. It is told from a file's id and a path by its length, or by how images and PDFs begin.
 */
final class BareBase64 {
    /** Longer than any id of a file. */
    private static final int SHORTEST = 512;

    private static final int SHORTEST_KNOWN = 64;
    private static final List<String> BEGINNINGS = List.of("iVBORw0KGg", "/9j/", "R0lGOD", "UklGR", "JVBERi0");
    private static final String SIGNS = "+/=-_\r\n";

    private BareBase64() {}

    static boolean isOne(String place) {
        boolean known = BEGINNINGS.stream().anyMatch(place::startsWith);
        return place.length() >= (known ? SHORTEST_KNOWN : SHORTEST)
                && place.chars().allMatch(BareBase64::isDigit);
    }

    private static boolean isDigit(int sign) {
        boolean letter = (sign >= 'a' && sign <= 'z') || (sign >= 'A' && sign <= 'Z');
        return letter || (sign >= '0' && sign <= '9') || SIGNS.indexOf(sign) >= 0;
    }
}
