package dev.logmill.curation.ingest;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Media;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A text without the bytes that stood in it as base64: in a {@code data:} URL (RFC 2397), or alone where they begin as an image or a
 * PDF does. In their place stands {@code data:image/png;bytes=3021;sha256=...}, their type, size and digest.
 *
 * @param text the text
 * @param media what stood in it, in order
 */
record InlinedBytes(String text, List<Media> media) {
    private static final String SCHEME = "data:";

    private static final int LONGEST_TYPE = 100;

    /** Digits of base64 that are bytes and no example of how one would write them. */
    private static final int SHORTEST_URL = 8;

    private static final int SHORTEST_ALONE = 64;

    /** What the base64 of a {@code data:} URL stands behind, and what that of bytes alone begins with. */
    private enum Mark {
        URL(";base64,", ""),
        PNG("iVBORw0KGg", "image/png"),
        JPEG("/9j/", "image/jpeg"),
        GIF("R0lGODdh", "image/gif"),
        NEWER_GIF("R0lGODlh", "image/gif"),
        WEBP("UklGR", "image/webp"),
        PDF("JVBERi0", "application/pdf");

        private static final Mark[] ALL = values();

        private final String text;
        private final String mime;

        Mark(String text, String mime) {
            this.text = text;
            this.mime = mime;
        }
    }

    /** A text that holds such bytes, without them; nothing for nearly every text. */
    static Optional<InlinedBytes> in(String text) {
        int[] next = new int[Mark.ALL.length];
        Arrays.fill(next, -1);
        StringBuilder cut = new StringBuilder();
        List<Media> media = new ArrayList<>(0);
        int from = 0;
        int at = nearest(text, next, 0);
        while (at < Mark.ALL.length) {
            Mark mark = Mark.ALL[at];
            boolean url = mark == Mark.URL;
            int start = url ? next[at] + mark.text.length() : next[at];
            int end = end(text, start);
            int head = url ? scheme(text, next[at], from) : isAlone(text, start, from) ? start : -1;
            if (head >= 0 && end - start >= (url ? SHORTEST_URL : SHORTEST_ALONE)) {
                String mime = url ? mime(text, head) : mark.mime;
                byte[] bytes = bytes(text.substring(start, end));
                media.add(
                        new Media(type(mime), Optional.of(mime), Optional.empty(), Optional.of(Digest.sha256(bytes))));
                cut.append(text, from, head).append(reference(mime, bytes));
                from = end;
            }
            at = nearest(text, next, Math.max(end, next[at] + 1));
        }
        return media.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new InlinedBytes(cut.append(text, from, text.length()).toString(), media));
    }

    /** The mark that comes first from an index on; as many as there are where none does. */
    private static int nearest(String text, int[] next, int from) {
        int nearest = next.length;
        for (int i = 0; i < next.length; i++) {
            if (next[i] < from) {
                int found = text.indexOf(Mark.ALL[i].text, from);
                next[i] = found < 0 ? Integer.MAX_VALUE : found;
            }
            if (next[i] < Integer.MAX_VALUE && (nearest == next.length || next[i] < next[nearest])) {
                nearest = i;
            }
        }
        return nearest;
    }

    /** Where the URL begins whose base64 is said to follow at an index; -1 where none does. */
    private static int scheme(String text, int mark, int from) {
        int least = Math.max(from, mark - LONGEST_TYPE);
        for (int i = mark - SCHEME.length(); i >= least; i--) {
            if (text.regionMatches(true, i, SCHEME, 0, SCHEME.length())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether base64 begins here, and not before. */
    private static boolean isAlone(String text, int start, int from) {
        return start == from || !isDigit(text.charAt(start - 1));
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && (isDigit(text.charAt(end)) || text.startsWith("\\/", end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "+/=-_".indexOf(c) >= 0;
    }

    private static String mime(String text, int head) {
        int end = head + SCHEME.length();
        while (text.charAt(end) != ';') {
            end++;
        }
        String named = text.substring(head + SCHEME.length(), end).toLowerCase(Locale.ROOT);
        // The type that RFC 2397 gives to a URL that names none.
        return named.isEmpty() ? "text/plain" : named;
    }

    private static String type(String mime) {
        String kind = mime.substring(0, Math.max(0, mime.indexOf('/')));
        return List.of("image", "audio", "video").contains(kind) ? kind : "file";
    }

    private static byte[] bytes(String digits) {
        String plain = digits.replace("\\", "").replace('-', '+').replace('_', '/');
        try {
            return Base64.getMimeDecoder().decode(plain);
        } catch (IllegalArgumentException cut) {
            return plain.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static String reference(String mime, byte[] bytes) {
        return "%s%s;bytes=%d;sha256=%s".formatted(SCHEME, mime, bytes.length, Digest.sha256(bytes));
    }
}
