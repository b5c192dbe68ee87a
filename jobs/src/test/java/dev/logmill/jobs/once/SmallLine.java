package dev.logmill.jobs.once;

import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.lake.StorageSettings;
import dev.logmill.curation.night.Journal;
import dev.logmill.curation.night.OpenJob;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.command.AllTables;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.Job;
import dev.logmill.jobs.line.JobReport;
import dev.logmill.jobs.line.Line;
import dev.logmill.jobs.line.LineRun;
import dev.logmill.jobs.line.SparkApplication;
import dev.logmill.jobs.simulate.SimulatedSources;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.spark.api.java.JavaSparkContext;

/** The line over a small lake in a folder of its own. Two datasets and one suite an agent, as soon as there is a row. */
final class SmallLine {
    /** Begins the name of what is left in a table. */
    static final String TABLE = "table ";

    private static final String SETTINGS = """
            suites: {traffic-rate: 1, failure-rate: 1, min-cases: 1, move-groups-up-to: 1000}
            datasets:
              min-examples: 1
              require-narrow: false
              sets:
                - {name: orders, agents: [order-tools], targets: [trl]}
                - {name: others, agents: [assistant, docs-answerer, sql-writer, ticket-router], targets: [openai]}
            """;

    private final Path home;
    private final LogmillConfig config;
    private final Map<String, String> spark;

    private SmallLine(Path home, LogmillConfig config, Map<String, String> spark) {
        this.home = home;
        this.config = config;
        this.spark = spark;
    }

    /** A line that reads these logs; {@code storage} is a block of YAML. */
    static SmallLine over(Path raw, Path home, String storage, Map<String, String> spark) throws IOException {
        Files.createDirectories(home);
        Files.writeString(home.resolve("pseudonym.key"), "0123456789abcdef0123456789abcdef");
        Path file = home.resolve("logmill.yaml");
        Files.writeString(
                file, "%sstorage: %s\n%s".formatted(SETTINGS, storage, SimulatedSources.yaml(raw.toString())));
        return new SmallLine(home, read(file), spark);
    }

    LogmillConfig config() {
        return config;
    }

    /** The rows of a table. */
    <R> List<R> lakeRows(Table<R> table) {
        return new Lake(config.lake(), config.storage()).rows(table);
    }

    /** A copy of this line at another place. */
    SmallLine at(Path other) {
        return new SmallLine(other, read(other.resolve("logmill.yaml")), spark);
    }

    /** This line, with something else in its configuration from now on. */
    SmallLine withSettings(String written, String wanted) throws IOException {
        Path file = home.resolve("logmill.yaml");
        Files.writeString(file, Files.readString(file).replace(written, wanted));
        return at(home);
    }

    private static LogmillConfig read(Path file) {
        return new ConfigFile(file, name -> Optional.empty()).read();
    }

    /** One process that runs a whole night. */
    List<JobReport> night(LocalDate asOf) {
        return process(Line.jobs(), asOf, Watch.NOTHING);
    }

    /** What a process is at: told after it has undone what it found, and after each of its jobs. */
    record Watch(Runnable recovered, Runnable closed) {
        static final Watch NOTHING = new Watch(() -> {}, () -> {});
    }

    /** One process that runs the first jobs of a night; after the last one every table is there. */
    List<JobReport> process(List<Job> jobs, LocalDate asOf, Watch watch) {
        Lake lake = new Lake(config.lake(), config.storage());
        List<JobReport> reports = new ArrayList<>();
        new LineRun(config, lake, AllTables.LIST, () -> spark(spark)).run(jobs, asOf, new LineRun.Watch() {
            @Override
            public void recovered(Optional<OpenJob> undone) {
                watch.recovered().run();
            }

            @Override
            public void begins(Job job) {}

            @Override
            public void ended(JobReport report) {
                reports.add(report);
                watch.closed().run();
            }
        });
        return reports;
    }

    /** The Spark of these settings; one that runs with others makes way for it. */
    static JavaSparkContext spark(Map<String, String> settings) {
        JavaSparkContext running = SparkApplication.start("test", settings);
        boolean same = settings.entrySet().stream()
                .allMatch(one -> running.getConf().get(one.getKey(), "").equals(one.getValue()));
        if (same) {
            return running;
        }
        running.stop();
        return SparkApplication.start("test", settings);
    }

    /** The rows of every table in one order, the bytes of every published file, and how far each job has come. */
    Map<String, List<String>> left() throws IOException {
        return left(row -> row);
    }

    /** As {@link #left()}, with each row as {@code seen}. */
    Map<String, List<String>> left(UnaryOperator<String> seen) throws IOException {
        Lake lake = new Lake(config.lake(), StorageSettings.defaults());
        Map<String, List<String>> left = new TreeMap<>();
        for (Table<?> table : AllTables.LIST) {
            left.put(TABLE + table.name(), rows(lake, table, seen));
        }
        Journal journal = new Journal(lake);
        left.put(
                "journal",
                List.of(journal.progress().toString(), journal.unfinished().toString()));
        Path published = Path.of(config.published());
        for (Path file : files(published)) {
            left.put(published.relativize(file).toString(), List.of(Files.readString(file, StandardCharsets.UTF_8)));
        }
        return left;
    }

    private static List<String> rows(Lake lake, Table<?> table, UnaryOperator<String> seen) {
        return lake.rows(table).stream()
                // The only wall time in the lake.
                .map(row -> seen.apply(row.toString().replaceAll("readAt=[^,]*", "")))
                .sorted()
                .toList();
    }

    /** What is there once and not the other time, a line each. */
    static List<String> differences(Map<String, List<String>> expected, Map<String, List<String>> left) {
        if (expected.equals(left)) {
            return List.of();
        }
        Set<String> names = new TreeSet<>(expected.keySet());
        names.addAll(left.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            List<String> missing = new ArrayList<>(expected.getOrDefault(name, List.of()));
            List<String> extra = new ArrayList<>(left.getOrDefault(name, List.of()));
            left.getOrDefault(name, List.of()).forEach(missing::remove);
            expected.getOrDefault(name, List.of()).forEach(extra::remove);
            missing.forEach(row -> differences.add("%s: missing %s".formatted(name, row)));
            extra.forEach(row -> differences.add("%s: too much %s".formatted(name, row)));
        }
        return differences;
    }

    /** The lake and what is published, as it is now. */
    Path save(Path folder) throws IOException {
        remove(folder);
        copy(home, folder);
        return folder;
    }

    /** Puts back what was saved. */
    void restore(Path folder) throws IOException {
        remove(home);
        copy(folder, home);
    }

    /** Every file below a folder, and its bytes' digest. */
    static List<Path> files(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }

    static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }
}
