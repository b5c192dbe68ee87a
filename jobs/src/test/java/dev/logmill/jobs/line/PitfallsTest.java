package dev.logmill.jobs.line;

import static dev.logmill.jobs.line.TestLake.record;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.Agent;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pitfalls of logs that only a whole night can fall into; those of reading are tested with the dialects. */
class PitfallsTest {
    private static final int OBJECTS = Integer.parseInt(
            Optional.ofNullable(System.getenv("LOGMILL_SMALL_FILES")).orElse("300"));

    @TempDir
    Path folder;

    /**
     * An update whose start was lost, or is late: no run is made of it, a row says why, and after a week a night says it. When
     * the start comes, all is as if it had come first.
     */
    @Test
    void partialUpdatesWithoutTheirStart() throws IOException {
        String start = record("t", "s", "2026-11-01T08:00:00Z", "x").replace("}", ",\"part\":0}");
        String update = record("t", "s", "2026-11-01T08:00:01Z", "").replace("}", ",\"part\":1,\"answer\":\"Here.\"}");
        String other = record("u", "s", "2026-11-01T08:00:00Z", "x").replace("}", ",\"answer\":\"There.\"}");
        TestLake lake = new TestLake(folder.resolve("late"));
        lake.object("2026-11-01/a.jsonl", update, other);
        JobReport first = lake.assemble("2026-11-01");

        assertThat(first.done().counts()).containsEntry("runs", 1L).containsEntry("spans-without-start", 1L);
        assertThat(lake.lake().rows(CurationTables.SPANS)).hasSize(2);
        assertThat(lake.lake().rows(CurationTables.LEDGER)).allMatch(LedgerEntry::reconciles);
        assertThat(lake.lake().rows(CurationTables.RUNS))
                .extracting(Run::traceId)
                .containsExactly("u");
        assertThat(lake.lake().rows(CurationTables.REJECTIONS)).singleElement().satisfies(row -> {
            assertThat(row.stage()).isEqualTo("assemble");
            assertThat(row.reason()).isEqualTo("missing_start");
            assertThat(row.traceId()).isEqualTo("t");
            assertThat(row.subjectRow())
                    .as("what explain finds by the span's id")
                    .startsWith("s/");
            assertThat(row.measured()).contains("source app");
        });
        assertThat(lake.assemble("2026-11-08").done().warnings()).isEmpty();
        assertThat(lake.assemble("2026-11-09").done().warnings())
                .singleElement()
                .isEqualTo(
                        "1 spans known by updates alone, of source app, have waited for their start for more than 7 days and are"
                                + " in no run (table rejections, reason missing_start)");

        lake.object("2026-11-10/b.jsonl", start);
        JobReport late = lake.assemble("2026-11-10");
        assertThat(late.done().warnings()).isEmpty();
        assertThat(late.done().counts()).containsEntry("spans-without-start", 0L);
        assertThat(lake.lake().rows(CurationTables.REJECTIONS)).isEmpty();
        TestLake inOrder = new TestLake(folder.resolve("in order"));
        inOrder.object("2026-11-01/a.jsonl", start, update, other);
        inOrder.assemble("2026-11-01");
        assertThat(told(lake)).hasSize(2).isEqualTo(told(inOrder));
        lake.curate("2026-11-10");
        inOrder.curate("2026-11-01");
        assertThat(measured(lake)).isEqualTo(2).isEqualTo(measured(inOrder));
    }

    /** Runs that agents are measured by. */
    private static long measured(TestLake lake) {
        return lake.lake().rows(CurationTables.AGENTS).stream()
                .mapToLong(Agent::runsTonight)
                .sum();
    }

    /** An update that names its span alone: whichever of the two comes first, and however often its trace is built again, the run is that of one night. */
    @Test
    void partialUpdatesWithoutTheirTrace() throws IOException {
        String start = record("t", "s", "2026-11-01T08:00:00Z", "x").replace("}", ",\"part\":0}");
        String update = record("s", "s", "2026-11-01T08:00:01Z", "")
                .replace("}", ",\"part\":1,\"answer\":\"Here.\",\"unplaced\":true}");
        String other = record("t", "o", "2026-11-01T08:00:02Z", "y").replace("}", ",\"answer\":\"There.\"}");
        TestLake once = new TestLake(folder.resolve("once"));
        once.object("2026-11-01/a.jsonl", start, update, other);
        once.assemble("2026-11-01");
        assertThat(told(once).toString()).contains("Here.", "There.").doesNotContain("MISSING_TRACE");
        assertThat(once.lake().rows(CurationTables.REJECTIONS)).isEmpty();

        for (List<String> nights : List.of(List.of(update, start, other), List.of(start, update, other))) {
            TestLake lake = new TestLake(folder.resolve("nights " + nights.indexOf(start)));
            for (int night = 1; night <= nights.size(); night++) {
                lake.object("2026-11-0%d/a.jsonl".formatted(night), nights.get(night - 1));
                lake.assemble("2026-11-0" + night);
                boolean waits = night == 1 && nights.get(0).equals(update);
                assertThat(lake.lake().rows(CurationTables.REJECTIONS)).hasSize(waits ? 1 : 0);
            }
            assertThat(told(lake)).isEqualTo(told(once));
        }
    }

    /** Runs by their ids, without the nights that built them. */
    private static Map<String, List<Object>> told(TestLake lake) {
        Map<String, List<Object>> told = new TreeMap<>();
        for (Run run : lake.lake().rows(CurationTables.RUNS)) {
            told.put(run.runId(), List.of(run.input(), run.output(), run.steps()));
        }
        return told;
    }

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
