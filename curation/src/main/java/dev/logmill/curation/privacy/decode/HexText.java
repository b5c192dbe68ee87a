package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Letters;
import dev.logmill.curation.privacy.detect.Scan;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * Text that stands in another text as hex digits, two a byte, with a space, a colon or a hyphen between the bytes, or nothing.
 *
 * @param start index of its first digit
 * @param end index after its last digit
 * @param said what it says
 * @param format how its digits are written
 */
record HexText(int start, int end, BytesOfText said, HexFormat format) implements EncodedText {
    /** Digits of the shortest that is looked at: {@code a@b.info} takes so many. */
    private static final int SHORTEST = 16;

    private static final String DELIMITERS = " :-";

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
                Optional<HexText> read;
                if (isDelimited(text, start)) {
                    from = delimitedEnd(text, start);
                    read = delimited(text, start, from);
                } else {
                    from = end(text, start);
                    read = read(text, start, from);
                }
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
        return said(text, start, end, HexFormat.of());
    }

    private static Optional<HexText> said(String text, int start, int end, HexFormat small) {
        HexFormat format = hasCapital(text, start, end) ? small.withUpperCase() : small;
        return BytesOfText.of(small.parseHex(text, start, end), Packing.NONE)
                .map(said -> new HexText(start, end, said, format));
    }

    /** Whether a byte ends behind two digits, and a sign stands before the next. */
    private static boolean isDelimited(String text, int start) {
        return Hex.value(text, start, 2) >= 0
                && DELIMITERS.indexOf(text.charAt(start + 2)) >= 0
                && Hex.value(text, start + 3, 2) >= 0;
    }

    /** Behind the last byte before which the same sign stands. */
    private static int delimitedEnd(String text, int start) {
        char delimiter = text.charAt(start + 2);
        int end = start + 2;
        while (end < text.length()
                && text.charAt(end) == delimiter
                && Hex.value(text, end + 1, 2) >= 0
                && !Letters.wordAt(text, end + 3)) {
            end += 3;
        }
        return end;
    }

    /** Where no letter is among the digits it is a row of numbers: a mail address has one, as its dots and half its letters do. */
    private static Optional<HexText> delimited(String text, int start, int end) {
        if (end - start < SHORTEST * 3 / 2 - 1 || !hasLetter(text, start, end)) {
            return Optional.empty();
        }
        return said(text, start, end, HexFormat.ofDelimiter(text.substring(start + 2, start + 3)));
    }

    private static boolean hasLetter(String text, int start, int end) {
        return text.substring(start, end).chars().anyMatch(c -> Letters.isAsciiLetter((char) c));
    }

    private static boolean hasCapital(String text, int start, int end) {
        return text.substring(start, end).chars().anyMatch(c -> c >= 'A' && c <= 'F');
    }

    /** Whether the first bytes are none of a control: nearly all hashes and ids show here that they are no text. */
    private static boolean isText(String text, int start) {
        for (int i = start; i < start + SHORTEST; i += 2) {
            char c = text.charAt(i);
            // Every second byte of UTF-16 is zero.
            boolean line = c == '0' && "09aAdD".indexOf(text.charAt(i + 1)) >= 0;
            if (c < '2' && !line) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String text() {
        return said.text();
    }

    @Override
    public String encoded(String other) {
        return format.formatHex(said.of(other));
    }
}
