package dev.logmill.curation.privacy.decode;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** Text that is compressed (RFC 1952). */
final class Gzip {
    /** What its first bytes are in base64. */
    static final String BASE64 = "H4sI";

    /** Bytes that are unpacked, and how many of one; what unfolds to more is no text that somebody logs. */
    private static final int MOST = 1 << 20;

    private static final int MOST_OF_ONE = 50;

    private Gzip() {}

    /** The text that bytes unpack to; nothing where they are none, or too many. */
    static Optional<String> text(byte[] packed) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(packed))) {
            int most = Math.min(MOST, MOST_OF_ONE * packed.length);
            byte[] plain = in.readNBytes(most + 1);
            return plain.length > most ? Optional.empty() : PlainText.of(plain, false);
        } catch (IOException noGzip) {
            return Optional.empty();
        }
    }

    static byte[] packed(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }
}
