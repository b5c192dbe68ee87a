package dev.logmill.curation.ingest.object;

import com.github.luben.zstd.ZstdInputStream;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/**
 * Documents that were compressed one by one, each led by its length in four bytes, as the collector's file exporter writes them with
 * {@code compression: zstd}: the text of all of them, a document a line.
 *
 * @see <a
 *     href="https://github.com/open-telemetry/opentelemetry-collector-contrib/tree/main/exporter/fileexporter">File exporter</a>
 */
final class ZstdFrames extends InputStream {
    static final int LENGTH_BYTES = 4;

    /** Of one document, compressed. */
    private static final int LONGEST = 1 << 28;

    private final InputStream framed;
    private InputStream document = InputStream.nullInputStream();
    private boolean lineEnded = true;

    ZstdFrames(InputStream framed) {
        this.framed = framed;
    }

    /** Whether an object begins so: a length below 2^24, and Zstandard's magic number. */
    static boolean begin(byte[] first) {
        return first.length >= LENGTH_BYTES + Compression.ZSTD.length
                && first[0] == 0
                && Compression.begins(first, LENGTH_BYTES, Compression.ZSTD);
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        while (length > 0) {
            int read = document.read(into, from, length);
            if (read > 0) {
                return read;
            }
            if (!lineEnded) {
                lineEnded = true;
                into[from] = '\n';
                return 1;
            }
            if (!open()) {
                return -1;
            }
        }
        return 0;
    }

    private boolean open() throws IOException {
        byte[] led = framed.readNBytes(LENGTH_BYTES);
        if (led.length == 0) {
            return false;
        }
        long length = led.length < LENGTH_BYTES
                ? -1
                : Integer.toUnsignedLong(ByteBuffer.wrap(led).getInt());
        if (length > LONGEST) {
            throw new IOException("a compressed document of %d bytes, more than %d".formatted(length, LONGEST));
        }
        byte[] frame = length < 0 ? led : framed.readNBytes((int) length);
        if (frame.length != length) {
            throw new EOFException();
        }
        document = new ZstdInputStream(new ByteArrayInputStream(frame));
        lineEnded = false;
        return true;
    }

    @Override
    public void close() throws IOException {
        framed.close();
    }
}
