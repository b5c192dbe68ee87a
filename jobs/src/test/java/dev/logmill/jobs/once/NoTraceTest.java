package dev.logmill.jobs.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.lake.Lake;
import dev.logmill.jobs.line.JobReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What leaves no trace in the rows of the tables and in the released bytes: how records came, and how they were worked
 * off. Two nights each time, of one configuration at one place.
 *
 * <p>Where the objects are others, the table about objects may differ: {@code ledger} (path, etag, bytes, and which of
 * several objects a record counts for); and in {@code quarantine} the object and position that a record was first met at.
 * All else is compared whole.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class NoTraceTest {
    private static final List<String> SOURCES = List.of("app", "feedback", "gateway");
    private static final List<LocalDate> NIGHTS = List.of(SmallLogs.FIRST, SmallLogs.SECOND);
    private static final Map<String, String> TWO_CORES =
            Map.of("spark.master", "local[2]", "spark.default.parallelism", "2");

    private Path folder;
    private Path raw;
    private Path logs;
    private Map<String, List<String>> expected = Map.of();
    private long expectedStored;

    @BeforeAll
    void anUndisturbedLine(@TempDir Path shared) throws IOException {
        folder = shared;
        raw = folder.resolve("raw");
        SmallLogs.write(raw, 40);
        Path object = object("gateway", SmallLogs.FIRST, "part-1");
        List<String> lines = new ArrayList<>(SmallLogs.lines(object));
        lines.add("{\"cut off");
        SmallLogs.write(object, lines);
        logs = folder.resolve("logs");
        SmallLine.copy(raw, logs);
        SmallLine line = run(TWO_CORES);
        expected = line.left();
        expectedStored = stored(line);
        assertThat(expected.keySet()).anyMatch(name -> name.endsWith("cases.jsonl"));
        assertThat(expected.keySet()).anyMatch(name -> name.contains("train"));
        assertThat(expected.get(SmallLine.TABLE + CurationTables.QUARANTINE.name()))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"local[1],1", "local[2],7"})
    void partitionsAndCores(String master, String partitions) throws IOException {
        asTheyWere();

        SmallLine line = run(Map.of("spark.master", master, "spark.default.parallelism", partitions));

        assertThat(SmallLine.differences(expected, line.left())).isEmpty();
    }

    @Test
    void theSameObjectUnderAnotherNameTheSameNightAndTheNext() throws IOException {
        asTheyWere();
        for (String source : SOURCES) {
            for (LocalDate night : NIGHTS) {
                Files.copy(object(source, night, "part-0", "part-1"), object(source, night, "again"));
            }
            Files.copy(object(source, SmallLogs.FIRST, "again"), object(source, SmallLogs.SECOND, "once-more"));
        }

        assertSame(run(TWO_CORES));
    }

    @Test
    void aNightBetweenThatBringsOnlyWhatIsKnown() throws IOException {
        asTheyWere();
        SmallLine.remove(folder.resolve("home"));
        SmallLine line = SmallLine.over(raw, folder.resolve("home"), "{}", TWO_CORES);
        SmallLine.spark(TWO_CORES);
        line.night(SmallLogs.FIRST);
        for (String source : SOURCES) {
            Path known = object(source, SmallLogs.FIRST, "part-0", "part-1");
            List<String> lines = SmallLogs.lines(known);
            SmallLogs.write(object(source, SmallLogs.FIRST, "again"), lines.subList(0, lines.size() / 2));
        }

        List<JobReport> between = line.night(SmallLogs.FIRST);

        assertThat(between.get(0).done().counts().get("duplicates")).isPositive();
        assertThat(between.subList(1, between.size()))
                .allMatch(report -> report.state() == JobReport.State.NOTHING_NEW);
        line.night(SmallLogs.SECOND);
        assertSame(line);
    }

    @Test
    void overlappingWindows() throws IOException {
        asTheyWere();
        for (String source : SOURCES) {
            List<String> lines = lines(source, SmallLogs.FIRST);
            SmallLogs.write(object(source, SmallLogs.FIRST, "window"), lines.subList(0, lines.size() / 2));
            SmallLogs.write(object(source, SmallLogs.SECOND, "window"), lines.subList(lines.size() / 4, lines.size()));
        }

        assertSame(run(TWO_CORES));
    }

    @Test
    void theOrderOfLinesWithinAndAcrossObjects() throws IOException {
        asTheyWere();
        for (String source : SOURCES) {
            for (LocalDate night : NIGHTS) {
                List<String> lines = lines(source, night);
                Collections.shuffle(lines, new Random(5));
                SmallLine.remove(raw.resolve(source).resolve(night.toString()));
                int half = lines.size() / 2;
                SmallLogs.write(object(source, night, "a"), lines.subList(0, half));
                SmallLogs.write(object(source, night, "b"), lines.subList(half, lines.size()));
            }
        }

        assertSame(run(TWO_CORES));
    }

    @Test
    void anEarlierNightRunAgain() throws IOException {
        asTheyWere();
        SmallLine line = run(TWO_CORES);
        Map<String, String> bytes = bytes();

        List<JobReport> first = line.night(SmallLogs.FIRST);
        List<JobReport> second = line.night(SmallLogs.SECOND);

        assertThat(first).allMatch(report -> report.state() == JobReport.State.EARLIER_NIGHT);
        assertThat(second).allMatch(report -> report.state() == JobReport.State.NOTHING_NEW);
        assertThat(bytes()).isEqualTo(bytes);
    }

    private SmallLine run(Map<String, String> spark) throws IOException {
        SmallLine.remove(folder.resolve("home"));
        SmallLine line = SmallLine.over(raw, folder.resolve("home"), "{}", spark);
        // A context that runs keeps its settings; these need one of their own.
        SmallLine.spark(spark);
        NIGHTS.forEach(line::night);
        return line;
    }

    private void assertSame(SmallLine line) throws IOException {
        Map<String, List<String>> left = line.left();
        assertThat(SmallLine.differences(notOfObjects(expected), notOfObjects(left)))
                .isEmpty();
        // Each record counts once, for whichever object.
        assertThat(stored(line)).isEqualTo(expectedStored);
        assertThat(left.get(SmallLine.TABLE + CurationTables.LEDGER.name()))
                .isNotEqualTo(expected.get(SmallLine.TABLE + CurationTables.LEDGER.name()));
    }

    private static Map<String, List<String>> notOfObjects(Map<String, List<String>> left) {
        Map<String, List<String>> rest = new TreeMap<>(left);
        rest.remove(SmallLine.TABLE + CurationTables.LEDGER.name());
        rest.computeIfPresent(SmallLine.TABLE + CurationTables.QUARANTINE.name(), (table, rows) -> rows.stream()
                .map(row -> row.replaceAll("object=[^,]*, objectKey=[^,]*, position=[0-9]+", ""))
                .sorted()
                .toList());
        return rest;
    }

    private static long stored(SmallLine line) {
        return new Lake(line.config().lake(), line.config().storage())
                .rows(CurationTables.LEDGER).stream()
                        .mapToLong(LedgerEntry::stored)
                        .sum();
    }

    private void asTheyWere() throws IOException {
        SmallLine.remove(raw);
        SmallLine.copy(logs, raw);
    }

    private Path object(String source, LocalDate night, String name) {
        return raw.resolve("%s/%s/%s.jsonl.gz".formatted(source, night, name));
    }

    private Path object(String source, LocalDate night, String name, String otherwise) {
        Path object = object(source, night, name);
        return Files.exists(object) ? object : object(source, night, otherwise);
    }

    private List<String> lines(String source, LocalDate night) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Path object : SmallLine.files(raw.resolve(source).resolve(night.toString()))) {
            lines.addAll(SmallLogs.lines(object));
        }
        return lines;
    }

    private Map<String, String> bytes() throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        for (Path file : SmallLine.files(folder.resolve("home"))) {
            bytes.put(file.toString(), Digest.sha256(Files.readAllBytes(file)));
        }
        return bytes;
    }
}
