package dev.logmill.curation.ingest.object;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.SeekableInputStream;
import org.jspecify.annotations.Nullable;

/** An object as storage holds it; closes whatever was opened of it. */
final class WatchedFile implements InputFile, Watch {
    private final Stored stored;
    private final List<WatchedStream> opened = new ArrayList<>();
    private @Nullable IOException failure;

    WatchedFile(Stored stored) {
        this.stored = stored;
    }

    @Override
    public long getLength() throws IOException {
        return remembered(stored::getLength);
    }

    @Override
    public SeekableInputStream newStream() throws IOException {
        SeekableInputStream in = remembered(stored::newStream);
        WatchedStream watched = new WatchedStream(in);
        opened.add(watched);
        return new DelegatingSeekableInputStream(watched) {
            @Override
            public long getPos() throws IOException {
                return remembered(in::getPos);
            }

            @Override
            public void seek(long position) throws IOException {
                remembered(() -> {
                    in.seek(position);
                    return position;
                });
            }
        };
    }

    /** Its bytes from the start. */
    InputStream stream() throws IOException {
        WatchedStream watched = new WatchedStream(remembered(stored::newStream));
        opened.add(watched);
        return watched;
    }

    /** The bytes of an object beside it, see {@link Stored#beside}. */
    byte[] beside(String suffix) throws IOException {
        return remembered(() -> stored.beside(suffix));
    }

    @Override
    public void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
        for (WatchedStream stream : opened) {
            stream.check();
        }
    }

    @Override
    public void close() throws IOException {
        for (WatchedStream stream : opened) {
            stream.close();
        }
    }

    private interface Access<T> {
        T get() throws IOException;
    }

    private <T> T remembered(Access<T> access) throws IOException {
        try {
            return access.get();
        } catch (IOException failed) {
            failure = failed;
            throw failed;
        }
    }
}
