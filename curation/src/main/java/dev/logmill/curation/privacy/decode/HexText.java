package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Letters;
import dev.logmill.curation.privacy.detect.Scan;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Text that stands in another text as hex digits, two a byte of UTF-8.
 *
 * @param start index of its first digit
 * @param end index after its last digit
 * @param text what it says
 * @param capitals its letters are capitals
 */
record HexText(int start, int end, String text, boolean capitals) implements EncodedText {
    /** Digits of the shortest that is looked at: {@code a@b.info} takes so many. */
    private static final int SHORTEST = 16;

    /** All of them in a text, in order. A byte of text begins with a digit, so a run of digits begins each. */
    static List<HexText> in(Scan scan) {
        if (scan.signs().digits() < SHORTEST / 2) {
            return List.of();
        }
        String text = scan.text();
        List<HexText> found = List.of();
        int from = 0;
        for (int run = 0; run < scan.runs(); run++) {
            int start = scan.start(run);
            if (start >= from && begins(text, start)) {
                from = end(text, start);
                Optional<HexText> read = read(text, start, from);
                if (read.isPresent()) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(read.get());
                }
            }
        }
        return found;
    }

    /** Whether the first byte is one of a text, and no word goes on here, other than behind 0x. */
    private static boolean begins(String text, int start) {
        char first = text.charAt(start);
        if (first < '2' || first > '7' || start + SHORTEST > text.length()) {
            return false;
        }
        return !Letters.wordBefore(text, start)
                || (start > 1 && text.charAt(start - 1) == 'x' && "0\\".indexOf(text.charAt(start - 2)) >= 0);
    }

    private static int end(String text, int start) {
        int end = start;
        while (end < text.length() && Letters.isHex(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Optional<HexText> read(String text, int start, int end) {
        if (end - start < SHORTEST || (end - start) % 2 == 1 || Letters.wordAt(text, end) || !isText(text, start)) {
            return Optional.empty();
        }
        return PlainText.of(HexFormat.of().parseHex(text, start, end), false)
                .map(said -> new HexText(start, end, said, hasCapital(text, start, end)));
    }

    private static boolean hasCapital(String text, int start, int end) {
        return text.substring(start, end).chars().anyMatch(c -> c >= 'A' && c <= 'F');
    }

    /** Whether the first bytes are none of a control: nearly all hashes and ids show here that they are no text. */
    private static boolean isText(String text, int start) {
        for (int i = start; i < start + SHORTEST; i += 2) {
            char c = text.charAt(i);
            boolean line = c == '0' && "9aAdD".indexOf(text.charAt(i + 1)) >= 0;
            if (c < '2' && !line) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String encoded(String other) {
        HexFormat format = capitals ? HexFormat.of().withUpperCase() : HexFormat.of();
        return format.formatHex(other.getBytes(StandardCharsets.UTF_8));
    }
}
