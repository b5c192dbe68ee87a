package dev.logmill.jobs.line;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;

/**
 * Storage that lists very many objects and holds none: {@code many://raw/<date>/part-<number>.jsonl}, a hundred days of
 * {@code fs.many.a-day} each.
 */
public final class ManyObjects extends FileSystem {
    static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    static final int DAYS = 100;

    private int aDay;

    @Override
    public void initialize(URI name, Configuration configuration) throws IOException {
        super.initialize(name, configuration);
        aDay = configuration.getInt("fs.many.a-day", 0);
    }

    @Override
    public URI getUri() {
        return URI.create("many://raw");
    }

    @Override
    public String getScheme() {
        return "many";
    }

    @Override
    public FileStatus[] listStatus(Path folder) {
        boolean root = folder.isRoot();
        FileStatus[] entries = new FileStatus[root ? DAYS : aDay];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = root
                    ? new FileStatus(
                            0, true, 1, 1, 0, new Path(folder, FIRST.plusDays(i).toString()))
                    : new FileStatus(1000 + i, false, 1, 1, 0, new Path(folder, "part-%09d.jsonl".formatted(i)));
        }
        return entries;
    }

    @Override
    public FileStatus getFileStatus(Path path) throws IOException {
        throw new FileNotFoundException(path.toString());
    }

    @Override
    public FSDataInputStream open(Path path, int bufferSize) throws IOException {
        throw new FileNotFoundException(path.toString());
    }

    @Override
    public FSDataOutputStream create(
            Path path,
            FsPermission permission,
            boolean overwrite,
            int bufferSize,
            short replication,
            long blockSize,
            Progressable progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public FSDataOutputStream append(Path path, int bufferSize, Progressable progress) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean rename(Path from, Path to) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean delete(Path path, boolean recursive) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setWorkingDirectory(Path folder) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Path getWorkingDirectory() {
        return new Path("many://raw/");
    }

    @Override
    public boolean mkdirs(Path path, FsPermission permission) {
        throw new UnsupportedOperationException();
    }
}
