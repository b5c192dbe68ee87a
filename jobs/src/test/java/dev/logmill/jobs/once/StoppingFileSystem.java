package dev.logmill.jobs.once;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A local disk on which the process dies at a chosen write: before it, in the middle of it, or after it. Writes are
 * files that are made, renames and deletions. A dead process writes nothing more.
 */
public final class StoppingFileSystem extends RawLocalFileSystem {
    private static final AtomicInteger WRITES = new AtomicInteger();
    private static final AtomicReference<Stop> STOP = new AtomicReference<>(new Stop(-1, Moment.BEFORE));

    /** When within a write the process dies. */
    enum Moment {
        BEFORE,
        MIDDLE,
        AFTER
    }

    record Stop(int write, Moment moment) {}

    /** The process is dead. */
    static final class Stopped extends RuntimeException {}

    static void dieAt(int write, Moment moment) {
        WRITES.set(0);
        STOP.set(new Stop(write, moment));
    }

    static void live() {
        dieAt(-1, Moment.BEFORE);
    }

    static int writes() {
        return WRITES.get();
    }

    @Override
    public URI getUri() {
        return URI.create("file:///");
    }

    @Override
    public void initialize(URI uri, Configuration configuration) throws IOException {
        super.initialize(URI.create("file:///"), configuration);
    }

    @Override
    public FSDataOutputStream create(
            Path path, boolean overwrite, int bufferSize, short replication, long blockSize, Progressable progress)
            throws IOException {
        return dying(() -> super.create(path, overwrite, bufferSize, replication, blockSize, progress));
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress)
            throws IOException {
        return dying(() -> super.create(path, permission, overwrite, bufferSize, replication, blockSize, progress));
    }

    private interface Opening {
        FSDataOutputStream open() throws IOException;
    }

    private static FSDataOutputStream dying(Opening opening) throws IOException {
        int write = begin();
        return new FSDataOutputStream(new DyingStream(opening.open(), write), null);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        int write = begin();
        // A rename is one step: there is no middle.
        boolean done = super.rename(from, to);
        end(write);
        return done;
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        if (!exists(path)) {
            return false;
        }
        int write = begin();
        boolean done = super.delete(path, recursive);
        end(write);
        return done;
    }

    private static int begin() {
        int write = WRITES.getAndIncrement();
        Stop stop = STOP.get();
        if (stop.write() >= 0 && (write > stop.write() || (write == stop.write() && stop.moment() == Moment.BEFORE))) {
            throw new Stopped();
        }
        return write;
    }

    private static void end(int write) {
        Stop stop = STOP.get();
        if (write == stop.write()) {
            throw new Stopped();
        }
    }

    /** Dies after half of what it was given, or once it is closed. */
    private static final class DyingStream extends FilterOutputStream {
        private final int write;
        private boolean closed;

        DyingStream(OutputStream out, int write) {
            super(out);
            this.write = write;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            Stop stop = STOP.get();
            if (write == stop.write() && stop.moment() == Moment.MIDDLE && length > 0) {
                out.write(bytes, offset, length / 2);
                out.flush();
                throw new Stopped();
            }
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (!closed) {
                closed = true;
                super.close();
                end(write);
            }
        }
    }
}
