package dev.logmill.jobs.scan;

import com.github.luben.zstd.ZstdInputStream;
import dev.logmill.curation.privacy.decode.Readings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;

/**
 * Goes through every file under some folders: its path, its bytes as they lie there, and what they say once unpacked, where they are
 * gzip, Zstandard or Parquet; and of all these what redaction reads in them too, once what hides or encodes it is undone
 * ({@link Readings}). A file that cannot be unpacked is told, since nobody knows what is in it.
 */
public final class Scan {
    private static final int WINDOW = 1 << 22;

    /** Bytes at the end of a window among which a break is looked for, so that no encoded text is cut that is no longer. */
    private static final int LAST = 1 << 21;

    private final Needles needles;
    private final Map<Planted, Set<Path>> found = new TreeMap<>(Comparator.comparing(Planted::toString));
    private final Set<Path> unreadable = new TreeSet<>();
    private long files;
    private long bytes;

    public Scan(List<Planted> planted) {
        this.needles = new Needles(planted);
    }

    /** Goes through a folder, or a file. */
    public void through(Path folder) throws IOException {
        List<Path> all;
        try (Stream<Path> walked = Files.walk(folder)) {
            all = walked.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : all) {
            files++;
            byte[] path = folder.relativize(file).toString().getBytes(StandardCharsets.UTF_8);
            search(file, new ByteArrayInputStream(path));
            try (InputStream stored = Files.newInputStream(file)) {
                search(file, stored);
            }
            try {
                unpack(file);
            } catch (IOException | RuntimeException broken) {
                unreadable.add(file);
            }
        }
    }

    private void unpack(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".zst")) {
            try (InputStream unpacked = new ZstdInputStream(Files.newInputStream(file))) {
                search(file, unpacked);
            }
        } else if (name.endsWith(".gz")) {
            try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
                search(file, unpacked);
            }
        } else if (name.endsWith(".parquet")) {
            rows(file);
        }
    }

    private void rows(Path file) throws IOException {
        try (ParquetReader<Group> rows = ParquetReader.builder(
                        new GroupReadSupport(), new org.apache.hadoop.fs.Path(file.toUri()))
                .withConf(new Configuration(false))
                .build()) {
            Group row = rows.read();
            while (row != null) {
                search(file, new ByteArrayInputStream(row.toString().getBytes(StandardCharsets.UTF_8)));
                row = rows.read();
            }
        }
    }

    private void search(Path file, InputStream stream) throws IOException {
        byte[] window = new byte[WINDOW + Math.max(LAST, needles.longest())];
        int kept = 0;
        int read = stream.readNBytes(window, 0, WINDOW);
        while (read > 0) {
            bytes += read;
            int end = kept + read;
            find(file, window, end);
            int whole = read < WINDOW ? end : breakBefore(window, end);
            String text = new String(window, 0, whole, StandardCharsets.UTF_8);
            Readings.tell(text, reading -> {
                byte[] said = reading.getBytes(StandardCharsets.UTF_8);
                find(file, said, said.length);
            });
            // What begins at the end of one window ends in the next.
            kept = Math.min(end, Math.max(needles.longest(), end - whole));
            System.arraycopy(window, end - kept, window, 0, kept);
            read = stream.readNBytes(window, kept, WINDOW);
        }
    }

    /** Behind the last byte that parts two texts, lines if there are any; the end where none is near it. */
    private static int breakBefore(byte[] window, int end) {
        for (String breaks : List.of("\n", "\"\\ ,;<>")) {
            for (int i = end; i > Math.max(0, end - LAST); i--) {
                if (breaks.indexOf(window[i - 1]) >= 0) {
                    return i;
                }
            }
        }
        return end;
    }

    private void find(Path file, byte[] in, int end) {
        needles.find(in, end, planted -> found.computeIfAbsent(planted, none -> new TreeSet<>())
                .add(file));
    }

    /** What was found, and in which files. */
    public Map<Planted, Set<Path>> found() {
        return found;
    }

    /** Files whose packing could not be undone. */
    public Set<Path> unreadable() {
        return unreadable;
    }

    public long files() {
        return files;
    }

    /** Bytes gone through, those that were unpacked among them. */
    public long bytes() {
        return bytes;
    }
}
