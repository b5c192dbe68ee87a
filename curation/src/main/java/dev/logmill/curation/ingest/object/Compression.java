package dev.logmill.curation.ingest.object;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;

/** Compression that an object's name tells: {@code .gz} and {@code .zst}. */
final class Compression {
    private static final int BUFFER = 1 << 16;

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
        buffered.mark(1);
        if (buffered.read() < 0) {
            return buffered;
        }
        buffered.reset();
        String lower = name.toLowerCase(Locale.ROOT);
        if (lower.endsWith(".gz")) {
            return new WholeGzip(buffered, BUFFER);
        }
        return lower.endsWith(".zst") ? new ZstdInputStream(buffered) : buffered;
    }
}
