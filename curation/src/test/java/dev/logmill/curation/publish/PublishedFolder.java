package dev.logmill.curation.publish;

import dev.logmill.curation.lake.StorageSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.hadoop.fs.FileSystem;

/** Products published into a folder on disk, for tests to look at and to damage. */
final class PublishedFolder {
    static final LocalDate NIGHT = LocalDate.parse("2026-11-01");

    private final Path root;

    PublishedFolder(Path root) {
        this.root = root;
    }

    Shelf shelf(String name) {
        return new Shelf(files(), hadoop(root), "datasets", name);
    }

    static FileSystem files() {
        try {
            return StorageSettings.defaults().fileSystem(hadoop(Path.of("/")));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static org.apache.hadoop.fs.Path hadoop(Path path) {
        return new org.apache.hadoop.fs.Path(path.toString());
    }

    /** Publishes these rows, as one file, as the version after the one that is latest. */
    static Publication publish(Shelf shelf, LocalDate night, String... rows) {
        Draft draft = draft(shelf, night, rows);
        return shelf.publish(draft, manifest(shelf, night, draft), version -> {});
    }

    static Draft draft(Shelf shelf, LocalDate night, String... rows) {
        Draft draft = shelf.draft(night);
        HashingFile file = draft.rows("trl/train.jsonl");
        List.of(rows).forEach(file::row);
        draft.closeRows();
        draft.describe("README.md", "read me".getBytes(StandardCharsets.UTF_8));
        return draft;
    }

    static Manifest manifest(Shelf shelf, LocalDate night, Draft draft) {
        return new Manifest(
                "datasets",
                shelf.name(),
                night,
                shelf.latest().map(Latest::version),
                "logmill 0.1.0",
                "c0ffee",
                Map.of("score", 3L),
                Map.of("train", 2L),
                draft.entries());
    }

    /** The folder of a version, on disk. */
    Path version(String name, String version) {
        return root.resolve("datasets").resolve(name).resolve(version);
    }

    Path latest(String name) {
        return root.resolve("datasets").resolve(name).resolve("latest.json");
    }

    /** Every file below the root, with its text. */
    Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                content.put(root.relativize(path).toString(), Files.readString(path));
            }
        }
        return content;
    }

    static Optional<String> latestVersion(Shelf shelf) {
        return shelf.latest().map(Latest::version);
    }
}
