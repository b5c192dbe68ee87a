package dev.logmill.curation.privacy.decode;

import dev.logmill.curation.privacy.detect.Letters;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The charsets that bytes of text are written in, in the order in which they are tried: each leaves what the one before it reads. */
enum WrittenIn {
    UTF_8(StandardCharsets.UTF_8) {
        @Override
        boolean mayBe(byte[] bytes, int size) {
            return true;
        }
    },
    /** As Windows and .NET have it, also for what PowerShell is told to do. */
    UTF_16LE(StandardCharsets.UTF_16LE) {
        @Override
        boolean mayBe(byte[] bytes, int size) {
            return 4 * zeros(bytes, 1, size) >= size;
        }
    },
    UTF_16BE(StandardCharsets.UTF_16BE) {
        @Override
        boolean mayBe(byte[] bytes, int size) {
            return 4 * zeros(bytes, 0, size) >= size;
        }
    },
    /**
     * Latin-1 too, which is it without quotes and dashes. Nearly all is ASCII, and most of that letters, digits and spaces, since any
     * bytes without controls are some text: those of an id too.
     */
    WINDOWS_1252(Charset.forName("windows-1252")) {
        @Override
        boolean mayBe(byte[] bytes, int size) {
            int ascii = 0;
            int plain = 0;
            for (int i = 0; i < size; i++) {
                ascii += bytes[i] > 0 ? 1 : 0;
                plain += bytes[i] == ' ' || isLetterOrDigit((char) bytes[i]) ? 1 : 0;
            }
            return 4 * ascii >= 3 * size && 8 * plain >= 5 * size;
        }
    };

    private final Charset charset;

    WrittenIn(Charset charset) {
        this.charset = charset;
    }

    /** Whether it is worth to read so many bytes so. */
    abstract boolean mayBe(byte[] bytes, int size);

    /**
     * The text that bytes are; nothing where they are none, or have controls other than tabs and line breaks.
     *
     * @param cut they are the first of more, so that the last of them may be in the midst of a char
     */
    Optional<String> text(byte[] bytes, boolean cut) {
        return mayBe(bytes, bytes.length) ? PlainText.of(bytes, charset, cut) : Optional.empty();
    }

    byte[] bytes(String text) {
        return text.getBytes(charset);
    }

    private static boolean isLetterOrDigit(char c) {
        return Letters.isAsciiLetter(c) || Letters.isDigit(c);
    }

    private static int zeros(byte[] bytes, int from, int size) {
        int zeros = 0;
        for (int i = from; i < size; i += 2) {
            zeros += bytes[i] == 0 ? 1 : 0;
        }
        return zeros;
    }
}
