package dev.logmill.jobs.line;

import static dev.logmill.jobs.line.TestLake.record;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.ingest.Quarantine;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Span;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestJobTest {
    private static final String MORNING = "2026-11-01T08:00:00Z";

    @TempDir
    Path folder;

    private TestLake lake;

    @BeforeEach
    void open() {
        lake = new TestLake(folder);
    }

    @Test
    void everyRecordEndsInOneState() throws IOException {
        lake.object(
                "2026-11-01/a.jsonl",
                record("t", "1", MORNING, "x"),
                "{\"no\": 1}",
                "{broken",
                "",
                record("t", "1", MORNING, "x"));
        lake.ingest("2026-11-01");
        LedgerEntry entry = lake.lake().rows(CurationTables.LEDGER).get(0);
        assertThat(List.of(entry.records(), entry.stored(), entry.duplicates(), entry.quarantined()))
                .containsExactly(4L, 1L, 1L, 2L);
        assertThat(lake.lake().rows(CurationTables.QUARANTINE))
                .extracting(row -> row.position() + " " + row.reason())
                .containsExactlyInAnyOrder(
                        "2 " + QuarantineReason.MISSING_FIELD, "3 " + QuarantineReason.MALFORMED_JSON);
    }

    @Test
    void anObjectIsReadOnce() throws IOException {
        lake.object("2026-11-01/a.jsonl", record("t", "1", MORNING, "x"));
        lake.ingest("2026-11-01");
        assertThat(lake.ingest("2026-11-01").state()).isEqualTo(JobReport.State.NOTHING_NEW);
    }

    @Test
    void aSourceThatFallsSilentIsTold() throws IOException {
        for (int day = 1; day <= 3; day++) {
            lake.object(
                    "2026-11-0%d/a.jsonl".formatted(day),
                    record("t" + day, "1", MORNING, "x"),
                    record("t" + day, "2", MORNING, "x"));
            lake.ingest("2026-11-0" + day);
        }
        String told = "source app: no records tonight; the median of its last 3 nights is 2: has its export stopped?";
        assertThat(lake.ingest("2026-11-04").done().warnings()).contains(told);
        lake.object("2026-11-05/a.jsonl", "");
        assertThat(lake.ingest("2026-11-05").done().warnings()).contains(told);
        lake.object("2026-11-06/a.jsonl", record("t6", "1", MORNING, "x"));
        assertThat(lake.ingest("2026-11-06").done().warnings()).doesNotContain(told);
        assertThat(lake.ingest("2026-11-06").done().warnings()).doesNotContain(told);
    }

    @Test
    void objectsOfLaterDaysWait() throws IOException {
        lake.object("2026-11-02/a.jsonl", record("t", "1", MORNING, "x"));
        assertThat(lake.ingest("2026-11-01").state()).isEqualTo(JobReport.State.NOTHING_NEW);
    }

    @Test
    void theSameRecordOnAnotherNightIsADuplicate() throws IOException {
        lake.object("2026-11-01/a.jsonl", record("t", "1", MORNING, "x"));
        lake.ingest("2026-11-01");
        List<Span> before = lake.lake().rows(CurationTables.SPANS);
        lake.object("2026-11-02/copy.jsonl", record("t", "1", MORNING, "x"));
        assertThat(lake.ingest("2026-11-02").done().counts())
                .containsEntry("duplicates", 1L)
                .containsEntry("spans", 0L);
        assertThat(lake.lake().rows(CurationTables.SPANS)).isEqualTo(before);
    }

    @Test
    void aNewerVersionReplacesTheOlderOneAndNothingElse() throws IOException {
        lake.object("2026-11-01/a.jsonl", record("t", "1", MORNING, "old"), record("t", "2", MORNING, "other"));
        lake.ingest("2026-11-01");
        lake.object("2026-11-02/b.jsonl", record("t", "1", "2026-11-02T08:00:00Z", "new"));
        lake.ingest("2026-11-02");
        assertThat(lake.lake().rows(CurationTables.SPANS))
                .extracting(Span::name)
                .containsExactlyInAnyOrder("new", "other");
    }

    @Test
    void aSpanThatCameAgainWithOtherContentAndNoNewerTimeIsToldOf() throws IOException {
        lake.object("2026-11-01/a.jsonl", record("t", "1", MORNING, "one"), record("t", "2", MORNING, "x"));
        assertThat(lake.ingest("2026-11-01").done().warnings()).isEmpty();
        lake.object("2026-11-02/b.jsonl", record("t", "1", MORNING, "two"), record("t", "2", MORNING, "x"));
        assertThat(lake.ingest("2026-11-02").done().warnings())
                .singleElement()
                .asString()
                .contains(": 1 spans came again with other content, and nothing says which version is newer");
        assertThat(lake.lake().rows(CurationTables.SPANS)).hasSize(2);
    }

    @Test
    void anOlderVersionThatComesLateChangesNothing() throws IOException {
        lake.object("2026-11-02/b.jsonl", record("t", "1", "2026-11-02T08:00:00Z", "new"));
        lake.ingest("2026-11-02");
        lake.object("2026-11-01/a.jsonl", record("t", "1", MORNING, "old"));
        lake.ingest("2026-11-03");
        assertThat(lake.lake().rows(CurationTables.SPANS))
                .extracting(Span::name)
                .containsExactly("new");
    }

    @Test
    void findsADuplicateFarOlderThanItsObjectsDate() throws IOException {
        lake.object("2026-11-01/a.jsonl", record("t", "1", MORNING, "x"));
        lake.ingest("2026-11-01");
        lake.object("2027-02-01/late.jsonl", record("t", "1", MORNING, "x"));
        assertThat(lake.ingest("2027-02-01").done().counts()).containsEntry("duplicates", 1L);
    }

    /** As written: what the ledger says of an object, and how many rows the quarantine has. */
    private String ended(String object) {
        LedgerEntry entry = lake.lake().rows(CurationTables.LEDGER).stream()
                .filter(row -> row.path().equals(object))
                .max(Comparator.comparing(LedgerEntry::batch))
                .orElseThrow();
        return "%d duplicates, %d quarantined, %d rows"
                .formatted(
                        entry.duplicates(),
                        entry.quarantined(),
                        lake.lake().rows(CurationTables.QUARANTINE).size());
    }

    @Test
    void aBrokenRecordReadAgainIsADuplicateWhateverItsObject() throws IOException {
        String[] lines = {"{broken", record("t", "1", MORNING, "x"), "{\"no\": 1}", "{broken"};
        lake.object("2026-11-01/a.jsonl", lines);
        lake.ingest("2026-11-01");
        assertThat(ended("2026-11-01/a.jsonl")).isEqualTo("1 duplicates, 2 quarantined, 2 rows");
        List<Quarantine> before = lake.lake().rows(CurationTables.QUARANTINE);

        Files.setLastModifiedTime(folder.resolve("raw/2026-11-01/a.jsonl"), FileTime.fromMillis(1_000_000));
        lake.ingest("2026-11-02");
        assertThat(ended("2026-11-01/a.jsonl")).isEqualTo("4 duplicates, 0 quarantined, 2 rows");

        lake.object("2026-11-02/copy.jsonl", lines);
        lake.object("2026-11-03/window.jsonl", "{broken", "{\"no\": 2}");
        lake.ingest("2026-11-03");
        assertThat(ended("2026-11-02/copy.jsonl")).isEqualTo("4 duplicates, 0 quarantined, 3 rows");
        assertThat(ended("2026-11-03/window.jsonl")).isEqualTo("1 duplicates, 1 quarantined, 3 rows");
        assertThat(lake.lake().rows(CurationTables.QUARANTINE)).containsAll(before);
    }

    @Test
    void aBrokenRecordThatComesEveryNightIsToldEveryNight() throws IOException {
        lake.object("2026-11-01/a.jsonl", "{broken", record("t", "1", MORNING, "x"), "{broken");
        assertThat(lake.ingest("2026-11-01").done().warnings())
                .singleElement(STRING)
                .startsWith(
                        "source app: 2 of 3 records could not be read (table quarantine; repeats of others there: 1)")
                .contains("first in 2026-11-01/a.jsonl, record 1");

        lake.object("2026-11-02/a.jsonl", "{broken", record("t", "2", MORNING, "x"), record("t", "1", MORNING, "x"));
        assertThat(lake.ingest("2026-11-02").done().warnings())
                .containsExactly(
                        "source app: 1 of 3 records could not be read (table quarantine; repeats of others there: 1)");

        lake.object("2026-11-03/a.jsonl", record("t", "2", MORNING, "x"));
        assertThat(lake.ingest("2026-11-03").done().warnings()).isEmpty();
    }

    @Test
    void ofManyReasonsTheFrequentOnesAreToldAndTheOthersCounted() throws IOException {
        lake.object(
                "2026-11-01/a.jsonl",
                IntStream.range(0, 12)
                        .mapToObj(n -> "{\"span\": %d, \"fault\": \"/f%02d\"}".formatted(n, n % 11))
                        .toArray(String[]::new));
        List<String> told =
                lake.ingest("2026-11-01").done().warnings().get(0).lines().toList();
        assertThat(told).hasSize(10);
        assertThat(told.get(1)).startsWith("    2 invalid_field: /f00; first in 2026-11-01/a.jsonl, record 1");
        assertThat(told.get(8)).startsWith("    1 invalid_field: /f07");
        assertThat(told.get(9)).isEqualTo("    and 3 for 3 other reasons, which the table tells");
    }

    @Test
    void aNightWithoutSourcesSaysSo() throws IOException {
        Path yaml = folder.resolve("logmill.yaml");
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef\n");
        Files.writeString(yaml, "privacy: {key-file: pseudonym.key}\nsources: []\n");
        LogmillConfig config = new ConfigFile(yaml, name -> Optional.empty()).read();

        assertThat(Unread.found(config, lake.lake(), LocalDate.parse("2026-11-01"))
                        .told())
                .containsExactly(
                        "no source is configured, so there is nothing to read: name your logs under 'sources'");
    }

    @Test
    void aDamagedObjectReadAgainIsADuplicateAndAnotherOneIsNot() throws IOException {
        Path first = folder.resolve("raw/2026-11-01/a.jsonl");
        lake.object("2026-11-01/a.jsonl", "no gzip");
        Files.move(first, first.resolveSibling("a.gz"));
        lake = new TestLake(folder, "*.gz");
        lake.ingest("2026-11-01");
        Files.copy(first.resolveSibling("a.gz"), first.resolveSibling("b.gz"));
        lake.ingest("2026-11-02");
        assertThat(ended("2026-11-01/b.gz")).isEqualTo("1 duplicates, 0 quarantined, 1 rows");
        Files.writeString(first.resolveSibling("c.gz"), "no gzip either");
        lake.ingest("2026-11-03");
        assertThat(ended("2026-11-01/c.gz")).isEqualTo("0 duplicates, 1 quarantined, 2 rows");
    }

    @Test
    void aPathThatFitsNothingIsToldWithWhatIsThereInstead() throws IOException {
        String path = folder.resolve("raw") + "/{date}/*.jsonl";
        JobReport report = lake.ingest("2026-11-01");
        assertThat(report.state()).isEqualTo(JobReport.State.NOTHING_NEW);
        assertThat(report.done().warnings())
                .containsExactly("source app: no object fits its path " + path + "; there is no folder "
                        + folder.resolve("raw") + ", and relative paths begin at the configuration's folder");
        lake.object("26-11/calls.log", "x");
        assertThat(lake.ingest("2026-11-01").done().warnings())
                .singleElement()
                .asString()
                .matches("source app: no object fits its path .*; in .*/raw lie others, such as 26-11/calls.log");
        Files.delete(folder.resolve("raw/26-11/calls.log"));
        assertThat(lake.ingest("2026-11-01").done().warnings())
                .containsExactly("source app: no object fits its path " + path + "; the folder " + folder.resolve("raw")
                        + " holds no objects");
        lake.object("2026-11-02/a.jsonl", record("t", "1", MORNING, "x"));
        assertThat(lake.ingest("2026-11-01").done().warnings())
                .containsExactly("source app: no object is of 2026-11-01 or before; the first that fits its path "
                        + path + " is of 2026-11-02, and --as-of names the night");
        assertThat(lake.ingest("2026-11-02").done().warnings()).isEmpty();
    }

    @Test
    void aRowFarOlderThanItsObjectsDateIsHeldAgainstItsOwnDaysAndNothingIsLeftBehind() throws IOException {
        lake.object("2026-11-01/a.jsonl", record("t", "1", MORNING, "x"), record("t", "2", MORNING, "old"));
        lake.ingest("2026-11-01");
        String updated = record("t", "2", MORNING, "new").replace("}", ",\"ended\":\"2027-02-01T08:00:00Z\"}");
        lake.object(
                "2027-02-01/late.jsonl",
                record("t", "1", MORNING, "x"),
                updated,
                record("t", "3", MORNING, "first seen"),
                record("t", "4", "2027-02-01T07:00:00Z", "tonight's"));

        assertThat(lake.ingest("2027-02-01").done().counts())
                .containsEntry("duplicates", 1L)
                .containsEntry("stored", 3L)
                .containsEntry("spans", 3L);
        assertThat(lake.lake().rows(CurationTables.SPANS))
                .extracting(span -> span.spanId() + " " + span.name())
                .containsExactlyInAnyOrder("1 x", "2 new", "3 first seen", "4 tonight's");
        assertThat(written(CurationTables.SPANS)).isEqualTo(everCommitted(CurationTables.SPANS));
    }

    @Test
    void rowsThatAreOldAndUnknownCostNoSecondLook() throws IOException {
        lake.object("2026-11-01/a.jsonl", record("t", "1", MORNING, "x"));
        lake.ingest("2026-11-01");
        lake.object("2027-02-01/late.jsonl", record("t", "2", MORNING, "y"));
        lake.ingest("2027-02-01");
        assertThat(written(CurationTables.SPANS)).hasSize(2).isEqualTo(everCommitted(CurationTables.SPANS));
    }

    /** The data files on disk. */
    private Set<String> written(Table<?> table) throws IOException {
        try (Stream<Path> files = Files.list(folder.resolve("lake").resolve(table.name()))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".parquet"))
                    .collect(Collectors.toSet());
        }
    }

    /** The data files that any version of the table holds. */
    private Set<String> everCommitted(Table<?> table) {
        Set<String> files = new HashSet<>();
        for (long version = 0; version <= lake.lake().state(table).version(); version++) {
            lake.lake().stateAt(table, version).files().forEach(file -> files.add(file.path()));
        }
        return files;
    }

    @Test
    void anEarlierNightChangesNothing() throws IOException {
        lake.object("2026-11-02/a.jsonl", record("t", "1", MORNING, "x"));
        lake.ingest("2026-11-02");
        lake.object("2026-11-01/b.jsonl", record("t", "2", MORNING, "x"));
        assertThat(lake.ingest("2026-11-01").state()).isEqualTo(JobReport.State.EARLIER_NIGHT);
    }
}
