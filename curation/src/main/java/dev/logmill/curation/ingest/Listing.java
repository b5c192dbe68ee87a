package dev.logmill.curation.ingest;

import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.lake.StorageSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.hadoop.fs.EtagSource;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/**
 * Finds the objects of a source; opens none. Folders whose names are against the pattern, or tell of a day after the night,
 * are not listed. Those of earlier days are listed every night, since objects come late.
 */
public final class Listing {
    private static final List<String> DATABASES = List.of(".db", ".db3", ".sqlite", ".sqlite3");

    private final StorageSettings storage;

    public Listing(StorageSettings storage) {
        this.storage = storage;
    }

    /**
     * Hands on each object of a source whose day is not after {@code latest}, or whose path tells no day.
     *
     * @throws IOException where storage does not answer, or a folder goes away meanwhile; a base folder that does not
     *     exist has no objects
     */
    public void objects(String source, PathPattern pattern, LocalDate latest, Consumer<RawObject> sink)
            throws IOException {
        walk(pattern, latest, (entry, below, date) -> {
            sink.accept(object(source, entry, below, date));
            return true;
        });
    }

    private RawObject object(String source, FileStatus entry, List<String> below, Optional<LocalDate> date)
            throws IOException {
        return new RawObject(
                source, entry.getPath().toString(), String.join("/", below), etags(entry), entry.getLen(), date);
    }

    /** An object that a pattern fits, of whatever day; looks no further than the first. */
    public Optional<RawObject> first(String source, PathPattern pattern) throws IOException {
        List<RawObject> first = new ArrayList<>();
        walk(pattern, LocalDate.MAX, (entry, below, date) -> {
            first.add(object(source, entry, below, date));
            return false;
        });
        return first.stream().findFirst();
    }

    /** Whether there is a folder of this path. */
    public boolean isFolder(String path) throws IOException {
        Path folder = new Path(path);
        FileSystem files = storage.fileSystem(folder);
        return files.exists(folder) && files.getFileStatus(folder).isDirectory();
    }

    /** Takes an object that fits; false to see no more. */
    private interface Visitor {
        boolean visit(FileStatus entry, List<String> below, Optional<LocalDate> date) throws IOException;
    }

    private boolean walk(PathPattern pattern, LocalDate latest, Visitor visitor) throws IOException {
        Path base = new Path(pattern.base().isEmpty() ? "." : pattern.base());
        FileSystem files = storage.fileSystem(base);
        RemoteIterator<FileStatus> entries;
        try {
            entries = files.listStatusIterator(base);
            entries.hasNext();
        } catch (FileNotFoundException absent) {
            // A source that has written nothing yet is no error: its first night may still come.
            return true;
        }
        return new Walk(files, pattern, latest, visitor).through(entries, List.of());
    }

    private record Walk(FileSystem files, PathPattern pattern, LocalDate latest, Visitor visitor) {
        boolean through(RemoteIterator<FileStatus> entries, List<String> names) throws IOException {
            while (entries.hasNext()) {
                FileStatus entry = entries.next();
                List<String> below = new ArrayList<>(names);
                below.add(entry.getPath().getName());
                boolean goesOn = entry.isDirectory()
                        ? !pattern.mayDescend(below, latest)
                                || through(files.listStatusIterator(entry.getPath()), below)
                        : object(entry, below);
                if (!goesOn) {
                    return false;
                }
            }
            return true;
        }

        private boolean object(FileStatus entry, List<String> below) throws IOException {
            Optional<PathPattern.Match> match = pattern.match(below)
                    .filter(found -> found.date().filter(latest::isBefore).isEmpty());
            return match.isEmpty() || visitor.visit(entry, below, match.get().date());
        }
    }

    /** A database changes too where only the log beside it does, in which SQLite writes first. */
    private String etags(FileStatus entry) throws IOException {
        Path path = entry.getPath();
        if (DATABASES.stream().noneMatch(path.getName()::endsWith)) {
            return etag(entry);
        }
        try {
            Path log = new Path(path + "-wal");
            FileStatus beside = storage.fileSystem(log).getFileStatus(log);
            return beside.getLen() == 0 ? etag(entry) : etag(entry) + "+" + etag(beside);
        } catch (FileNotFoundException absent) {
            return etag(entry);
        }
    }

    private static String etag(FileStatus entry) {
        String given = entry instanceof EtagSource tagged ? tagged.getEtag() : null;
        return given == null ? "%d-%d".formatted(entry.getLen(), entry.getModificationTime()) : given;
    }
}
