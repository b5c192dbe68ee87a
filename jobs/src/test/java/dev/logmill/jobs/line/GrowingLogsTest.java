package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.trace.Span;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files that grow from night to night: what was read before comes no second time, what is new comes. */
class GrowingLogsTest {
    @TempDir
    Path folder;

    private Lake lake;
    private int nights;

    @BeforeEach
    void key() throws IOException {
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef");
        lake = new Lake(folder.resolve("lake").toString(), StorageSettings.defaults());
    }

    private JobReport night(String source) throws IOException {
        Path yaml = folder.resolve("logmill.yaml");
        Files.writeString(yaml, "sources: [{name: app, dialect: mapped, %s}]\n".formatted(source));
        LogmillConfig config = new ConfigFile(yaml, name -> Optional.empty()).read();
        nights++;
        JobReport report = new JobRunner(
                        config,
                        lake,
                        AllTables.LIST,
                        () -> SparkApplication.start("test", Map.of("spark.master", "local[2]")))
                .run(new IngestJob(), LocalDate.of(2026, 11, nights));
        assertThat(lake.rows(CurationTables.LEDGER)).allMatch(LedgerEntry::reconciles);
        return report;
    }

    private List<String> spans() {
        return lake.rows(CurationTables.SPANS).stream()
                .map(Span::spanId)
                .sorted()
                .toList();
    }

    private Path file(String name) throws IOException {
        Files.createDirectories(folder.resolve("raw"));
        return folder.resolve("raw").resolve(name);
    }

    private void append(String name, String... lines) throws IOException {
        Path file = file(name);
        Files.writeString(
                file,
                String.join("\n", lines).replace('\'', '"') + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_790_000_000L + nights)));
    }

    @Test
    void aTable() throws IOException {
        String source = "path: raw/*.csv, mapping: {span: /id, input: /q, output: /a}";
        append("calls.csv", "id,q,a", "one,hi,yo");
        night(source);
        append("calls.csv", "two,hey,bye");
        night(source);
        assertThat(spans()).containsExactly("one", "two");
        assertThat(night(source).state()).isEqualTo(JobReport.State.NOTHING_NEW);
    }

    @Test
    void aDatabaseThatIsStillOpenWithItsNewestRowsBesideIt() throws Exception {
        String source = "path: 'raw/*.db', mapping: {query: 'select * from calls order by id', span: /id, input: /q}";
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file("calls.db"));
                Statement statement = connection.createStatement()) {
            statement.execute("pragma journal_mode = wal");
            statement.execute("create table calls (id text, q text)");
            statement.execute("insert into calls values ('one', 'hi')");
            night(source);
            assertThat(spans()).containsExactly("one");
            statement.execute("insert into calls values ('two', 'hey')");
            night(source);
            assertThat(spans()).containsExactly("one", "two");
        }
        assertThat(lake.rows(CurationTables.QUARANTINE)).isEmpty();
    }

    @Test
    void aSessionThatGoesOn() throws IOException {
        String source = "path: 'raw/*.jsonl', preset: claude-code";
        String line =
                "{'type':'%s','uuid':'%s','parentUuid':%s,'sessionId':'s','timestamp':'2026-11-01T08:00:0%dZ','message':{'id':'m%2$s','role':'%1$s','content':'%s'}}";
        append(
                "s.jsonl",
                line.formatted("user", "u1", "null", 1, "hi"),
                line.formatted("assistant", "a1", "'u1'", 2, "yo"));
        night(source);
        List<String> first = spans();
        append(
                "s.jsonl",
                line.formatted("user", "u2", "'a1'", 3, "more"),
                line.formatted("assistant", "a2", "'u2'", 4, "so"));
        night(source);
        assertThat(first).hasSize(2).contains("ma1");
        assertThat(spans()).hasSize(3).containsAll(first).contains("ma2");
        assertThat(lake.rows(CurationTables.SPANS))
                .filteredOn(span -> span.spanId().equals(span.traceId()))
                .singleElement()
                .satisfies(run -> assertThat(run.messagesOut().get(0).content()).contains("so"));
    }
}
