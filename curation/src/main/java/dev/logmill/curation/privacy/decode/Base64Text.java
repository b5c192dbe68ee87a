package dev.logmill.curation.privacy.decode;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Text that stands in another text as base64 or base64url (RFC 4648, sections 4 and 5), in one line.
 *
 * @param start index of its first char
 * @param end index after its last char, padding included
 * @param text what it says
 * @param url it is base64url
 * @param padded it is filled up with equals signs
 * @param zipped the text is compressed
 */
record Base64Text(int start, int end, String text, boolean url, boolean padded, boolean zipped) implements EncodedText {
    /** Shorter ones hold no identifier that is worth hiding so: {@code a@b.co} takes eight. */
    private static final int SHORTEST = 8;

    /** Chars that tell whether it is worth to decode all: 48 bytes. */
    private static final int FIRST = 64;

    private static final int LOWER = 1;
    private static final int UPPER = 2;

    /** Letters of both cases, or letters and digits: what is neither is a word, a path or a number. */
    private static final int BOTH_CASES = LOWER | UPPER;

    private static final int SLASH = 4;
    private static final int OTHER = 8;

    /** What each char of ASCII is as a digit; 0 where it is none. */
    private static final byte[] KINDS = kinds();

    private static byte[] kinds() {
        byte[] kinds = new byte[0x80];
        Arrays.fill(kinds, 'a', 'z' + 1, (byte) LOWER);
        Arrays.fill(kinds, 'A', 'Z' + 1, (byte) UPPER);
        Arrays.fill(kinds, '0', '9' + 1, (byte) OTHER);
        kinds['+'] = OTHER;
        kinds['-'] = OTHER;
        kinds['_'] = OTHER;
        kinds['/'] = SLASH;
        return kinds;
    }

    /** All of them in a text, in order. */
    static List<Base64Text> in(String text) {
        List<Base64Text> found = List.of();
        int from = 0;
        while (from + SHORTEST <= text.length()) {
            // A run that is long enough goes over this index, so that most of a text is never looked at.
            int probe = from + SHORTEST - 1;
            int start = probe;
            while (start >= from && kind(text, start) != 0) {
                start--;
            }
            if (start >= from) {
                from = start + 1;
                continue;
            }
            int kinds = 0;
            int end = from;
            for (int kind = kind(text, end); kind != 0; kind = kind(text, end)) {
                kinds |= kind;
                end++;
            }
            if ((kinds & BOTH_CASES) == BOTH_CASES) {
                List<Base64Text> read = read(text, from, end, (kinds & SLASH) != 0);
                if (!read.isEmpty()) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.addAll(read);
                }
            }
            from = end + 1;
        }
        return found;
    }

    /** What a run of digits says; where it says nothing, what its parts do: a slash is a digit, and it parts the path of an address. */
    private static List<Base64Text> read(String text, int from, int to, boolean slashes) {
        Optional<Base64Text> whole = read(text, from, to);
        if (whole.isPresent()) {
            return List.of(whole.get());
        }
        return slashes ? segments(text, from, to) : List.of();
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

    /** What a char is as a digit of base64; 0 where it is none, as behind the end. */
    private static int kind(String text, int index) {
        char c = index < text.length() ? text.charAt(index) : ' ';
        return c < KINDS.length ? KINDS[c] : 0;
    }

    private static Optional<Base64Text> read(String text, int start, int end) {
        boolean zipped = text.startsWith(Gzip.BASE64, start);
        boolean text64 = zipped || (looksEncoded(text, start, end) && Base64Start.isOfText(text, start, end));
        if (!text64 || (end - start) % 4 == 1) {
            return Optional.empty();
        }
        String digits = text.substring(start, end);
        boolean url = digits.indexOf('-') >= 0 || digits.indexOf('_') >= 0;
        int padding = 0;
        while (padding < 2 && end + padding < text.length() && text.charAt(end + padding) == '=') {
            padding++;
        }
        boolean padded = padding > 0 && (digits.length() + padding) % 4 == 0;
        int last = padded ? end + padding(digits) : end;
        if (zipped) {
            return bytes(digits, url)
                    .flatMap(Gzip::text)
                    .map(all -> new Base64Text(start, last, all, url, padded, true));
        }
        boolean worth = digits.length() <= FIRST
                || bytes(digits.substring(0, FIRST), url)
                        .flatMap(first -> PlainText.of(first, true))
                        .isPresent();
        return (worth ? bytes(digits, url) : Optional.<byte[]>empty())
                .flatMap(all -> PlainText.of(all, false))
                .map(all -> new Base64Text(start, last, all, url, padded, false));
    }

    private static int padding(String digits) {
        return (4 - digits.length() % 4) % 4;
    }

    private static boolean looksEncoded(String text, int start, int end) {
        int kinds = 0;
        for (int i = start; i < end && (kinds & BOTH_CASES) != BOTH_CASES; i++) {
            kinds |= kind(text, i);
        }
        return (kinds & BOTH_CASES) == BOTH_CASES;
    }

    private static Optional<byte[]> bytes(String digits, boolean url) {
        try {
            return Optional.of((url ? Base64.getUrlDecoder() : Base64.getDecoder()).decode(digits));
        } catch (IllegalArgumentException noBase64) {
            return Optional.empty();
        }
    }

    @Override
    public String encoded(String other) {
        Base64.Encoder encoder = url ? Base64.getUrlEncoder() : Base64.getEncoder();
        byte[] bytes = zipped ? Gzip.packed(other) : other.getBytes(StandardCharsets.UTF_8);
        // What was whole without padding is so by its length alone, and its length changes.
        boolean whole = padded || (!url && (end - start) % 4 == 0);
        return (whole ? encoder : encoder.withoutPadding()).encodeToString(bytes);
    }
}
