package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Letters;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Bytes and chars that are written as hex digits. */
final class Hex {
    private Hex() {}

    /** What so many hex digits from an index on stand for; -1 where they are none. */
    static int value(String text, int from, int digits) {
        if (from + digits > text.length()) {
            return -1;
        }
        int value = 0;
        for (int i = from; i < from + digits; i++) {
            if (!Letters.isHex(text.charAt(i))) {
                return -1;
            }
            value = value * 16 + Character.digit(text.charAt(i), 16);
        }
        return value;
    }

    /** Whether two hex digits stand behind a mark somewhere in a text. */
    static boolean isBehind(char mark, String text) {
        for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
            if (value(text, at + 1, 2) >= 0) {
                return true;
            }
        }
        return false;
    }

    /** The char of one byte or more of UTF-8 that begins here, each a mark and two hex digits; nothing if there is none. */
    static Optional<String> utf8(String text, int at, char mark) {
        int first = octet(text, at, mark);
        if (first < 0) {
            return Optional.empty();
        }
        int size = first < 0x80 ? 1 : first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
        ByteBuffer read = ByteBuffer.allocate(size);
        for (int i = 0; i < size; i++) {
            int next = octet(text, at + 3 * i, mark);
            if (next < 0) {
                return Optional.empty();
            }
            read.put((byte) next);
        }
        try {
            // A new decoder reports what is malformed.
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(read.flip()).toString());
        } catch (CharacterCodingException noUtf8) {
            return Optional.empty();
        }
    }

    /** Chars that a char of UTF-8 is written in so, three a byte. */
    static int length(String shown) {
        int point = shown.codePointAt(0);
        return 3 * (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4);
    }

    private static int octet(String text, int at, char mark) {
        return at < text.length() && text.charAt(at) == mark ? value(text, at + 1, 2) : -1;
    }
}
