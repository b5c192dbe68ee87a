package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights of somebody who gets the mapping right only after the first night. */
class ReadAgainTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);
    private static final String GOOD =
            "{\"id\":\"%s\",\"alias\":\"z%1$s\",\"turns\":[{\"role\":\"user\",\"text\":\"hi\"},{\"role\":\"assistant\",\"text\":\"yo\"}]}";
    private static final String ODD = GOOD.replace("assistant", "narrator");
    private static final String MESSAGE = "messages: /turns, message: {content: /text%s}";

    @TempDir
    Path folder;

    private Lake lake;

    @BeforeEach
    void key() throws IOException {
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef");
        lake = new Lake(folder.resolve("lake").toString(), StorageSettings.defaults());
    }

    private void object(String name, String... lines) throws IOException {
        Path file = folder.resolve("raw/2026-11-01").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, String.join("\n", lines) + "\n");
    }

    private JobReport ingest(String mapping) throws IOException {
        return run(
                new IngestJob(),
                "{name: app, path: 'raw/{date}/talks*', dialect: mapped, mapping: {unit: conversation, " + mapping
                        + "}}");
    }

    private JobReport run(Job job, String sources) throws IOException {
        Path yaml = folder.resolve("logmill.yaml");
        Files.writeString(yaml, "sources: [%s]\n".formatted(sources));
        LogmillConfig config = new ConfigFile(yaml, name -> Optional.empty()).read();
        return new JobRunner(
                        config,
                        lake,
                        AllTables.LIST,
                        () -> SparkApplication.start("test", Map.of("spark.master", "local[2]")))
                .run(job, NIGHT);
    }

    private List<String> traces() {
        return lake.rows(CurationTables.SPANS).stream()
                .map(Span::traceId)
                .distinct()
                .sorted()
                .toList();
    }

    /** Records, and how they ended: stored, duplicates, quarantined. */
    private List<Long> ledger() {
        assertThat(lake.rows(CurationTables.LEDGER)).hasSize(1).allMatch(LedgerEntry::reconciles);
        LedgerEntry entry = lake.rows(CurationTables.LEDGER).get(0);
        return List.of(entry.records(), entry.stored(), entry.duplicates(), entry.quarantined());
    }

    @Test
    void readsWhatAWrongMappingHidOnceTheMappingIsMended() throws IOException {
        object("talks.jsonl", GOOD.formatted("a"), GOOD.formatted("b"));
        ingest("trace: /id, " + MESSAGE.formatted("").replace("turns", "turnz"));
        assertThat(ledger()).containsExactly(2L, 0L, 0L, 2L);
        assertThat(ingest("trace: /id, " + MESSAGE.formatted("")).done().counts())
                .containsEntry("records", 2L)
                .containsEntry("stored", 2L);
        assertThat(traces()).containsExactly("a", "b");
        assertThat(ledger()).containsExactly(2L, 2L, 0L, 0L);
        assertThat(lake.rows(CurationTables.QUARANTINE)).isEmpty();
        assertThat(ingest("trace: /id, " + MESSAGE.formatted("")).state()).isEqualTo(JobReport.State.NOTHING_NEW);
    }

    @Test
    void readsAScoreInASpanOnceItsScaleIsToldAndTheSpanBefore() throws IOException {
        object(
                "talks.jsonl",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"5b8efff798038103d269b633813fc60c\","
                        + "\"spanId\":\"eee19b7ec3c1b174\",\"name\":\"chat\",\"events\":[{\"name\":\"gen_ai.evaluation.result\","
                        + "\"attributes\":[{\"key\":\"gen_ai.evaluation.name\",\"value\":{\"stringValue\":\"stars\"}},"
                        + "{\"key\":\"gen_ai.evaluation.score.value\",\"value\":{\"doubleValue\":4}}]}]}]}]}]}");
        String source = "{name: app, path: 'raw/{date}/talks*', dialect: otlp-json%s}";
        run(new IngestJob(), source.formatted(""));
        assertThat(lake.rows(CurationTables.SPANS)).hasSize(1);
        assertThat(lake.rows(CurationTables.SIGNALS)).isEmpty();
        assertThat(ledger()).containsExactly(2L, 1L, 0L, 1L);

        run(new IngestJob(), source.formatted(", scores: {stars: {worst: 1, best: 5}}"));
        assertThat(lake.rows(CurationTables.SIGNALS)).extracting(Signal::value).containsExactly(Optional.of(0.75));
        assertThat(ledger()).containsExactly(2L, 2L, 0L, 0L);
        assertThat(lake.rows(CurationTables.QUARANTINE)).isEmpty();
    }

    @Test
    void tellsThatWhatWasReadStaysUntilSomethingIsReadInTheNewWay() throws IOException {
        object("talks.jsonl", GOOD.formatted("a"), GOOD.formatted("b"));
        String first = "trace: /id, " + MESSAGE.formatted("");
        String mended = "trace: /alias, " + MESSAGE.formatted("");
        assertThat(ingest(first).done().warnings()).isEmpty();
        assertThat(ingest(first).done().warnings()).isEmpty();

        JobReport again = ingest(mended);

        assertThat(again.state()).isEqualTo(JobReport.State.NOTHING_NEW);
        assertThat(again.done().warnings())
                .singleElement()
                .asString()
                .startsWith(
                        "source app: dialect, mapping, project, scores or max-record-bytes changed since 1 of its objects")
                .endsWith("name a new lake and run its nights again");
        object("talks2.jsonl", GOOD.formatted("c"));
        ingest(mended);
        assertThat(ingest(mended).done().warnings()).isEmpty();
    }

    @Test
    void tellsThatWhatWasReadStaysInItsProject() throws IOException {
        object("talks.jsonl", GOOD.formatted("a"));
        String source =
                "{name: app, path: 'raw/{date}/talks*', dialect: mapped, project: %s, mapping: {unit: conversation, trace: /id, "
                        + MESSAGE.formatted("") + "}}";
        assertThat(run(new IngestJob(), source.formatted("one")).done().warnings())
                .isEmpty();

        assertThat(run(new IngestJob(), source.formatted("two")).done().warnings())
                .singleElement()
                .asString()
                .startsWith("source app: dialect, mapping, project, ");
    }

    @Test
    void saysNothingOfObjectsOfWhichNothingWasRead() throws IOException {
        object("talks.jsonl", GOOD.formatted("a"));
        ingest("trace: /id, " + MESSAGE.formatted("").replace("turns", "turnz"));

        assertThat(ingest("trace: /id, " + MESSAGE.formatted("")).done().warnings())
                .isEmpty();
    }

    @Test
    void leavesWhatCouldBeReadAsItWas() throws IOException {
        object("talks.jsonl", GOOD.formatted("a"), ODD.formatted("b"), "{broken", GOOD.formatted("a"));
        ingest("trace: /id, " + MESSAGE.formatted(""));
        assertThat(ledger()).containsExactly(4L, 1L, 1L, 2L);
        ingest("trace: /alias, " + MESSAGE.formatted(", roles: {narrator: assistant}"));
        assertThat(traces()).containsExactly("a", "zb");
        assertThat(ledger()).containsExactly(4L, 2L, 1L, 1L);
        assertThat(lake.rows(CurationTables.QUARANTINE))
                .extracting(row -> row.position())
                .containsExactly(3L);
    }

    @Test
    void stillCannotReadWhatTheNewMappingCannotRead() throws IOException {
        object("talks.jsonl", GOOD.formatted("a"), ODD.formatted("b"));
        ingest("trace: /id, " + MESSAGE.formatted(""));
        JobReport again = ingest("trace: /id, agent: =x, " + MESSAGE.formatted(""));
        assertThat(again.done().counts()).containsEntry("records", 1L).containsEntry("quarantined", 1L);
        assertThat(ledger()).containsExactly(2L, 1L, 0L, 1L);
        assertThat(lake.rows(CurationTables.QUARANTINE)).hasSize(1);
        assertThat(ingest("trace: /id, agent: =x, " + MESSAGE.formatted("")).state())
                .isEqualTo(JobReport.State.NOTHING_NEW);
    }

    @Test
    void readsWhatAWrongMappingHidInALogThatHasGrownSince() throws IOException {
        object("talks.jsonl", ODD.formatted("b"), "{broken", ODD.formatted("gone by then"));
        ingest("trace: /id, " + MESSAGE.formatted(""));
        object("talks.jsonl", GOOD.formatted("a"), ODD.formatted("b"), "{broken");
        ingest("trace: /id, " + MESSAGE.formatted(""));
        assertThat(ended()).containsExactlyInAnyOrder("talks: 0 stored, 2 dup, 1 bad", "talks: 1 stored, 0 dup, 2 bad");
        assertThat(lake.rows(CurationTables.QUARANTINE))
                .extracting(row -> row.batch() + " " + row.position())
                .containsExactlyInAnyOrder("1 3", "2 2", "2 3");

        ingest("trace: /id, " + MESSAGE.formatted(", roles: {narrator: assistant}"));

        assertThat(traces()).containsExactly("a", "b");
        assertThat(ended()).containsExactlyInAnyOrder("talks: 0 stored, 2 dup, 1 bad", "talks: 2 stored, 0 dup, 1 bad");
        assertThat(lake.rows(CurationTables.QUARANTINE))
                .extracting(row -> row.batch() + " " + row.position())
                .containsExactlyInAnyOrder("1 3", "3 3");
    }

    @Test
    void whatIsReadInALogThatGrewUnderAMendedMappingIsNoLongerQuarantined() throws IOException {
        object("talks.jsonl", ODD.formatted("b"));
        ingest("trace: /id, " + MESSAGE.formatted(""));
        object("talks.jsonl", ODD.formatted("b"), GOOD.formatted("a"));

        ingest("trace: /id, " + MESSAGE.formatted(", roles: {narrator: assistant}"));

        assertThat(traces()).containsExactly("a", "b");
        assertThat(ended()).containsExactlyInAnyOrder("talks: 0 stored, 1 dup, 0 bad", "talks: 2 stored, 0 dup, 0 bad");
        assertThat(lake.rows(CurationTables.QUARANTINE)).isEmpty();
    }

    @Test
    void aRecordStaysWithTheObjectThatItWasFirstMetIn() throws IOException {
        object("talks-1.jsonl", ODD.formatted("b"), "{broken");
        object("talks-2.jsonl", "{broken", ODD.formatted("b"), GOOD.formatted("a"));
        ingest("trace: /id, " + MESSAGE.formatted(""));
        assertThat(ended()).containsExactly("talks-1: 0 stored, 0 dup, 2 bad", "talks-2: 1 stored, 2 dup, 0 bad");
        object("talks-3.jsonl", "{broken", ODD.formatted("b"));
        ingest("trace: /id, " + MESSAGE.formatted(", roles: {narrator: assistant}"));
        assertThat(ended())
                .containsExactly(
                        "talks-1: 1 stored, 0 dup, 1 bad",
                        "talks-2: 1 stored, 2 dup, 0 bad",
                        "talks-3: 0 stored, 2 dup, 0 bad");
        assertThat(traces()).containsExactly("a", "b");
        assertThat(lake.rows(CurationTables.QUARANTINE))
                .extracting(row -> row.object() + " " + row.position())
                .containsExactly("2026-11-01/talks-1.jsonl 2");
    }

    private List<String> ended() {
        return lake.rows(CurationTables.LEDGER).stream()
                .map(entry -> "%s: %d stored, %d dup, %d bad"
                        .formatted(
                                entry.path().replaceAll(".*/|[.].*", ""),
                                entry.stored(),
                                entry.duplicates(),
                                entry.quarantined()))
                .sorted()
                .toList();
    }

    @Test
    void countsTheRecordsOfADocumentOneByOne() throws IOException {
        object(
                "talks.json",
                "{\"dialogs\":[%s,%s,%s,%s]}"
                        .formatted(GOOD.formatted("a"), ODD.formatted("b"), GOOD.formatted("c"), ODD.formatted("d")));
        JobReport first = ingest("records: /dialogs, trace: /id, " + MESSAGE.formatted(""));
        assertThat(ledger()).containsExactly(4L, 2L, 0L, 2L);
        assertThat(lake.rows(CurationTables.QUARANTINE))
                .extracting(row -> row.position() + row.place())
                .containsExactlyInAnyOrder("1/dialogs/1", "1/dialogs/3");
        assertThat(first.done().warnings())
                .singleElement()
                .asString()
                .contains("2 of 4 records", "first in 2026-11-01/talks.json, record 1, at /dialogs/1");
        ingest("records: /dialogs, trace: /id, " + MESSAGE.formatted(", roles: {narrator: assistant}"));
        assertThat(traces()).containsExactly("a", "b", "c", "d");
        assertThat(ledger()).containsExactly(4L, 4L, 0L, 0L);
    }

    @Test
    void countsADocumentWithoutItsRecordsAsOne() throws IOException {
        object("talks.json", "{\"dialogs\":[%s]}".formatted(GOOD.formatted("a")));
        ingest("records: /dialogz, trace: /id, " + MESSAGE.formatted(""));
        assertThat(ledger()).containsExactly(1L, 0L, 0L, 1L);
        ingest("records: /dialogs, trace: /id, " + MESSAGE.formatted(""));
        assertThat(traces()).containsExactly("a");
        assertThat(ledger()).containsExactly(1L, 1L, 0L, 0L);
    }

    @Test
    void saysThatFeedbackIsAboutNoTraceThatIsKnown() throws IOException {
        object("talks.jsonl", GOOD.formatted("a"));
        object("votes.jsonl", "{\"t\":\"a\",\"v\":\"up\"}", "{\"t\":\"b\",\"v\":\"up\"}");
        String talks =
                "{name: app, path: 'raw/{date}/talks*', dialect: mapped, mapping: {unit: conversation, trace: /id, "
                        + MESSAGE.formatted("") + "}}";
        String votes =
                "{name: votes, path: 'raw/{date}/votes*', dialect: mapped%s, mapping: {unit: feedback, signals: [{channel: thumb, value: /v, trace: /t}]}}";
        assertThat(scored(talks + ", " + votes.formatted("")))
                .containsExactly(
                        "source votes: none of its 2 new signals is about a trace that is known (project votes); its project must be that of the calls, and trace or session their id");
        object("votes.jsonl", "{\"t\":\"a\",\"v\":\"down\"}");
        assertThat(scored(talks + ", " + votes.formatted(", project: app"))).isEmpty();
    }

    private List<String> scored(String sources) throws IOException {
        run(new IngestJob(), sources);
        run(new AssembleJob(), sources);
        run(new CurateJob(), sources);
        return run(new ScoreJob(), sources).done().warnings();
    }
}
