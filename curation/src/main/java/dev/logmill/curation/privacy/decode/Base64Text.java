package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Scan;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Text that stands in another text as base64 or base64url (RFC 4648, sections 4 and 5), in one line.
 *
 * @param start index of its first char
 * @param end index after its last char, padding included
 * @param said what it says
 * @param url it is base64url
 * @param padded it is filled up with equals signs
 */
record Base64Text(int start, int end, BytesOfText said, boolean url, boolean padded) implements EncodedText {
    /** Shorter ones hold no identifier that is worth hiding so: {@code a@b.co} takes eight. */
    private static final int SHORTEST = 8;

    /** Chars that tell whether it is worth to decode all: 48 bytes. */
    private static final int FIRST = 64;

    /** All of them in a text, in order. */
    static List<Base64Text> in(Scan scan) {
        List<Base64Text> found = List.of();
        for (int word = 0; word < scan.longWords(); word++) {
            List<Base64Text> read = inWord(scan.text(), scan.wordStart(word), scan.wordEnd(word));
            if (!read.isEmpty()) {
                found = found.isEmpty() ? new ArrayList<>() : found;
                found.addAll(read);
            }
        }
        return found;
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
        int padding = 0;
        while (padding < 2 && end + padding < text.length() && text.charAt(end + padding) == '=') {
            padding++;
        }
        boolean padded = padding > 0 && (digits.length() + padding) % 4 == 0;
        int last = padded ? end + padding(digits) : end;
        boolean worth = packing != Packing.NONE
                || digits.length() <= FIRST
                || bytes(digits.substring(0, FIRST), url)
                        .filter(BytesOfText::isBegun)
                        .isPresent();
        return (worth ? bytes(digits, url) : Optional.<byte[]>empty())
                .flatMap(all -> BytesOfText.of(all, packing))
                .map(said -> new Base64Text(start, last, said, url, padded));
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
        boolean whole = padded || (!url && (end - start) % 4 == 0);
        return (whole ? encoder : encoder.withoutPadding()).encodeToString(said.of(other));
    }
}
