package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Scan;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Text that stands in another text as base64 or base64url (RFC 4648, sections 4 and 5), in one line or
 * wrapped as mails and tools wrap it (RFC 2045, section 6.8).
 *
 * @param start index of its first char
 * @param end index after its last char, padding included
 * @param said what it says
 * @param url it is base64url
 * @param padded it is filled up with equals signs
 * @param lines how it is wrapped
 */
record Base64Text(int start, int end, BytesOfText said, boolean url, boolean padded, WrappedLines lines)
        implements EncodedText {
    /** Shorter ones hold no identifier that is worth hiding so: {@code a@b.co} takes eight. */
    private static final int SHORTEST = 8;

    /** Chars that tell whether it is worth to decode all: 48 bytes. */
    private static final int FIRST = 64;

    /** All of them in a text, in order. */
    static List<Base64Text> in(Scan scan) {
        List<Base64Text> found = List.of();
        int read = 0;
        int tried = 0;
        for (int word = 0; word < scan.longWords(); word++) {
            int start = scan.wordStart(word);
            if (start < read) {
                continue;
            }
            // Lines that said nothing together are not joined anew from each of them on.
            WrappedLines lines =
                    start < tried ? WrappedLines.NONE : WrappedLines.at(scan.text(), start, scan.wordEnd(word));
            tried = Math.max(tried, lines.end());
            List<Base64Text> said = inLines(scan.text(), lines);
            if (said.isEmpty()) {
                said = inWord(scan.text(), start, scan.wordEnd(word));
            }
            read = said.isEmpty() ? read : said.get(said.size() - 1).end();
            if (!said.isEmpty()) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.addAll(said);
            }
        }
        return found;
    }

    /** What lines say together; a word on a line of its own behind them looks like the last of them. */
    private static List<Base64Text> inLines(String text, WrappedLines lines) {
        List<Base64Text> all = joined(text, lines);
        return all.isEmpty() ? joined(text, lines.withoutLast()) : all;
    }

    private static List<Base64Text> joined(String text, WrappedLines lines) {
        int paddings = paddings(text, lines.end());
        if (lines.isNone() || (lines.length() + paddings) % 4 != 0) {
            return List.of();
        }
        String digits = lines.joined(text);
        return read(digits + "=".repeat(paddings), 0, digits.length()).stream()
                .map(one -> new Base64Text(
                        lines.start(),
                        lines.end() + one.end() - digits.length(),
                        one.said(),
                        one.url(),
                        one.padded(),
                        lines))
                .toList();
    }

    /** What a word says; where it says nothing, what its parts do: a slash is a digit, and it parts the path of an address. */
    private static List<Base64Text> inWord(String text, int from, int to) {
        Optional<Base64Text> whole = read(text, from, to);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        return slash(text, from, to) < to ? segments(text, from, to) : List.of();
    }

    private static List<Base64Text> segments(String text, int from, int to) {
        List<Base64Text> found = new ArrayList<>();
        int start = from;
        while (start <= to) {
            int end = slash(text, start, to);
            if (end - start >= SHORTEST) {
                read(text, start, end).ifPresent(found::add);
            }
            start = end + 1;
        }
        return found;
    }

    /** The next slash, no further than an index; that index where there is none. */
    private static int slash(String text, int from, int to) {
        int i = from;
        while (i < to && text.charAt(i) != '/') {
            i++;
        }
        return i;
    }

    private static Optional<Base64Text> read(String text, int start, int end) {
        if ((end - start) % 4 == 1 || !looksEncoded(text, start, end)) {
            return Optional.empty();
        }
        int first = Base64Start.octet(text, start, 0);
        Packing packing = Packing.of(first, Base64Start.octet(text, start, 1));
        if (packing == Packing.NONE && !Base64Start.isOfText(text, start, end)) {
            if (!Packing.mayBeBare(first, (end - start) * 3 / 4)) {
                return Optional.empty();
            }
            packing = Packing.DEFLATE;
        }
        return read(text, start, end, packing);
    }

    private static Optional<Base64Text> read(String text, int start, int end, Packing packing) {
        String digits = text.substring(start, end);
        boolean url = digits.indexOf('-') >= 0 || digits.indexOf('_') >= 0;
        int padding = paddings(text, end);
        boolean padded = padding > 0 && (digits.length() + padding) % 4 == 0;
        int last = padded ? end + padding(digits) : end;
        boolean worth = packing != Packing.NONE
                || digits.length() <= FIRST
                || bytes(digits.substring(0, FIRST), url)
                        .filter(BytesOfText::isBegun)
                        .isPresent();
        return (worth ? bytes(digits, url) : Optional.<byte[]>empty())
                .flatMap(all -> BytesOfText.of(all, packing))
                .map(said -> new Base64Text(start, last, said, url, padded, WrappedLines.NONE));
    }

    /** How many equals signs stand at an index, as far as they may be padding. */
    private static int paddings(String text, int end) {
        int padding = 0;
        while (padding < 2 && end + padding < text.length() && text.charAt(end + padding) == '=') {
            padding++;
        }
        return padding;
    }

    private static int padding(String digits) {
        return (4 - digits.length() % 4) % 4;
    }

    /** Letters of both cases: what has none is a word, a path or a number. */
    private static boolean looksEncoded(String text, int start, int end) {
        boolean small = false;
        boolean capital = false;
        for (int i = start; i < end && !(small && capital); i++) {
            char c = text.charAt(i);
            small |= c >= 'a' && c <= 'z';
            capital |= c >= 'A' && c <= 'Z';
        }
        return small && capital;
    }

    private static Optional<byte[]> bytes(String digits, boolean url) {
        try {
            return Optional.of((url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(digits));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String text() {
        return said.text();
    }

    @Override
    public String encoded(String other) {
        Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
        // What was whole without padding is so by its length alone, and its length changes.
        int length = lines.isNone() ? end - start : lines.length();
        boolean whole = padded || (!url && length % 4 == 0);
        String digits = (whole ? encoder : encoder.withoutPadding()).encodeToString(said.of(other));
        return lines.isNone() ? digits : lines.wrapped(digits);
    }
}
