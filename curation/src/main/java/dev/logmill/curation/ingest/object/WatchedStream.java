package dev.logmill.curation.ingest.object;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** An object's bytes as storage gives them, from one place on. */
final class WatchedStream extends FilterInputStream implements Watch {
    private @Nullable IOException failure;
    private boolean ended;

    WatchedStream(InputStream storage) {
        super(storage);
    }

    @Override
    public void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    /** More than nothing until the end: a decompressor that is told of nothing takes it for the end, be it only late. */
    @Override
    public int available() throws IOException {
        return ended ? 0 : Math.max(1, in.available());
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        try {
            int read = in.read(buffer, offset, length);
            ended |= read < 0;
            return read;
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }
}
