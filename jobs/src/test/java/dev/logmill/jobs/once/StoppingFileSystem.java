package dev.logmill.jobs.once;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.DelegateToFileSystem;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RawLocalFileSystem;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * A local disk on which the process dies at a chosen write: before it, in the middle of it, or after it. Writes are
 * files that are made, renames and deletions; folders that are made show before the next of these. A dead process
 * writes nothing more.
 */
public final class StoppingFileSystem extends RawLocalFileSystem {
    private static final AtomicInteger WRITES = new AtomicInteger();
    private static final AtomicReference<Stop> STOP = new AtomicReference<>(Stop.NEVER);

    /** When within a write the process dies. */
    enum Moment {
        BEFORE,
        MIDDLE,
        AFTER
    }

    /** Where the process dies: at the so-many-th write from 0. */
    record Stop(int write, Moment moment) {
        static final Stop NEVER = new Stop(Integer.MAX_VALUE, Moment.BEFORE);

        @Override
        public String toString() {
            return "%s write %d".formatted(moment, write);
        }
    }

    /** The process is dead. */
    static final class Stopped extends RuntimeException {}

    /** The same disk as Delta's log reaches it: through Hadoop's newer interface. */
    public static final class Context extends DelegateToFileSystem {
        public Context(URI uri, Configuration configuration) throws IOException, URISyntaxException {
            super(uri, new StoppingFileSystem(), configuration, "file", false);
        }
    }

    /** The settings of a lake on this disk. */
    static String settings() {
        // Uncached: whoever was first in this process may have cached the plain disk.
        return "{fs.file.impl: %s, fs.AbstractFileSystem.file.impl: '%s', fs.file.impl.disable.cache: 'true'}"
                .formatted(StoppingFileSystem.class.getName(), Context.class.getName());
    }

    /** A new process, which lives until it comes there. */
    static void begin(Stop stop) {
        WRITES.set(0);
        STOP.set(stop);
    }

    /** Writes of this process so far. */
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
        int write = reach();
        return new FSDataOutputStream(new DyingStream(opening.open(), write), null);
    }

    @Override
    public boolean rename(Path from, Path to) throws IOException {
        int write = reach();
        // A rename is one step: its middle is where nothing has happened yet.
        stopAt(write, Moment.MIDDLE);
        boolean done = super.rename(from, to);
        stopAt(write, Moment.AFTER);
        return done;
    }

    @Override
    public boolean delete(Path path, boolean recursive) throws IOException {
        if (!exists(path)) {
            return false;
        }
        int write = reach();
        if (STOP.get().equals(new Stop(write, Moment.MIDDLE))
                && getFileStatus(path).isDirectory()) {
            FileStatus[] below = listStatus(path);
            for (int i = 0; i < (below.length + 1) / 2; i++) {
                super.delete(below[i].getPath(), true);
            }
        }
        stopAt(write, Moment.MIDDLE);
        boolean done = super.delete(path, recursive);
        stopAt(write, Moment.AFTER);
        return done;
    }

    private static int reach() {
        int write = WRITES.getAndIncrement();
        if (write > STOP.get().write()) {
            throw new Stopped();
        }
        stopAt(write, Moment.BEFORE);
        return write;
    }

    private static void stopAt(int write, Moment moment) {
        if (STOP.get().equals(new Stop(write, moment))) {
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
            if (STOP.get().equals(new Stop(write, Moment.MIDDLE)) && length > 0) {
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
                stopAt(write, Moment.MIDDLE);
                stopAt(write, Moment.AFTER);
            }
        }
    }
}
