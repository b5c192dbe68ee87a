package dev.logmill.jobs.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.management.OperatingSystemMXBean;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.ingest.LedgerEntry;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.privacy.Redaction;
import dev.logmill.curation.table.Table;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.IngestJob;
import dev.logmill.jobs.line.JobRunner;
import dev.logmill.jobs.line.SparkApplication;
import dev.logmill.jobs.simulate.Simulation;
import dev.logmill.jobs.simulate.SimulationConfig;
import dev.logmill.jobs.sniff.Unredacted;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * The ingest job over the same calls as each logging system writes them: from an object on disk to a committed Delta table, in MB of
 * text (10^6 bytes) a CPU second of the whole process, Spark and garbage collection among it; with identifiers replaced and
 * without. The first run, before which the JVM has compiled nothing, is told apart: a small night is like it, a large one like
 * those behind. Beside it what DuckDB and pyarrow take to bring the same object into Parquet as it is.
 */
public final class DialectBench {
    /** A run before the measured ones at least; at most so many, as long as the compiler of the JVM has much to do. */
    private static final int MOST_RUNS_BEFORE = 8;

    /** Milliseconds of compiling a CPU second, below which a run is like any run of a large night. */
    private static final double COMPILED = 100;

    private final Path folder;
    private final int spans;
    private final Anchors anchors;
    private final List<Table<?>> tables;
    private final int runs;

    /**
     * @param folder the bench's own; what is in it goes
     * @param spans of the simulated night whose calls are used
     * @param tables every table of a lake
     */
    public DialectBench(Path folder, int spans, Anchors anchors, List<Table<?>> tables, int runs) {
        this.folder = folder.toAbsolutePath();
        this.spans = spans;
        this.anchors = anchors;
        this.tables = tables;
        this.runs = runs;
    }

    /** Measures and prints; gives the figures. */
    public Map<String, Spread> run(PrintStream out) throws IOException {
        BenchNight.delete(folder);
        Path gateway = folder.resolve("simulated");
        new Simulation(new SimulationConfig(gateway, 1, BenchNight.DATE, spans, 2)).write();
        List<LoggedCall> calls = calls();
        Map<String, Spread> figures = new TreeMap<>();
        out.printf(
                "%nIngest to Delta, MB of text a CPU second of the process, %d calls, %d runs each:%n",
                calls.size(), runs);
        out.printf(
                "  %-11s %5s  %-20s %-20s %-20s %s%n",
                "dialect", "MB", "redacted", "not redacted", "DuckDB", "pyarrow");
        for (LogForm form : LogForm.values()) {
            Path object = write(form, calls);
            double megabytes = Files.size(object) / 1e6;
            LogmillConfig config = config(form);
            Spread redacted = spread(megabytes, config, calls.size());
            Spread plain = spread(megabytes, config.withRedaction(unredacted(config)), calls.size());
            Optional<Spread> duckdb = anchors.speed("duckdb", object, folder, runs);
            Optional<Spread> pyarrow = anchors.speed("pyarrow", object, folder, runs);
            out.printf(
                    "  %-11s %5.1f  %-20s %-20s %-20s %s%n",
                    form.dialect(), megabytes, redacted, plain, shown(duckdb), shown(pyarrow));
            figures.put(form.dialect() + ": redacted", redacted);
            figures.put(form.dialect() + ": not redacted", plain);
            duckdb.ifPresent(speed -> figures.put(form.dialect() + ": DuckDB", speed));
            pyarrow.ifPresent(speed -> figures.put(form.dialect() + ": pyarrow", speed));
        }
        anchors.missing().forEach(missing -> out.printf("  not measured: %s%n", missing));
        return figures;
    }

    /** What was last said to a model and what it answered, each once: texts as redaction meets them. */
    public List<String> texts() throws IOException {
        Set<String> texts = new LinkedHashSet<>();
        for (LoggedCall call : calls()) {
            JsonNode asked = call.request().path("messages");
            texts.add(asked.path(asked.size() - 1).path("content").asText());
            texts.add(call.message().path("content").asText());
        }
        texts.remove("");
        return List.copyOf(texts);
    }

    private static String shown(Optional<Spread> speed) {
        return speed.map(Spread::toString).orElse("-");
    }

    private List<LoggedCall> calls() throws IOException {
        List<LoggedCall> calls = new ArrayList<>();
        for (Path object : BenchNight.files(folder.resolve("simulated"))) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(object)), StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    LoggedCall.of(line).ifPresent(calls::add);
                }
            }
        }
        return calls;
    }

    private Path write(LogForm form, List<LoggedCall> calls) throws IOException {
        Path object = folder.resolve(form.dialect()).resolve("raw").resolve(form.object());
        Files.createDirectories(object.getParent());
        try (BufferedWriter lines = Files.newBufferedWriter(object)) {
            for (LoggedCall call : calls) {
                lines.write(form.record(call).toString());
                lines.write('\n');
            }
        }
        return object;
    }

    private LogmillConfig config(LogForm form) throws IOException {
        Path home = folder.resolve(form.dialect());
        Files.writeString(home.resolve("pseudonym.key"), "a key of the benchmark and of nothing else");
        Path yaml = home.resolve("logmill.yaml");
        Files.writeString(yaml, "sources: [%s]%n".formatted(form.source("raw")));
        return new ConfigFile(yaml, name -> Optional.empty()).read();
    }

    private static Map<String, Redaction> unredacted(LogmillConfig config) {
        Map<String, Redaction> none = new TreeMap<>(config.redaction());
        none.replaceAll((source, redaction) -> new Unredacted());
        return none;
    }

    private Spread spread(double megabytes, LogmillConfig config, int calls) {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        double share = Double.MAX_VALUE;
        for (int before = 0; before < MOST_RUNS_BEFORE && share > COMPILED; before++) {
            long compiled = compiler.getTotalCompilationTime();
            double seconds = ingest(config, calls);
            share = (compiler.getTotalCompilationTime() - compiled) / seconds;
        }
        List<Double> speeds = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            speeds.add(megabytes / ingest(config, calls));
        }
        return Spread.of(speeds);
    }

    private double ingest(LogmillConfig config, int calls) {
        BenchNight.delete(Path.of(config.lake()));
        Lake lake = new Lake(config.lake(), config.storage());
        JobRunner runner =
                new JobRunner(config, lake, tables, () -> SparkApplication.start("logmill bench", config.spark()));
        OperatingSystemMXBean process = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long begun = process.getProcessCpuTime();
        runner.run(new IngestJob(), BenchNight.DATE);
        double seconds = (process.getProcessCpuTime() - begun) / 1e9;
        long stored = lake.rows(CurationTables.LEDGER).stream()
                .mapToLong(LedgerEntry::stored)
                .sum();
        if (stored < calls * 0.99) {
            throw new IllegalStateException("Of %d calls only %d were stored".formatted(calls, stored));
        }
        return seconds;
    }
}
