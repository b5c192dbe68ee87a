package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.Stored;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import org.apache.parquet.io.DelegatingSeekableInputStream;
import org.apache.parquet.io.SeekableInputStream;

/** An object that lies in memory. */
public final class StoredBytes implements Stored {
    private final byte[] bytes;
    private final byte[] log;

    public StoredBytes(byte[] bytes) {
        this(bytes, new byte[0]);
    }

    /** A database, and the log that SQLite keeps beside it. */
    public StoredBytes(byte[] bytes, byte[] log) {
        this.bytes = bytes.clone();
        this.log = log.clone();
    }

    public StoredBytes(String text) {
        this(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public byte[] beside(String suffix) {
        return suffix.equals("-wal") ? log.clone() : new byte[0];
    }

    @Override
    public long getLength() {
        return bytes.length;
    }

    @Override
    public SeekableInputStream newStream() {
        Place in = new Place(bytes);
        return new DelegatingSeekableInputStream(in) {
            @Override
            public long getPos() {
                return in.place();
            }

            @Override
            public void seek(long position) {
                in.seek(position);
            }
        };
    }

    private static final class Place extends ByteArrayInputStream {
        Place(byte[] bytes) {
            super(bytes);
        }

        long place() {
            return pos;
        }

        void seek(long position) {
            pos = Math.toIntExact(position);
        }
    }
}
