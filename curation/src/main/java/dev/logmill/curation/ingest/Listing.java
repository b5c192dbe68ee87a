package dev.logmill.curation.ingest;

import dev.logmill.curation.lake.StorageSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Finds the objects of a source. Folders of other days are not listed, and nothing is opened. */
public final class Listing {
    private final StorageSettings storage;

    public Listing(StorageSettings storage) {
        this.storage = storage;
    }

    /**
     * Hands on each object of a source whose day is not after {@code latest}, or whose path tells no day.
     *
     * @throws IOException where storage does not answer; a base folder that does not exist has no objects
     */
    public void objects(String source, PathPattern pattern, LocalDate latest, Consumer<RawObject> sink)
            throws IOException {
        Path base = new Path(pattern.base().isEmpty() ? "." : pattern.base());
        try {
            walk(storage.fileSystem(base), base, new ArrayList<>(), new Wanted(source, pattern, latest), sink);
        } catch (FileNotFoundException absent) {
            // A source that has written nothing yet is no error: its first night may still come.
        }
    }

    private record Wanted(String source, PathPattern pattern, LocalDate latest) {}

    private static void walk(FileSystem files, Path folder, List<String> names, Wanted wanted, Consumer<RawObject> sink)
            throws IOException {
        RemoteIterator<FileStatus> entries = files.listStatusIterator(folder);
        while (entries.hasNext()) {
            FileStatus entry = entries.next();
            List<String> below = new ArrayList<>(names);
            below.add(entry.getPath().getName());
            if (entry.isDirectory()) {
                if (wanted.pattern().mayDescend(below, wanted.latest())) {
                    walk(files, entry.getPath(), below, wanted, sink);
                }
            } else {
                wanted.pattern()
                        .match(below)
                        .filter(match ->
                                match.date().filter(wanted.latest()::isBefore).isEmpty())
                        .ifPresent(match -> sink.accept(new RawObject(
                                wanted.source(),
                                entry.getPath().toString(),
                                String.join("/", below),
                                etag(entry),
                                entry.getLen(),
                                match.date())));
            }
        }
    }

    private static String etag(FileStatus entry) {
        String given = entry instanceof EtagSource tagged ? tagged.getEtag() : null;
        return given == null ? "%d-%d".formatted(entry.getLen(), entry.getModificationTime()) : given;
    }
}
