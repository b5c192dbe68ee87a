package dev.logmill.curation.publish;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/**
 * What is left of a version that was withdrawn: its manifest, which tells models that were trained on it apart, and
 * {@value #FILE}, which says why and what to take instead.
 */
public final class Withdrawn {
    /** The file that says it, in the version's folder. */
    public static final String FILE = "WITHDRAWN.json";

    private final FileSystem files;
    private final Path folder;

    /**
     * @param folder the version's
     */
    public Withdrawn(FileSystem files, Path folder) {
        this.files = files;
        this.folder = folder;
    }

    /** Whether the version was withdrawn, if only so far as that it says so. */
    public boolean isSo() throws IOException {
        return files.exists(new Path(folder, FILE));
    }

    /** Whether nothing of the version is left to withdraw. */
    boolean isDone() throws IOException {
        return isSo() && lastFiles() == 0;
    }

    private int lastFiles() throws IOException {
        int last = 0;
        for (FileStatus entry : files.listStatus(folder)) {
            last += isKept(entry) ? 0 : 1;
        }
        return last;
    }

    private static boolean isKept(FileStatus entry) {
        String name = entry.getPath().getName();
        return name.equals(FILE) || name.equals(Manifest.FILE);
    }

    /** Says it first and removes the rows then: who stops in between leaves what says that it is to be gone. */
    void withdraw(Withdrawal why, Optional<String> instead) throws IOException {
        ObjectNode said = Json.MAPPER.createObjectNode();
        said.put("version", why.version()).put("reason", why.reason());
        said.put("night", why.night().toString());
        instead.ifPresent(version -> said.put("superseded_by", version));
        if (!isSo()) {
            new AtomicFile(files, new Path(folder, FILE))
                    .replace((Json.canonical(said) + "\n").getBytes(StandardCharsets.UTF_8));
        }
        for (FileStatus entry : files.listStatus(folder)) {
            if (!isKept(entry)) {
                files.delete(entry.getPath(), true);
            }
        }
    }
}
