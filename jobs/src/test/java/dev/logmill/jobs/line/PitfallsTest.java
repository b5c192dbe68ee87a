package dev.logmill.jobs.line;

import static dev.logmill.jobs.line.TestLake.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pitfalls of logs that only a whole night can fall into; those of reading are tested with the dialects. */
class PitfallsTest {
    private static final int OBJECTS = Integer.parseInt(
            Optional.ofNullable(System.getenv("LOGMILL_SMALL_FILES")).orElse("300"));

    @TempDir
    Path folder;

    /**
     * Gateways write an object a call. All are read, none is opened again, and the table does not fall into as many pieces.
     * {@code LOGMILL_SMALL_FILES=100000} reads so many and prints what it took.
     */
    @Test
    void smallFiles() throws IOException {
        TestLake lake = new TestLake(folder);
        for (int i = 0; i < OBJECTS; i++) {
            lake.object("2026-11-01/%06d.jsonl".formatted(i), record("t" + i, "s", "2026-11-01T08:00:00Z", "x"));
        }
        Instant begun = Instant.now();
        JobReport report = lake.ingest("2026-11-01");
        System.out.printf(
                "%d small objects: read in %d ms%n",
                OBJECTS, Duration.between(begun, Instant.now()).toMillis());

        assertThat(report.done().counts()).containsEntry("spans", (long) OBJECTS);
        List<LedgerEntry> ledger = lake.lake().rows(CurationTables.LEDGER);
        assertThat(ledger).hasSize(OBJECTS).allMatch(entry -> entry.records() == 1 && entry.stored() == 1);
        assertThat(lake.lake().rows(CurationTables.SPANS).stream()
                        .map(Span::traceId)
                        .distinct())
                .hasSize(OBJECTS);
        assertThat(lake.lake().state(CurationTables.SPANS).files()).hasSizeLessThan(100);

        assertThat(lake.ingest("2026-11-02").state()).isEqualTo(JobReport.State.NOTHING_NEW);
        lake.object("2026-11-02/one more.jsonl", record("t", "s", "2026-11-02T08:00:00Z", "x"));
        assertThat(lake.ingest("2026-11-02").done().counts()).containsEntry("spans", 1L);
        assertThat(lake.lake().rows(CurationTables.LEDGER)).hasSize(OBJECTS + 1);
    }
}
