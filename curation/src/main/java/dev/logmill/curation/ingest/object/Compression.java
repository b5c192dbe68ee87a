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
    private static final byte[] ZSTD = {0x28, (byte) 0xb5, 0x2f, (byte) 0xfd};

    private Compression() {}

    /** An object's name, in lower case and without what tells its compression. */
    static String inner(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        boolean packed = lower.endsWith(".gz") || lower.endsWith(".zst");
        return packed ? lower.substring(0, lower.lastIndexOf('.')) : lower;
    }

    /** The same of text: in UTF-8, though it be UTF-16. */
    static InputStream text(String name, InputStream stored) throws IOException {
        return Utf16Text.undone(undone(name, stored));
    }

    /** The bytes as they were before they were compressed; an empty object is empty, whatever its name. */
    static InputStream undone(String name, InputStream stored) throws IOException {
        BufferedInputStream buffered = new BufferedInputStream(stored, BUFFER);
        buffered.mark(ZSTD.length);
        byte[] first = buffered.readNBytes(ZSTD.length);
        if (first.length == 0) {
            return buffered;
        }
        buffered.reset();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz") || begins(first, GZIP)) {
            return new WholeGzip(buffered, BUFFER);
        }
        return lower.endsWith(".zst") || begins(first, ZSTD) ? new ZstdInputStream(buffered) : buffered;
    }

    private static boolean begins(byte[] first, byte[] magic) {
        return first.length >= magic.length && Arrays.equals(first, 0, magic.length, magic, 0, magic.length);
    }
}
