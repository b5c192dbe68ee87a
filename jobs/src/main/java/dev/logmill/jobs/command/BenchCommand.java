package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.PrivacyFailure;
import dev.logmill.jobs.bench.Anchors;
import dev.logmill.jobs.bench.BenchNight;
import dev.logmill.jobs.bench.DialectBench;
import dev.logmill.jobs.bench.FloorBench;
import dev.logmill.jobs.bench.IngestBench;
import dev.logmill.jobs.bench.RedactionBench;
import dev.logmill.jobs.bench.Spread;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What Logmill costs beside what it cannot cost less than, side by side in one run. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description =
                "Measure a small night beside a bare Spark job, and how fast logs are read. Leave the machine alone meanwhile.")
final class BenchCommand implements Callable<Integer> {
    /** An object of 50 MB: less of what is measured is how a job begins and ends. */
    private static final int CALLS_FACTOR = 5;

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "target/bench",
            description = "Where (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Option(
            names = "--spans",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Spans of the night (default: ${DEFAULT-VALUE}).")
    private int spans;

    @Option(
            names = "--runs",
            paramLabel = "N",
            defaultValue = "5",
            description = "Runs of each (default: ${DEFAULT-VALUE}).")
    private int runs;

    @Option(
            names = "--python",
            paramLabel = "PYTHON",
            defaultValue = "python3",
            description = "Python with duckdb, pyarrow, datatrove and py-data-juicer, to measure them beside; what of"
                    + " them is not there is said (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private String python;

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (runs < 1 || spans < 1) {
            throw new CommandFailure.Usage(
                    "--runs and --spans must be at least 1, were %d and %d".formatted(runs, spans));
        }
        // What it simulates, runs and empties again lies in a folder of its own: DIR may hold anything.
        Path own = folder.resolve("bench-night");
        OwnFolder.claim(own, "bench");
        Path config = DemoCommand.prepare(own);
        BenchNight night = BenchNight.make(own, config, spans);
        LogmillConfig settings = new ConfigFile(config, CommonOptions::environment).read();
        ObjectNode figures = Json.MAPPER.createObjectNode();
        add(figures, "ingest", new IngestBench(night, settings, runs).run(System.out));
        DialectBench dialects = new DialectBench(
                own.resolve("dialects"), CALLS_FACTOR * spans, new Anchors(python), AllTables.LIST, runs);
        add(figures, "dialects", dialects.run(System.out));
        add(figures, "redaction", redaction(own, dialects.texts()));
        add(figures, "night", new FloorBench(night, launcher(), runs).run(System.out));
        common.summarise(figures);
        return 0;
    }

    private Map<String, Spread> redaction(Path own, List<String> texts) throws IOException {
        try {
            return new RedactionBench(own.resolve("texts"), new Anchors(python), runs).run(texts, System.out);
        } catch (PrivacyFailure failed) {
            throw new CommandFailure("A text could not be checked (%s)".formatted(failed.detector()));
        }
    }

    private static void add(ObjectNode figures, String part, Map<String, Spread> measured) {
        figures.set(part, Json.MAPPER.valueToTree(measured));
    }

    /** The launcher that started this; a night is measured as a user starts it. */
    private static Path launcher() {
        String launcher = System.getProperty("logmill.launcher");
        if (launcher == null) {
            throw new CommandFailure.Usage("bench measures the launcher: start it as ./logmill bench");
        }
        return Path.of(launcher);
    }
}
