package dev.logmill.curation.publish;

import dev.logmill.curation.lake.AtomicFile;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** The file {@code latest.json} of a product, which names the version that readers should take, in one step. */
final class LatestFile {
    private final FileSystem files;
    private final Path path;

    LatestFile(FileSystem files, Path folder) {
        this.files = files;
        this.path = new Path(folder, Latest.FILE);
    }

    /** What it names; nothing before the first version. */
    Optional<Latest> read() throws IOException {
        Optional<byte[]> content = new AtomicFile(files, path).read();
        return content.isEmpty() ? Optional.empty() : Optional.of(Latest.read(content.get()));
    }

    void replace(Latest latest) throws IOException {
        new AtomicFile(files, path).replace(latest.bytes());
    }

    /**
     * Goes back along the parents to a version that stands, and is gone where there is none; stays where what it names is
     * not withdrawn.
     *
     * @param now what it names
     */
    void stepBack(Optional<Latest> now, Set<String> withdrawn, Shelf shelf) throws IOException {
        Optional<String> version = now.map(Latest::version).filter(withdrawn::contains);
        if (version.isEmpty()) {
            return;
        }
        while (version.isPresent() && (withdrawn.contains(version.get()) || !shelf.stands(version.get()))) {
            version =
                    shelf.stands(version.get()) ? shelf.manifest(version.get()).parent() : Optional.empty();
        }
        if (version.isPresent()) {
            replace(new Latest(version.get(), shelf.manifest(version.get()).digest()));
        } else {
            files.delete(path, false);
        }
    }
}
