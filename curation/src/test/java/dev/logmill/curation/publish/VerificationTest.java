package dev.logmill.curation.publish;

import static dev.logmill.curation.publish.PublishedFolder.NIGHT;
import static dev.logmill.curation.publish.PublishedFolder.publish;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code logmill verify} finds in a folder that somebody damaged. */
class VerificationTest {
    @TempDir
    Path root;

    private Shelf shelf;
    private String version;
    private Path folder;

    @BeforeEach
    void publishOne() {
        PublishedFolder published = new PublishedFolder(root);
        shelf = published.shelf("router");
        version = publish(shelf, NIGHT, "{\"a\":1}", "{\"a\":2}").version();
        folder = published.version("router", version);
    }

    @Test
    void findsNothingInAnUntouchedVersion() {
        assertThat(shelf.verify(version)).isEmpty();
    }

    @Test
    void namesAFileWithAChangedByte() throws IOException {
        Path rows = folder.resolve("trl/train.jsonl");
        Files.writeString(rows, Files.readString(rows).replace('2', '3'));

        assertThat(shelf.verify(version))
                .singleElement()
                .asString()
                .startsWith("trl/train.jsonl has SHA-256 ")
                .contains(", the manifest says ");
    }

    @Test
    void namesAFileThatWasCutWithItsBytesAndItsRows() throws IOException {
        Files.writeString(folder.resolve("trl/train.jsonl"), "{\"a\":1}\n");

        assertThat(shelf.verify(version))
                .hasSize(3)
                .startsWith("trl/train.jsonl has 8 bytes, the manifest says 16")
                .endsWith("trl/train.jsonl has 1 rows, the manifest says 2");
    }

    @Test
    void namesAMissingFile() throws IOException {
        Files.delete(folder.resolve("README.md"));

        assertThat(shelf.verify(version)).containsExactly("README.md is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"extra.jsonl", "trl/test.jsonl", ".hidden"})
    void namesAnExtraFile(String extra) throws IOException {
        Files.writeString(folder.resolve(extra), "");

        assertThat(shelf.verify(version)).containsExactly(extra + " is not in the manifest");
    }

    @Test
    void namesAMissingManifest() throws IOException {
        Files.delete(folder.resolve("manifest.json"));

        assertThat(shelf.verify(version)).containsExactly("manifest.json is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "null", "{\"as_of\":\"yesterday\"}", "{\"as_of\":\"2026-11-01\"} {}"})
    void namesAManifestThatCannotBeRead(String broken) throws IOException {
        Files.writeString(folder.resolve("manifest.json"), broken);

        assertThat(shelf.verify(version)).containsExactly("manifest.json cannot be read");
    }

    @Test
    void aManifestThatWasRewrittenToFitDamagedRowsNoLongerFitsItsName() throws IOException {
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"train\":2", "\"train\":9"));

        assertThat(shelf.verify(version))
                .singleElement()
                .asString()
                .startsWith("the folder is named " + version + ", its manifest makes it 2026-11-01-");
    }

    @Test
    void aManifestThatPointsOutOfItsFolderReadsNothingThere() throws IOException {
        Files.writeString(folder.resolveSibling("secret.txt"), "secret");
        Path manifest = folder.resolve("manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("README.md", "../secret.txt"));

        assertThat(shelf.verify(version))
                .contains("../secret.txt is missing", "README.md is not in the manifest")
                .noneMatch(deviation -> deviation.contains("secret.txt has"));
    }
}
