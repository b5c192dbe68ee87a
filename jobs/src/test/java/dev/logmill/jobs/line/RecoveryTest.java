package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.night.Journal;
import dev.logmill.curation.night.ShownVersion;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecoveryTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);

    @TempDir
    Path folder;

    /** Two configurations publish to one place; or a lake was removed, and what it had published was not. */
    @Test
    void versionsThatThisLakeDidNotShowStayWhereANightWasStopped() {
        LogmillConfig config = new TestLake(folder).config();
        Shelf shelf = Shelves.of(config, "datasets", "orders");
        String before = publish(shelf, NIGHT, "{\"a\":1}");
        Journal journal = new Journal(new Lake(config.lake(), StorageSettings.defaults()));
        journal.open("datasets", NIGHT.plusDays(1), List.of());
        Draft draft = draft(shelf, NIGHT.plusDays(1), "{\"a\":2}");
        Manifest manifest = manifest(shelf, NIGHT.plusDays(1), draft);
        shelf.publish(draft, manifest, version -> journal.shows(new ShownVersion("datasets", "orders", version)));
        assertThat(shelf.versions()).hasSize(2);

        new TestLake(folder);

        assertThat(shelf.versions()).containsExactly(before);
        assertThat(shelf.latest().map(Latest::version)).contains(before);
        assertThat(journal.unfinished()).isEmpty();
    }

    @Test
    void rowsWithoutAJournalAreNoNewLake() throws IOException {
        TestLake lake = new TestLake(folder);
        lake.object("2026-11-01/a.jsonl", TestLake.record("t", "1", "2026-11-01T08:00:00Z", "x"));
        lake.ingest("2026-11-01");
        Files.delete(folder.resolve("lake/_logmill/journal.json"));

        assertThatThrownBy(() -> new TestLake(folder))
                .isInstanceOf(LakeException.class)
                .hasMessageContaining("has rows (spans, ledger) and no journal, _logmill/journal.json");
    }

    private static String publish(Shelf shelf, LocalDate night, String row) {
        Draft draft = draft(shelf, night, row);
        return shelf.publish(draft, manifest(shelf, night, draft), version -> {})
                .version();
    }

    private static Draft draft(Shelf shelf, LocalDate night, String row) {
        Draft draft = shelf.draft(night);
        draft.rows("trl/train.jsonl").row(row);
        draft.closeRows();
        return draft;
    }

    private static Manifest manifest(Shelf shelf, LocalDate night, Draft draft) {
        return new Manifest(
                "datasets",
                "orders",
                night,
                shelf.latest().map(Latest::version),
                "code",
                "0",
                Map.of(),
                Map.of(),
                draft.entries());
    }
}
