package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Publication;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.curation.publish.Withdrawal;
import dev.logmill.export.ExportTables;
import dev.logmill.export.release.Release;
import dev.logmill.export.release.ReleaseRow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a person asks of releases: {@code verify}, {@code releases} and {@code diff}, with their exit codes. */
class ReleaseCommandsTest {
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-01");

    @TempDir
    Path folder;

    private Path home;

    @BeforeEach
    void init() {
        home = folder.resolve("home");
        assertThat(Said.by("init", home.toString()).code()).isZero();
    }

    @Test
    void verifyIsContentWithAnUntouchedVersion() throws IOException {
        Path version = publish();

        assertThat(Said.by("verify", version.toString()))
                .isEqualTo(new Said(0, version + " is what its manifest says\n", ""));
    }

    @Test
    void verifyNamesEveryDeviationAndFails() throws IOException {
        Path version = publish();
        Files.writeString(version.resolve("trl/train.jsonl"), "{\"a\":9}\n");
        Files.writeString(version.resolve("extra"), "");
        Files.delete(version.resolve("README.md"));
        Said said = Said.by("verify", version.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains("README.md is missing", "trl/train.jsonl has SHA-256", "extra is not in the manifest");
    }

    @Test
    void verifyOfAProductAsksForOneOfItsVersions() throws IOException {
        String product = publish().getParent().toString();

        assertThat(Said.by("verify", product))
                .isEqualTo(new Said(
                        2, "", "DIR must be a version's folder, '%s' holds versions: name one\n".formatted(product)));
    }

    @Test
    void verifyOfABrokenManifestFails() throws IOException {
        Path version = publish();
        Files.writeString(version.resolve("manifest.json"), "{");

        assertThat(Said.by("verify", version.toString())).isEqualTo(new Said(1, "manifest.json cannot be read\n", ""));
    }

    @Test
    void verifyOfNoFolderIsAMistakeInTheCommand() {
        assertThat(Said.by("verify", folder.resolve("nowhere").toString()))
                .isEqualTo(new Said(2, "", "DIR must be a version's folder, '%s/nowhere' is none\n".formatted(folder)));
    }

    @Test
    void releasesListsWhatWasPublishedAndNoOtherFolder() throws IOException {
        Path version = publish();
        Files.createDirectories(version.resolveSibling("notes"));
        Files.createDirectories(home.resolve("published/datasets/My Stuff"));
        Said said = Said.by("releases", "--config", home.resolve("logmill.yaml").toString());

        assertThat(said.code()).isZero();
        assertThat(said.out()).hasLineCount(1).contains(version.getFileName() + "  latest");
    }

    @Test
    void aVersionThatWasWithdrawnIsSaidToBeSo() throws IOException {
        Path version = publish();
        String name = version.getFileName().toString();
        String dataset = version.getParent().getFileName().toString();
        String config = home.resolve("logmill.yaml").toString();
        Withdrawal why = new Withdrawal("datasets", dataset, name, Withdrawal.ERASURE, NIGHT, 1);
        Lake lake = new Lake(home.resolve("lake").toString(), StorageSettings.defaults());
        lake.append(CurationTables.WITHDRAWALS, List.of(why));
        lake.append(ExportTables.RELEASES, List.of(release(name, NIGHT, 1)));
        FileSystem files = StorageSettings.defaults().fileSystem(new org.apache.hadoop.fs.Path(home.toString()));
        new Shelf(files, new org.apache.hadoop.fs.Path(home.resolve("published").toString()), "datasets", dataset)
                .withdrawals()
                .carryOut(List.of(why));

        assertThat(Said.by("releases", "--config", config).out()).contains(name + "  withdrawn");
        Said verified = Said.by("verify", version.toString());
        assertThat(verified.code()).isEqualTo(1);
        assertThat(verified.err()).contains("was withdrawn", "WITHDRAWN.json says why");
        assertThat(Said.by("diff", dataset + "@" + name, dataset, "--config", config)
                        .err())
                .contains("was withdrawn: its rows are gone for good");
    }

    @Test
    void diffNamesWhatCameWhatWentAndWhoseLabelFlipped() throws IOException {
        Lake lake = new Lake(home.resolve("lake").toString(), StorageSettings.defaults());
        lake.append(ExportTables.RELEASES, List.of(release("v1", NIGHT, 1), release("v2", NIGHT.plusDays(1), 2)));
        lake.append(
                ExportTables.RELEASE_ROWS,
                List.of(
                        row("v1", "ex_bad", "train"),
                        row("v1", "ex_moved", "train"),
                        row("v1", "ex_gone", "train"),
                        row("v2", "ex_moved", "test"),
                        row("v2", "ex_back", "train"),
                        row("v2", "ex_new", "train")));
        lake.append(
                CurationTables.LABELS,
                List.of(
                        label("ex_bad", NIGHT, 0.7),
                        label("ex_bad", NIGHT.plusDays(1), 0.2),
                        label("ex_back", NIGHT, 0.467),
                        label("ex_back", NIGHT.plusDays(1), 0.7),
                        label("ex_gone", NIGHT.plusDays(2), 0.1)));
        Path summary = folder.resolve("summary.json");
        Said said = Said.by(
                "diff",
                "orders@v1",
                "orders@v2",
                "--config",
                home.resolve("logmill.yaml").toString(),
                "--summary",
                summary.toString());

        assertThat(said).isEqualTo(new Said(0, """
                        moved    ex_moved  train -> test
                        flipped  ex_back  0.467 -> 0.700
                        flipped  ex_bad  0.700 -> 0.200
                        added    ex_back
                        added    ex_new
                        removed  ex_bad
                        removed  ex_gone
                        2 added, 2 removed, 1 moved between splits, 2 labels flipped
                        """, ""));
        assertThat(Files.readString(summary)).contains("\"flipped\"");
    }

    @Test
    void diffOfAnUnknownVersionIsAMistakeInTheCommand() {
        String config = home.resolve("logmill.yaml").toString();

        assertThat(Said.by("diff", "orders@v1", "orders@v2", "--config", config).code())
                .isEqualTo(2);
        assertThat(Said.by("diff", "orders", "orders@v2", "--config", config).err())
                .isEqualTo("No rows of orders are known; 'logmill releases' lists what was published\n");
    }

    @Test
    void diffTakesTheLatestVersionWhereNoneIsNamed() {
        Lake lake = new Lake(home.resolve("lake").toString(), StorageSettings.defaults());
        lake.append(ExportTables.RELEASES, List.of(release("v1", NIGHT, 1)));
        String config = home.resolve("logmill.yaml").toString();
        assertThat(Said.by("diff", "orders", "--config", config))
                .isEqualTo(new Said(2, "", "orders has 1 version, and no other to compare with\n"));
        lake.append(ExportTables.RELEASES, List.of(release("v2", NIGHT, 2), release("v3", NIGHT, 3)));
        lake.append(
                ExportTables.RELEASE_ROWS,
                List.of(row("v1", "ex_old", "train"), row("v2", "ex_a", "train"), row("v3", "ex_b", "train")));

        Said lastTwo = Said.by("diff", "orders", "--config", config);
        assertThat(lastTwo.out()).startsWith("added    ex_b\nremoved  ex_a\n1 added, 1 removed");
        assertThat(lastTwo.err()).isEqualTo("datasets: orders@v2 to orders@v3\n");
        assertThat(Said.by("diff", "orders@v1", "orders", "--config", config).out())
                .isEqualTo(Said.by("diff", "orders@v1", "--config", config).out())
                .startsWith("added    ex_b\nremoved  ex_old\n");
        assertThat(Said.by("diff", "suites/orders", "--config", config).code()).isEqualTo(2);
    }

    private Path publish() throws IOException {
        org.apache.hadoop.fs.Path root =
                new org.apache.hadoop.fs.Path(home.resolve("published").toString());
        Shelf shelf = new Shelf(StorageSettings.defaults().fileSystem(root), root, "datasets", "orders");
        Draft draft = shelf.draft(NIGHT);
        draft.rows("trl/train.jsonl").row("{\"a\":1}");
        draft.closeRows();
        draft.describe("README.md", "card".getBytes(StandardCharsets.UTF_8));
        Manifest manifest = new Manifest(
                "datasets", "orders", NIGHT, Optional.empty(), "test", "config", Map.of(), Map.of(), draft.entries());
        Publication done = shelf.publish(draft, manifest, version -> {});
        return home.resolve("published/datasets/orders").resolve(done.version());
    }

    private static Release release(String version, LocalDate night, long batch) {
        return new Release("orders", version, "digest", night, 1, 0, 0, 0, Optional.empty(), batch);
    }

    private static ReleaseRow row(String version, String example, String split) {
        return new ReleaseRow("orders", version, example, "pair of " + example, split, "group", 0.7, 1);
    }

    private static Label label(String example, LocalDate asOf, double probability) {
        return new Label(
                "pair of " + example,
                asOf,
                "orders",
                probability,
                0,
                1,
                1,
                1,
                1,
                List.of(),
                false,
                Optional.empty(),
                1);
    }
}
