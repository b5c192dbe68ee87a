package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nights over Langfuse's blob export: however its files come, the rows are those of an export that was there as a whole. */
class ExportNightsTest {
    private static final String OBSERVATION = "{\"id\":\"o%1$d\",\"trace_id\":\"t%1$d\",\"type\":\"GENERATION\","
            + "\"parent_observation_id\":\"\",\"start_time\":\"2026-10-12 0%1$d:00:00.000000\",\"project_id\":\"prj\","
            + "\"input\":\"Rain?\",\"output\":\"%1$d times\"}\n";
    private static final String SCORE =
            "{\"id\":\"s%1$d\",\"trace_id\":\"t%1$d\",\"name\":\"user-thumb\",\"data_type\":"
                    + "\"BOOLEAN\",\"value\":0,\"string_value\":\"False\",\"timestamp\":\"2026-10-12 0%1$d:30:00.000000\"}\n";
    private static final String TRACE = "{\"id\":\"t%1$d\",\"project_id\":\"prj\",\"name\":\"desk\",\"timestamp\":"
            + "\"2026-10-12T0%1$d:00:00.000Z\"}\n";

    @TempDir
    Path folder;

    private Path home;
    private int nights;

    @BeforeEach
    void begin() {
        home = folder.resolve("under-test");
    }

    private static String stem(int run) {
        return "2026-10-12T0%d-00-00".formatted(run);
    }

    /** Windows share their bounds: each run repeats the last row of the run before it. */
    private static String observations(int run) {
        return OBSERVATION.formatted(run - 1) + OBSERVATION.formatted(run);
    }

    private static String manifest(int run) {
        List<String> files = Stream.of("observations_v2", "scores")
                .map(table -> "{\"key\":\"exports/prj/%s/%s.jsonl\",\"table\":\"%s\",\"sizeBytes\":%d,\"rowCount\":2}"
                        .formatted(
                                table,
                                stem(run),
                                table,
                                (table.equals("scores") ? SCORE.formatted(run) : observations(run))
                                        .getBytes(StandardCharsets.UTF_8)
                                        .length))
                .toList();
        return "{\"version\":1,\"projectId\":\"prj\",\"window\":{\"minTimestamp\":\"2026-10-12T0%d:00:00.000Z\",\"maxTimestamp\":\"2026-10-12T0%d:00:00.000Z\"},\"tables\":[\"scores\",\"observations_v2\"],\"files\":[%s]}"
                .formatted(run - 1, run, String.join(",", files));
    }

    private void write(String name, String content) throws IOException {
        Path file = home.resolve("exports/prj").resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        // The etag of a file is its size and its time, and two contents may be of one size.
        Files.setLastModifiedTime(
                file, java.nio.file.attribute.FileTime.from(Instant.ofEpochSecond(1_790_000_000L + nights)));
    }

    private void observationsOf(int run) throws IOException {
        write("observations_v2/" + stem(run) + ".jsonl", observations(run));
    }

    private void scoresOf(int run) throws IOException {
        write("scores/" + stem(run) + ".jsonl", SCORE.formatted(run));
    }

    private void manifestOf(int run) throws IOException {
        write("manifests/" + stem(run) + ".json", manifest(run));
    }

    private void run(int run) throws IOException {
        observationsOf(run);
        scoresOf(run);
        manifestOf(run);
    }

