package dev.logmill.curation.publish;

import static dev.logmill.curation.publish.PublishedFolder.NIGHT;
import static dev.logmill.curation.publish.PublishedFolder.draft;
import static dev.logmill.curation.publish.PublishedFolder.latestVersion;
import static dev.logmill.curation.publish.PublishedFolder.manifest;
import static dev.logmill.curation.publish.PublishedFolder.publish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.FilterFileSystem;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShelfTest {
    @TempDir
    Path root;

    private PublishedFolder published;
    private Shelf shelf;

    @BeforeEach
    void open() {
        published = new PublishedFolder(root);
        shelf = published.shelf("router");
    }

    @Test
    void aDraftIsSeenByNobody() {
        draft(shelf, NIGHT, "{\"a\":1}");

        assertThat(shelf.versions()).isEmpty();
        assertThat(shelf.latest()).isEmpty();
        assertThat(root.resolve("datasets")).doesNotExist();
    }

    @Test
    void aPublishedDraftIsAVersionAndTheLatest() throws IOException {
        String version = publish(shelf, NIGHT, "{\"a\":1}", "{\"a\":2}").version();

        assertThat(shelf.versions()).containsExactly(version);
        assertThat(latestVersion(shelf)).contains(version);
        assertThat(shelf.verify(version)).isEmpty();
        assertThat(published.content())
                .containsEntry("datasets/router/" + version + "/trl/train.jsonl", "{\"a\":1}\n{\"a\":2}\n")
                .doesNotContainKey("datasets/router/.latest.json.next");
        assertThat(root.resolve(".staging")).isEmptyDirectory();
    }

    @Test
    void latestNamesTheVersionAndTheDigestOfItsManifest() throws IOException {
        String version = publish(shelf, NIGHT, "{\"a\":1}").version();
        String digest = HexFormat.of()
                .formatHex(HashingFile.sha256()
                        .digest(Files.readAllBytes(
                                published.version("router", version).resolve("manifest.json"))));

        assertThat(Files.readString(published.latest("router")))
                .isEqualTo("{\"manifest\":\"sha256:%s\",\"version\":\"%s\"}\n".formatted(digest, version));
        assertThat(version).isEqualTo("2026-11-01-" + digest.substring(0, 12));
    }

    @Test
    void latestMovesAfterTheVersionStandsAndByOneRename() {
        List<String> steps = new ArrayList<>();
        FileSystem watched = new FilterFileSystem(PublishedFolder.files()) {
            @Override
            public boolean rename(org.apache.hadoop.fs.Path from, org.apache.hadoop.fs.Path to) throws IOException {
                steps.add(to.getName());
                return super.rename(from, to);
            }
        };
        Shelf onWatched = new Shelf(watched, PublishedFolder.hadoop(root), "datasets", "router");
        String version = publish(onWatched, NIGHT, "{\"a\":1}").version();

        assertThat(steps).containsExactly(version, "latest.json");
    }

    @Test
    void theSameContentIsTheSameVersionAndAnyOtherIsAnother() {
        String here = publish(shelf, NIGHT, "{\"a\":1}").version();
        String elsewhere = publish(new PublishedFolder(root.resolve("other")).shelf("router"), NIGHT, "{\"a\":1}")
                .version();
        String changed = publish(new PublishedFolder(root.resolve("third")).shelf("router"), NIGHT, "{\"a\":2}")
                .version();

        assertThat(elsewhere).isEqualTo(here);
        assertThat(changed).isNotEqualTo(here);
    }

    @Test
    void rowsThatAreThoseOfTheParentMakeNoVersion() throws IOException {
        String first = publish(shelf, NIGHT, "{\"a\":1}").version();
        Map<String, String> before = published.content();
        Publication again = publish(shelf, NIGHT.plusDays(1), "{\"a\":1}");

        assertThat(again).isEqualTo(new Publication.Unchanged(first, shelf.manifest(first)));
        assertThat(published.content()).isEqualTo(before);
    }

    @Test
    void aNightThatIsRunAgainBeforeThoseThatWerePublishedFindsItsVersion() throws IOException {
        publish(shelf, NIGHT, "{\"a\":1}");
        String second = publish(shelf, NIGHT.plusDays(1), "{\"a\":2}").version();
        publish(shelf, NIGHT.plusDays(2), "{\"a\":3}");
        Map<String, String> before = published.content();
        Publication again = publish(shelf, NIGHT.plusDays(1), "{\"a\":2}");

        assertThat(again).isEqualTo(new Publication.Unchanged(second, shelf.manifest(second)));
        assertThat(published.content()).isEqualTo(before);
    }

    @Test
    void rowsThatANightComesBackToAreAVersionOfTheirOwn() {
        String first = publish(shelf, NIGHT, "{\"a\":1}").version();
        publish(shelf, NIGHT, "{\"a\":2}");
        String third = publish(shelf, NIGHT, "{\"a\":1}").version();

        assertThat(third).isNotEqualTo(first);
        assertThat(latestVersion(shelf)).contains(third);
    }

    @Test
    void aNewVersionNamesTheOneBeforeAndLeavesItAsItIs() throws IOException {
        String first = publish(shelf, NIGHT, "{\"a\":1}").version();
        Map<String, String> before = published.content();
        String second = publish(shelf, NIGHT.plusDays(1), "{\"a\":2}").version();

        assertThat(shelf.manifest(second).parent()).contains(first);
        assertThat(latestVersion(shelf)).contains(second);
        before.remove("datasets/router/latest.json");
        assertThat(published.content()).containsAllEntriesOf(before);
    }

    @Test
    void anAttemptThatStoppedHalfWayIsThrownAwayByTheNext() {
        draft(shelf, NIGHT, "{\"half\":1}").rows("openai/train.jsonl");
        String version = publish(shelf, NIGHT, "{\"a\":1}").version();

        assertThat(shelf.manifest(version).files())
                .extracting(ManifestFile::path)
                .containsExactly("README.md", "trl/train.jsonl");
        assertThat(shelf.verify(version)).isEmpty();
    }

    @Test
    void aVersionThatWasShownBeforeLatestMovedIsFoundAgainByTheNextAttempt() throws IOException {
        String version = publish(shelf, NIGHT, "{\"a\":1}").version();
        Map<String, String> whole = published.content();
        Files.delete(published.latest("router"));

        assertThat(publish(shelf, NIGHT, "{\"a\":1}").version()).isEqualTo(version);
        assertThat(published.content()).isEqualTo(whole);
    }

    @Test
    void aDraftThatIsNotWhatItsManifestSaysIsQuarantinedAndLatestStays() throws IOException {
        String first = publish(shelf, NIGHT, "{\"a\":1}").version();
        Draft draft = draft(shelf, NIGHT.plusDays(1), "{\"a\":2}");
        Manifest manifest = manifest(shelf, NIGHT.plusDays(1), draft);
        draft.describe("stray.txt", new byte[] {1});

        assertThatThrownBy(() -> shelf.publish(draft, manifest, version -> {}))
                .isInstanceOf(PublishException.class)
                .hasMessage("datasets/router failed 1 checks, the first: stray.txt is not in the manifest");
        assertThat(latestVersion(shelf)).contains(first);
        assertThat(shelf.versions()).containsExactly(first);
        assertThat(published.content().entrySet())
                .filteredOn(file -> file.getKey().startsWith(".quarantine/router-")
                        && file.getKey().endsWith("/problems.txt"))
                .singleElement()
                .extracting(Map.Entry::getValue)
                .isEqualTo("stray.txt is not in the manifest\n");
    }

    @Test
    void aVersionIsNotedBeforeItIsSeen() {
        Draft draft = draft(shelf, NIGHT, "{\"a\":1}");
        List<String> noted = new ArrayList<>();
        String version = shelf.publish(draft, manifest(shelf, NIGHT, draft), about -> {
                    assertThat(shelf.versions()).isEmpty();
                    noted.add(about);
                })
                .version();
        assertThat(noted).containsExactly(version);
    }

    @Test
    void withdrawsTheVersionsThatWereShownAndStepsBackToTheirParent() throws IOException {
        publish(shelf, NIGHT, "{\"a\":1}");
        Map<String, String> before = published.content();
        String lost = publish(shelf, NIGHT.plusDays(1), "{\"a\":2}").version();
        String last = publish(shelf, NIGHT.plusDays(2), "{\"a\":3}").version();
        draft(shelf, NIGHT.plusDays(2), "{\"a\":4}");

        shelf.takeBack(Set.of(lost, last), NIGHT.plusDays(2));
        assertThat(published.content()).isEqualTo(before);
    }

    @Test
    void withdrawsTheOnlyVersionAndItsLatest() {
        String version = publish(shelf, NIGHT, "{\"a\":1}").version();

        shelf.takeBack(Set.of(version), NIGHT);
        assertThat(shelf.latest()).isEmpty();
        assertThat(shelf.versions()).isEmpty();
    }

    @Test
    void aVersionThatWasNotedAndNeverShownTakesNothingWithIt() throws IOException {
        publish(shelf, NIGHT, "{\"a\":1}");
        Map<String, String> before = published.content();

        shelf.takeBack(Set.of("2026-11-02-0123456789ab"), NIGHT.plusDays(1));
        assertThat(published.content()).isEqualTo(before);
    }

    @Test
    void withdrawingLeavesVersionsAndDraftsOfOthersAndFoldersThatAPersonPutThere() throws IOException {
        String version = publish(shelf, NIGHT, "{\"a\":1}").version();
        Path notes = published.version("router", "my notes");
        Files.createDirectories(notes);
        Files.writeString(notes.resolve("why.txt"), "keep me");
        draft(published.shelf("router-2"), NIGHT, "{\"a\":1}");
        draft(shelf, NIGHT.plusDays(1), "{\"a\":1}");
        Map<String, String> before = published.content();

        assertThat(shelf.versions()).containsExactly(version);
        shelf.takeBack(Set.of(), NIGHT);
        assertThat(published.content()).isEqualTo(before);
    }

    @Test
    void listsTheShelvesOfAProductAndNoOtherFolder() throws IOException {
        publish(published.shelf("writer"), NIGHT, "{\"a\":1}");
        publish(shelf, NIGHT, "{\"a\":1}");
        Files.createDirectories(root.resolve("datasets").resolve("My Stuff"));

        assertThat(Shelf.all(PublishedFolder.files(), PublishedFolder.hadoop(root), "datasets"))
                .extracting(Shelf::name)
                .containsExactly("router", "writer");
        assertThat(Shelf.all(PublishedFolder.files(), PublishedFolder.hadoop(root), "suites"))
                .isEmpty();
    }

    @Test
    void namesThatAreNoFoldersAreRefused() {
        assertThatThrownBy(() -> published.shelf("../etc")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anUnreadableLatestIsSaid() throws IOException {
        publish(shelf, NIGHT, "{\"a\":1}");
        Files.writeString(published.latest("router"), "{}");

        assertThatThrownBy(shelf::latest)
                .isInstanceOf(PublishException.class)
                .hasMessage("datasets/router: latest.json could not be read");
    }

    @Test
    void aRowIsOneLineForReadersThatSplitAtEveryUnicodeLineBreak() throws IOException {
        String version = publish(shelf, NIGHT, "{\"a\":\"one\u2028two\u2029three\u0085four\"}")
                .version();
        String file = Files.readString(published.version("router", version).resolve("trl/train.jsonl"));

        assertThat(file).isEqualTo("{\"a\":\"one\\u2028two\\u2029three\\u0085four\"}\n");
        assertThat(shelf.verify(version)).isEmpty();
    }
}
