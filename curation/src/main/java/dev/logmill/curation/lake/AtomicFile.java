package dev.logmill.curation.lake;

import java.io.IOException;
import java.util.Optional;
import org.apache.hadoop.fs.FSDataInputStream;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A small file that readers see whole, also after the power failed: the old content or the new, never a part. */
public final class AtomicFile {
    private final FileSystem files;
    private final Path path;

    public AtomicFile(FileSystem files, Path path) {
        this.files = files;
        this.path = path;
    }

    /** The content, or nothing where the file is not there. */
    public Optional<byte[]> read() throws IOException {
        if (!files.exists(path)) {
            return Optional.empty();
        }
        try (FSDataInputStream in = files.open(path)) {
            return Optional.of(in.readAllBytes());
        }
    }

    /** Replaces the content in one step: written beside, then renamed over. */
    public void replace(byte[] content) throws IOException {
        Path aside = new Path(path.getParent(), "." + path.getName() + ".next");
        files.mkdirs(path.getParent());
        try (FSDataOutputStream out = files.create(aside, true)) {
            out.write(content);
            // A name that reaches the disk before the content would be an empty file after the power failed.
            out.hsync();
        }
        if (!files.rename(aside, path)) {
            throw new IOException("%s could not be renamed to %s".formatted(aside, path));
        }
    }
}
