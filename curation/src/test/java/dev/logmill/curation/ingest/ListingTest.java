package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.lake.StorageSettings;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 2);

    @TempDir
    Path folder;

    private final Listing listing = new Listing(StorageSettings.defaults());

    private PathPattern pattern(String below) {
        return PathPattern.of(folder + "/" + below);
    }

    private void object(String name) throws IOException {
        Files.createDirectories(folder.resolve(name).getParent());
        Files.writeString(folder.resolve(name), "{}");
    }

    private List<String> names(String below) throws IOException {
        List<String> names = new ArrayList<>();
        listing.objects("app", pattern(below), NIGHT, object -> names.add(object.name()));
        names.sort(null);
        return names;
    }

    @Test
    void earlierDaysAreListedAndLaterOnesAreNot() throws IOException {
        object("raw/2020-01-01/late.jsonl");
        object("raw/2026-11-02/a.jsonl");
        object("raw/2026-11-03/b.jsonl");
        object("raw/other/c.jsonl");
        assertThat(names("raw/{date}/*.jsonl")).containsExactly("2020-01-01/late.jsonl", "2026-11-02/a.jsonl");
    }

    @Test
    void aDatabaseChangesWithTheLogBesideIt() throws IOException {
        object("raw/runs.db");
        String alone = etag("raw/*.db");
        Files.writeString(folder.resolve("raw/runs.db-wal"), "");
        assertThat(etag("raw/*.db")).isEqualTo(alone);
        Files.writeString(folder.resolve("raw/runs.db-wal"), "a page");
        assertThat(etag("raw/*.db")).startsWith(alone).isNotEqualTo(alone);
    }

    private String etag(String below) throws IOException {
        List<String> etags = new ArrayList<>();
        listing.objects("app", pattern(below), NIGHT, object -> etags.add(object.etag()));
        assertThat(etags).hasSize(1);
        return etags.get(0);
    }

    @Test
    void aBaseThatIsNotThereHoldsNothing() throws IOException {
        assertThat(names("nowhere/{date}/*.jsonl")).isEmpty();
        assertThat(listing.first("s", pattern("nowhere/{date}/*.jsonl"))).isEmpty();
    }

    @Test
    void aFolderThatGoesAwayMeanwhileIsNotTakenForTheEnd() throws IOException {
        List<String> days = List.of("2026-11-01", "2026-11-02");
        for (String day : days) {
            object("raw/" + day + "/a.jsonl");
        }
        assertThatThrownBy(() -> listing.objects("app", pattern("raw/{date}/*.jsonl"), NIGHT, object -> {
                    String other = object.name().startsWith("2026-11-01") ? "2026-11-02" : "2026-11-01";
                    delete(folder.resolve("raw").resolve(other));
                }))
                .isInstanceOf(FileNotFoundException.class);
    }

    @Test
    void tellsWhetherAPatternFitsAnythingOfWhateverDay() throws IOException {
        object("raw/2027-01-01/a.jsonl");
        assertThat(listing.first("s", pattern("raw/{date}/*.jsonl"))).isPresent();
        assertThat(listing.first("s", pattern("raw/{date}/*.json"))).isEmpty();
        assertThat(listing.first("s", pattern("raw/*.jsonl"))).isEmpty();
    }

    private static void delete(Path day) {
        try {
            Files.deleteIfExists(day.resolve("a.jsonl"));
            Files.deleteIfExists(day);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
