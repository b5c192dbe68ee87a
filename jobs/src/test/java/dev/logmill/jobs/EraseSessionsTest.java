package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is a person's: traces that name the person, and of the sessions of these what names nobody else. */
class EraseSessionsTest {
    private static final String CALL =
            "{\"id\":\"%s\",\"call\":\"%s\",\"user\":%s,\"talk\":\"%s\",\"at\":\"2025-11-0%dT08:00:00Z\",\"q\":\"Hello %1$s\",\"a\":\"Yes\"}\n";

    @TempDir
    Path folder;

    @BeforeEach
    void home() throws IOException {
        assertThat(Said.by("init", folder.toString()).code()).isZero();
        Files.writeString(folder.resolve("logmill.yaml"), """
                sources: [{name: app, dialect: mapped, path: 'raw/*.jsonl', mapping:
                  {span: /id, trace: /call, user: /user, session: /talk, agent: /bot, started: /at, input: /q, output: /a}}]
                """);
        log(
                "1",
                call("named", "t1", "\"ann\"", "s1", 1)
                        + call("same-trace", "t1", "null", "s9", 1)
                        + call("nameless", "t2", "null", "s1", 1)
                        + call("alone", "t8", "\"ann\"", "s5", 1)
                        + call("others", "t3", "\"bob\"", "s1", 1)
                        + call("of-others", "t3", "null", "s1", 1)
                        + call("elsewhere", "t4", "null", "s2", 1));
        night("2025-11-01");
    }

    @Test
    void tracesThatNameThePersonGoAndWhatOthersSaidInTheSessionStays() {
        Said said = Said.ofInput("ann\n", "erase", "--user", "--config", config());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(spans()).containsExactlyInAnyOrder("others", "of-others", "elsewhere");
    }

    @Test
    void whatComesLaterOfTheTraceOrTheSessionIsRefusedAndCounted() throws IOException {
        assertThat(Said.ofInput("ann\n", "erase", "--user", "--config", config())
                        .code())
                .isZero();
        log(
                "2",
                call("late", "t1", "null", "s9", 2)
                        + call("again", "t5", "\"ann\"", "s7", 2)
                        + call("nameless-again", "t6", "null", "s5", 2)
                        + call("whose", "t9", "null", "s1", 2)
                        + call("new", "t7", "\"bob\"", "s1", 2));

        Said said = night("2025-11-02");

        assertThat(said.out()).contains("tombstoned=3");
        assertThat(spans()).containsExactlyInAnyOrder("others", "of-others", "elsewhere", "new", "whose");
        assertThat(lake().rows(CurationTables.LEDGER))
                .allMatch(LedgerEntry::reconciles)
                .extracting(LedgerEntry::tombstoned)
                .containsExactlyInAnyOrder(0L, 3L);
    }

    private static String call(String id, String trace, String user, String session, int day) {
        return CALL.formatted(id, trace, user, session, day);
    }

    private void log(String name, String lines) throws IOException {
        Files.writeString(folder.resolve("raw").resolve(name + ".jsonl"), lines);
    }

    private Said night(String night) {
        Said said = Said.by("ingest", "--as-of", night, "--config", config());
        assertThat(said.code()).as(said.err()).isZero();
        return said;
    }

    private String config() {
        return folder.resolve("logmill.yaml").toString();
    }

    private Lake lake() {
        return new Lake(folder.resolve("lake").toString(), StorageSettings.defaults());
    }

    private List<String> spans() {
        return lake().rows(CurationTables.SPANS).stream().map(Span::spanId).toList();
    }
}
