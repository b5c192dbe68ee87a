package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Scan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Text that stands in another text as base32 (RFC 4648, section 6), in capitals.
 *
 * @param start index of its first char
 * @param end index after its last char, padding included
 * @param said what it says
 * @param padded it is filled up with equals signs
 */
record Base32Text(int start, int end, BytesOfText said, boolean padded) implements EncodedText {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private static final int BITS = 5;

    /** Chars that whole bytes take. */
    private static final int GROUP = 8;

    /** Shorter ones are words in capitals; {@code a@b.info} takes thirteen. */
    private static final int SHORTEST = 13;

    /** All of them in a text, in order. */
    static List<Base32Text> in(Scan scan) {
        List<Base32Text> found = List.of();
        for (int word = 0; word < scan.longWords(); word++) {
            int start = scan.wordStart(word);
            int end = scan.wordEnd(word);
            if (end - start >= SHORTEST && isOfDigits(scan.text(), start, end)) {
                Optional<Base32Text> read = read(scan.text(), start, end);
                if (read.isPresent()) {
                    found = found.isEmpty() ? new ArrayList<>() : found;
                    found.add(read.get());
                }
            }
        }
        return found;
    }

    /** Nearly every word has a small letter among its first. */
    private static boolean isOfDigits(String text, int start, int end) {
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (!((c >= 'A' && c <= 'Z') || (c >= '2' && c <= '7'))) {
                return false;
            }
        }
        return true;
    }

    private static Optional<Base32Text> read(String text, int start, int end) {
        if (!BytesOfText.isBegun(bytes(text, start, start + GROUP))) {
            return Optional.empty();
        }
        int filled = end;
        while (filled < text.length() && text.charAt(filled) == '=' && (filled - start) % GROUP != 0) {
            filled++;
        }
        boolean padded = filled > end && (filled - start) % GROUP == 0;
        int last = padded ? filled : end;
        return BytesOfText.of(bytes(text, start, end), Packing.NONE)
                .map(said -> new Base32Text(start, last, said, padded));
    }

    private static byte[] bytes(String text, int start, int end) {
        byte[] bytes = new byte[(end - start) * BITS / Byte.SIZE];
        int held = 0;
        int bits = 0;
        int size = 0;
        for (int i = start; i < end; i++) {
            held = held << BITS | DIGITS.indexOf(text.charAt(i));
            bits += BITS;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                bytes[size++] = (byte) (held >> bits);
            }
        }
        return bytes;
    }

    @Override
    public String text() {
        return said.text();
    }

    @Override
    public String encoded(String other) {
        StringBuilder written = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte octet : said.of(other)) {
            held = held << Byte.SIZE | (octet & 0xff);
            bits += Byte.SIZE;
            while (bits >= BITS) {
                bits -= BITS;
                written.append(DIGITS.charAt((held >> bits) & 0x1f));
            }
        }
        if (bits > 0) {
            written.append(DIGITS.charAt((held << (BITS - bits)) & 0x1f));
        }
        // What was whole without padding is so by its length alone, and its length changes.
        boolean whole = padded || (end - start) % GROUP == 0;
        while (whole && written.length() % GROUP != 0) {
            written.append('=');
        }
        return written.toString();
    }
}