    private LogmillConfig config() throws IOException {
        Path yaml = home.resolve("logmill.yaml");
        Files.createDirectories(home);
        Files.writeString(home.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef");
        Files.writeString(yaml, "sources: [{name: app, path: 'exports/**/*', dialect: langfuse}]\n");
        return new ConfigFile(yaml, name -> Optional.empty()).read();
    }

    private Lake lake() {
        return new Lake(home.resolve("lake").toString(), StorageSettings.defaults());
    }

    private JobReport night(String asOf) throws IOException {
        nights++;
        return new JobRunner(
                        config(),
                        lake(),
                        AllTables.LIST,
                        () -> SparkApplication.start("test", Map.of("spark.master", "local[2]")))
                .run(new IngestJob(), LocalDate.parse(asOf));
    }

    /** What the lake holds, without when and by which object it came; every record accounted for. */
    private List<String> rows() {
        assertThat(lake().rows(CurationTables.LEDGER)).allMatch(LedgerEntry::reconciles);
        assertThat(lake().rows(CurationTables.QUARANTINE)).isEmpty();
        List<String> rows = new ArrayList<>();
        lake().rows(CurationTables.SPANS)
                .forEach(span -> rows.add(span.recorded("", LocalDate.EPOCH, 0).toString()));
        lake().rows(CurationTables.SIGNALS)
                .forEach(signal -> rows.add(
                        signal.recorded("", Instant.EPOCH, LocalDate.EPOCH, 0).toString()));
        rows.sort(String::compareTo);
        return rows;
    }

    private List<String> undisturbed() throws IOException {
        Path kept = home;
        home = folder.resolve("undisturbed");
        run(1);
        run(2);
        run(3);
        night("2026-10-12");
        List<String> rows = rows();
        home = kept;
        assertThat(rows).hasSize(4 + 3);
        return rows;
    }

    private List<String> warnings(JobReport report) {
        return report.done().warnings();
    }

    @Test
    void aLateManifest() throws IOException {
        run(1);
        run(2);
        observationsOf(3);
        scoresOf(3);
        assertThat(warnings(night("2026-10-12")))
                .containsExactly("source app: the run of 2026-10-12T03:00:00Z has no manifest yet: 2 files of it wait");
        assertThat(rows()).hasSize(3 + 2);
        JobReport idle = night("2026-10-13");
        assertThat(idle.state()).isEqualTo(JobReport.State.NOTHING_NEW);
        assertThat(warnings(idle)).as("told where nothing else is new, too").hasSize(1);
        manifestOf(3);
        assertThat(warnings(night("2026-10-13"))).isEmpty();
        assertThat(rows()).isEqualTo(undisturbed());
    }

    @Test
    void aManifestThatNeverComes() throws IOException {
        run(1);
        run(2);
        observationsOf(3);
        scoresOf(3);
        night("2026-10-12");
        assertThat(warnings(night("2026-10-15"))).isEmpty();
        assertThat(rows()).isEqualTo(undisturbed());
    }

    @Test
    void aManifestThatNamesAFileWhichNeverComes() throws IOException {
        run(1);
        run(3);
        observationsOf(2);
        manifestOf(2);
        String told = "source app: the manifest of 2026-10-12T02:00:00Z names what is not there: 1 file";
        assertThat(warnings(night("2026-10-12"))).containsExactly(told);
        assertThat(warnings(night("2026-10-13"))).containsExactly(told);
        assertThat(rows()).hasSize(4 + 2).isSubsetOf(undisturbed());
        assertThat(warnings(night("2026-10-15"))).containsExactly(told);
        assertThat(warnings(night("2026-10-16"))).as("waited for no longer").isEmpty();
        scoresOf(2);
        night("2026-10-20");
        assertThat(rows()).as("once it came after all").isEqualTo(undisturbed());
    }

    @Test
    void aWindowThatIsExportedAgain() throws IOException {
        run(1);
        run(2);
        run(3);
        night("2026-10-12");
        write("observations_v2/" + stem(2) + ".jsonl", OBSERVATION.formatted(2) + OBSERVATION.formatted(1));
        scoresOf(2);
        manifestOf(2);
        assertThat(warnings(night("2026-10-13"))).isEmpty();
        assertThat(rows()).isEqualTo(undisturbed());
    }

    @Test
    void anExportThatIsHalfWritten() throws IOException {
        // As a copy goes along by names: the manifests are there first.
        manifestOf(1);
        manifestOf(2);
        manifestOf(3);
        observationsOf(1);
        String half = observations(2);
        write("observations_v2/" + stem(2) + ".jsonl", half.substring(0, half.length() * 3 / 4));
        assertThat(warnings(night("2026-10-12")))
                .containsExactly(
                        "source app: the manifest of 2026-10-12T01:00:00Z names what is not there: 1 file",
                        "source app: the manifest of 2026-10-12T02:00:00Z names what is not there: 1 file",
                        "source app: smaller than the manifest of 2026-10-12T02:00:00Z says, as if half written: 1 file",
                        "source app: the manifest of 2026-10-12T03:00:00Z names what is not there: 2 files");
        assertThat(rows()).hasSize(2);
        run(1);
        run(2);
        run(3);
        assertThat(warnings(night("2026-10-13"))).isEmpty();
        assertThat(rows()).isEqualTo(undisturbed());
    }

    @Test
    void theLegacyLayoutBesideTheEnrichedOne() throws IOException {
        write("DEPRECATION_NOTICE.txt", "This export ends soon.");
        for (int run = 1; run <= 3; run++) {
            run(run);
            write("traces/" + stem(run) + ".jsonl", TRACE.formatted(run));
            UnaryOperator<String> legacy = row -> row.replace("\"output\":", "\"end_time\":null,\"output\":");
            write("observations/" + stem(run) + ".jsonl", legacy.apply(observations(run)));
        }
        assertThat(warnings(night("2026-10-12")))
                .containsExactly("source app: left out as observations_v2 says the same and more: 6 files of traces and"
                        + " observations");
        assertThat(rows()).isEqualTo(undisturbed());
        JobReport again = night("2026-10-13");
        assertThat(again.state()).isEqualTo(JobReport.State.NOTHING_NEW);
        assertThat(warnings(again)).isEmpty();
    }

    @Test
    void aWindowThatIsLost() throws IOException {
        run(1);
        run(3);
        assertThat(warnings(night("2026-10-12")))
                .containsExactly("source app: the export has a gap: nothing from 2026-10-12T01:00:00Z to"
                        + " 2026-10-12T02:00:00Z");
        assertThat(warnings(night("2026-10-13"))).as("told once").isEmpty();
    }
}
