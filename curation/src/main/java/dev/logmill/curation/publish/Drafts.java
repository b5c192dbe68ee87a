package dev.logmill.curation.publish;

import dev.logmill.curation.json.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;

/** Where the drafts of one product lie, out of the readers' sight: in a folder a night, or in quarantine. */
final class Drafts {
    private static final String STAGING = ".staging";
    private static final String QUARANTINE = ".quarantine";
    private static final int ID_LENGTH = 16;

    private final FileSystem files;
    private final Path published;
    private final String product;
    private final String name;

    Drafts(FileSystem files, Path published, String product, String name) {
        this.files = files;
        this.published = published;
        this.product = product;
        this.name = name;
    }

    /** An empty draft; what an earlier attempt at the same night left is thrown away. */
    Draft begin(LocalDate asOf) throws IOException {
        drop(asOf);
        files.mkdirs(aside(asOf));
        return new Draft(files, aside(asOf));
    }

    void drop(LocalDate asOf) throws IOException {
        files.delete(aside(asOf), true);
    }

    /** Puts a draft where a person can look at it, with what is wrong with it in {@code problems.txt}. */
    void quarantine(Draft draft, List<String> problems) throws IOException {
        draft.write("problems.txt", (String.join("\n", problems) + "\n").getBytes(StandardCharsets.UTF_8));
        Path aside = new Path(new Path(published, QUARANTINE), draft.folder().getName());
        files.delete(aside, true);
        draft.moveTo(aside);
    }

    /** Removes what lies in quarantine, of every product. */
    static void dropQuarantined(FileSystem files, Path published) throws IOException {
        files.delete(new Path(published, QUARANTINE), true);
    }

    private Path aside(LocalDate asOf) {
        String id = Digest.of("draft", product, name, asOf.toString()).hex().substring(0, ID_LENGTH);
        return new Path(new Path(published, STAGING), name + "-" + id);
    }
}
