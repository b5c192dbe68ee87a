package dev.logmill.curation.ingest.object;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Text in UTF-16, as PowerShell writes what is sent to a file, as the UTF-8 that it is read as everywhere; all other bytes as
 * they are. It is told by a byte order mark, or by a first sign of JSON in two bytes.
 */
final class Utf16Text extends InputStream {
    private static final int CHARS = 8192;

    private final Reader text;
    private final char[] chars = new char[CHARS];
    private byte[] bytes = new byte[0];
    private int at;

    /** A first half of a character whose second one comes with the next chars; zero where there is none. */
    private char half;

    private Utf16Text(InputStream in, Charset charset) {
        // What is no UTF-16 is damage, and no replacement character.
        this.text = new InputStreamReader(in, charset.newDecoder());
    }

    /** The bytes, in UTF-8 where they are UTF-16; looks at the first two once. */
    static InputStream undone(InputStream plain) throws IOException {
        BufferedInputStream in = new BufferedInputStream(plain);
        in.mark(2);
        int first = in.read();
        int second = in.read();
        in.reset();
        Optional<Charset> charset = charset(first, second);
        return charset.isPresent() ? new Utf16Text(in, charset.get()) : in;
    }

    private static Optional<Charset> charset(int first, int second) {
        boolean marked = (first == 0xff && second == 0xfe) || (first == 0xfe && second == 0xff);
        if (marked) {
            return Optional.of(StandardCharsets.UTF_16);
        }
        if (second == 0 && isJson(first)) {
            return Optional.of(StandardCharsets.UTF_16LE);
        }
        return first == 0 && isJson(second) ? Optional.of(StandardCharsets.UTF_16BE) : Optional.empty();
    }

    private static boolean isJson(int first) {
        return first == '{' || first == '[';
    }

    @Override
    public int read() throws IOException {
        return fill() ? Byte.toUnsignedInt(bytes[at++]) : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!fill()) {
            return -1;
        }
        int taken = Math.min(length, bytes.length - at);
        System.arraycopy(bytes, at, into, offset, taken);
        at += taken;
        return taken;
    }

    private boolean fill() throws IOException {
        while (at == bytes.length) {
            int begins = half == 0 ? 0 : 1;
            chars[0] = half;
            int read = text.read(chars, begins, CHARS - begins);
            if (read < 0) {
                return false;
            }
            int end = begins + read;
            half = Character.isHighSurrogate(chars[end - 1]) ? chars[end - 1] : 0;
            bytes = new String(chars, 0, half == 0 ? end : end - 1).getBytes(StandardCharsets.UTF_8);
            at = 0;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        text.close();
    }
}
