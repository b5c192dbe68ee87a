package dev.logmill.curation.publish;

import dev.logmill.curation.json.Digest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** A version being written aside, where no reader looks. Its files are written once each, and hashed on the way. */
public final class Draft {
    private final FileSystem files;
    private final Path folder;
    private final Map<String, HashingFile> open = new TreeMap<>();
    private final Map<String, ManifestFile> closed = new TreeMap<>();

    Draft(FileSystem files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /** The file of rows at a path, made at the first call; {@code path} is relative, with {@code /}. */
    public HashingFile rows(String path) {
        HashingFile known = open.get(path);
        if (known == null) {
            known = new HashingFile(path, create(path));
            open.put(path, known);
        }
        return known;
    }

    /** Writes a file that describes the rows. */
    public void describe(String path, byte[] content) {
        write(path, content);
        closed.put(path, new ManifestFile(path, content.length, Digest.sha256(content), Optional.empty()));
    }

    /** Ends all files of rows; what follows reads them or describes them. */
    public void closeRows() {
        open.forEach((path, file) -> {
            file.close();
            closed.put(path, file.entry());
        });
        open.clear();
    }

    /** The files so far, sorted by path; those of rows after {@link #closeRows}. */
    public List<ManifestFile> entries() {
        return new ArrayList<>(closed.values());
    }

    Path folder() {
        return folder;
    }

    void write(String path, byte[] content) {
        try (FSDataOutputStream out = create(path)) {
            out.write(content);
            out.hsync();
        } catch (IOException failed) {
            throw new PublishException("A draft could not be written", failed);
        }
    }

    /** Moves the whole folder, in one step. */
    void moveTo(Path target) throws IOException {
        files.mkdirs(target.getParent());
        if (!files.rename(folder, target)) {
            throw new IOException("%s could not be renamed to %s".formatted(folder.getName(), target.getName()));
        }
    }

    void drop() throws IOException {
        files.delete(folder, true);
    }

    private FSDataOutputStream create(String path) {
        try {
            return files.create(new Path(folder, path), false);
        } catch (IOException failed) {
            throw new PublishException("A draft could not be written", failed);
        }
    }
}
