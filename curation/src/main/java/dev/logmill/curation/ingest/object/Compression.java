package dev.logmill.curation.ingest.object;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Locale;

/** Compression that an object's name or its first bytes tell: gzip and Zstandard. Firehose and the like leave {@code .gz} out. */
final class Compression {
    private static final int BUFFER = 1 << 16;

    private static final byte[] GZIP = {0x1f, (byte) 0x8b, 8};
    static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private Compression() {}

    /** An object's name, in lower case and without what tells its compression. */
    static String inner(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean packed = lower.endsWith(".gz") || lower.endsWith(".zst");
        return packed ? lower.substring(0, lower.lastIndexOf('.')) : lower;
    }

    /** The same of text: in UTF-8, though it be UTF-16. */
    static InputStream text(String name, InputStream stored) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stored, BUFFER);
        boolean framed = ZstdFrames.begin(first(buffered, ZstdFrames.LENGTH_BYTES + ZSTD.length));
        return Utf16Text.undone(framed ? new ZstdFrames(buffered) : undone(name, buffered));
    }

    /** The bytes as they were before they were compressed; an empty object is empty, whatever its name. An archive is damage. */
    static InputStream undone(String name, InputStream stored) throws IOException {
        return Unopened.refused(decompressed(name, stored));
    }

    private static InputStream decompressed(String name, InputStream stored) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stored, BUFFER);
        byte[] first = first(buffered, ZSTD.length);
        if (first.length == 0) {
            return buffered;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz") || begins(first, GZIP)) {
            return new WholeGzip(buffered, BUFFER);
        }
        return lower.endsWith(".zst") || begins(first, ZSTD) ? new ZstdInputStream(buffered) : buffered;
    }

    private static byte[] first(BufferedInputStream in, int bytes) throws IOException {
        in.mark(bytes);
        byte[] first = in.readNBytes(bytes);
        in.reset();
        return first;
    }

    private static boolean begins(byte[] first, byte[] magic) {
        return begins(first, 0, magic);
    }

    /** Whether bytes stand at an index of others. */
    static boolean begins(byte[] bytes, int from, byte[] magic) {
        int end = from + magic.length;
        return bytes.length >= end && Arrays.equals(bytes, from, end, magic, 0, magic.length);
    }
}
