package dev.logmill.export.release;

import static dev.logmill.export.SampleExamples.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.export.example.Kind;
import dev.logmill.export.target.TargetFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A version being written into a folder. */
final class DraftFolder {
    private final Path root;
    private final Draft draft;

    DraftFolder(Path root) throws IOException {
        org.apache.hadoop.fs.Path folder = new org.apache.hadoop.fs.Path(root.toString());
        this.root = root;
        this.draft =
                new Shelf(StorageSettings.defaults().fileSystem(folder), folder, "datasets", "orders").draft(NIGHT);
    }

    Draft draft() {
        return draft;
    }

    /** Writes members for all targets. */
    ReleaseFiles write(Set<Kind> withTools, Member... members) {
        return write(List.of(TargetFormat.values()), withTools, members);
    }

    ReleaseFiles write(List<TargetFormat> targets, Set<Kind> withTools, Member... members) {
        ReleaseFiles files = new ReleaseFiles(draft, targets, withTools);
        List<Member> seen = new ArrayList<>();
        files.write(List.of(members).iterator(), seen::add);
        draft.closeRows();
        assertThat(seen).containsExactly(members);
        return files;
    }

    /** The files of the draft, by their path in it. */
    Map<String, String> content() throws IOException {
        Map<String, String> content = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(root.resolve(".staging"))) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                content.put(path.getParent().getFileName() + "/" + path.getFileName(), Files.readString(path));
            }
        }
        return content;
    }
}
