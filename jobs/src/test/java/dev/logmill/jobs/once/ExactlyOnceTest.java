package dev.logmill.jobs.once;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.Job;
import dev.logmill.jobs.line.JobRunner;
import dev.logmill.jobs.line.Line;
import dev.logmill.jobs.line.Recovery;
import dev.logmill.jobs.line.SparkApplication;
import dev.logmill.jobs.once.StoppingFileSystem.Moment;
import dev.logmill.jobs.simulate.SimulatedSources;
import dev.logmill.jobs.simulate.Simulation;
import dev.logmill.jobs.simulate.SimulationConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small night, stopped at a write and run again, leaves what an undisturbed night leaves: the same rows, the same
 * published bytes. Here at writes spread over the night; {@code LOGMILL_EVERY_WRITE=1} stops at every one.
 */
class ExactlyOnceTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);
    private static final int SPREAD = 6;

    @TempDir
    Path folder;

    @AfterEach
    void revive() {
        StoppingFileSystem.live();
    }

    @Test
    void aNightThatIsStoppedAnywhereAndRunAgainLeavesTheSame() throws IOException {
        Path raw = folder.resolve("raw");
        new Simulation(new SimulationConfig(raw, 1, NIGHT, 300, 7)).write();
        StoppingFileSystem.live();
        StoppingFileSystem.dieAt(-1, Moment.BEFORE);
        night(folder.resolve("undisturbed"), raw);
        int writes = StoppingFileSystem.writes();
        Map<String, Object> expected = left(folder.resolve("undisturbed"), raw);
        boolean every = "1".equals(System.getenv("LOGMILL_EVERY_WRITE"));
        int step = every ? 1 : Math.max(1, writes / SPREAD);
        int stopped = 0;
        for (int write = 0; write < writes; write += step) {
            for (Moment moment : every
                    ? Moment.values()
                    : new Moment[] {List.of(Moment.values()).get(write % 3)}) {
                Path home = folder.resolve("stopped");
                StoppingFileSystem.dieAt(write, moment);
                stopped += dies(home, raw) ? 1 : 0;
                StoppingFileSystem.live();
                night(home, raw);
                assertThat(left(home, raw))
                        .as("stopped %s write %d of %d", moment, write, writes)
                        .isEqualTo(expected);
                delete(home);
            }
        }
        System.out.printf("stopped at %d of %d writes, each rerun left the same%n", stopped, writes);
        assertThat(stopped).isPositive();
        assertThat(expected.keySet()).anyMatch(name -> name.contains("cases.jsonl"));
    }

    private static boolean dies(Path home, Path raw) {
        try {
            night(home, raw);
            return false;
        } catch (Exception stopped) {
            // Spark throws its own, undeclared, around what a task threw.
            return true;
        }
    }

    private static void night(Path home, Path raw) throws IOException {
        LogmillConfig config = config(home, raw);
        Lake lake = new Lake(config.lake(), config.storage());
        JobRunner runner = new JobRunner(config, lake, AllTables.LIST, ExactlyOnceTest::spark);
        new Recovery(config, lake, runner).run();
        for (Job job : Line.jobs()) {
            runner.run(job, NIGHT);
        }
    }

    private static JavaSparkContext spark() {
        return SparkApplication.start("test", Map.of("spark.master", "local[2]"));
    }

    private static LogmillConfig config(Path home, Path raw) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef");
        Files.writeString(home.resolve("logmill.yaml"), """
                suites: {traffic-rate: 1, failure-rate: 1, min-cases: 1}
                datasets: {min-examples: 1, require-narrow: false}
                storage: {fs.file.impl: dev.logmill.jobs.once.StoppingFileSystem, logmill.test: stopping}
                """ + SimulatedSources.yaml(raw.toString()));
        return new ConfigFile(home.resolve("logmill.yaml"), name -> Optional.empty()).read();
    }

    /** The rows of every table, in one order and without wall time, and the bytes of every published file. */
    private static Map<String, Object> left(Path home, Path raw) throws IOException {
        StoppingFileSystem.live();
        LogmillConfig config = config(home, raw);
        Lake lake = new Lake(config.lake(), StorageSettings.defaults());
        Map<String, Object> left = new TreeMap<>();
        for (Table<?> table : AllTables.LIST) {
            left.put(
                    table.name(),
                    lake.rows(table).stream()
                            .map(row -> row.toString().replaceAll("readAt=[^,]*", ""))
                            .sorted()
                            .collect(Collectors.toList()));
        }
        Path published = Path.of(config.published());
        try (Stream<Path> files = Files.walk(published)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = published.relativize(file).toString();
                if (!name.startsWith(".")) {
                    left.put(name, List.of(Files.readString(file)));
                }
            }
        }
        return left;
    }

    private static void delete(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
