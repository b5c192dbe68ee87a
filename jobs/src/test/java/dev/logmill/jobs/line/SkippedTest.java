package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.config.ConfigFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Log records and metrics that an application sends where it sends its spans. */
class SkippedTest {
    @TempDir
    Path folder;

    @Test
    void aNightSaysHowMuchItSkippedAndKeepsItOutOfTheQuarantine() throws IOException {
        Files.writeString(folder.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef");
        Path raw = Files.createDirectories(folder.resolve("raw"));
        Files.writeString(
                raw.resolve("a.json"),
                ("{'resourceLogs':[{'scopeLogs':[{'logRecords':[{'timeUnixNano':'1','body':{'stringValue':'up'}},"
                                + "{'timeUnixNano':'2','body':{'stringValue':'down'}}]}]}],'resourceMetrics':[{'scopeMetrics':[{'metrics':"
                                + "[{'name':'load'}]}]}],'resourceSpans':[{'scopeSpans':[{'spans':[{'traceId':'5b8efff798038103d269b633813fc60c',"
                                + "'spanId':'eee19b7ec3c1b173','name':'GET /health','startTimeUnixNano':'1795309923120000000'}]}]}]}")
                        .replace('\'', '"'));
        Path yaml = folder.resolve("logmill.yaml");
        Files.writeString(yaml, "sources: [{name: app, dialect: otlp-json, path: 'raw/*.json', project: demo}]\n");
        Lake lake = new Lake(folder.resolve("lake").toString(), StorageSettings.defaults());
        JobReport report = new JobRunner(
                        new ConfigFile(yaml, name -> Optional.empty()).read(),
                        lake,
                        AllTables.LIST,
                        () -> SparkApplication.start("test", Map.of("spark.master", "local[2]")))
                .run(new IngestJob(), LocalDate.of(2026, 11, 25));

        assertThat(report.done().warnings())
                .contains("source app: 3 log records and metrics that tell of no model's call were skipped");
        assertThat(lake.rows(CurationTables.QUARANTINE)).isEmpty();
        assertThat(lake.rows(CurationTables.SPANS)).hasSize(1);
        assertThat(lake.rows(CurationTables.LEDGER)).singleElement().matches(LedgerEntry::reconciles);
    }
}
