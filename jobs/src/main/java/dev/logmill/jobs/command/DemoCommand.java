package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.eval.run.Freshness;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.Line;
import dev.logmill.jobs.simulate.ModelServer;
import dev.logmill.jobs.simulate.SimulatedSources;
import dev.logmill.jobs.simulate.Simulation;
import dev.logmill.jobs.simulate.SimulationConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The whole loop on invented logs: three nights, and two candidates judged. Run again it does nothing twice. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Try everything: invent three nights of logs, run them, judge two candidate models.")
final class DemoCommand implements Callable<Integer> {
    private static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    private static final int NIGHTS = 3;
    private static final String SUITE = "order-tools";

    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "target/demo",
            description = "Where (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        OwnFolder own = OwnFolder.claim(folder, "demo");
        Path config = folder.resolve("logmill.yaml");
        if (!own.isWhole()) {
            prepare(folder);
            Files.writeString(config, drawingAll(Files.readString(config)));
            new Simulation(new SimulationConfig(folder.resolve("raw"), NIGHTS, FIRST, 10_000, 1)).write();
            own.whole();
            System.out.printf("Invented three nights of logs under %s%n", folder.resolve("raw"));
        }
        LogmillConfig settings = new ConfigFile(config, CommonOptions::environment).read();
        ObjectNode summary = Json.MAPPER.createObjectNode();
        ArrayNode nights = summary.putArray("nights");
        for (int night = 0; night < NIGHTS; night++) {
            LocalDate asOf = FIRST.plusDays(night);
            NightRun run = new NightRun(settings, asOf);
            run.run(Line.jobs());
            nights.add(run.summary());
        }
        ArrayNode verdicts = summary.putArray("verdicts");
        try (ModelServer server = server(settings)) {
            LogmillConfig models = settings.withModelsAt(server.url());
            for (String candidate : new String[] {"candidate-good", "candidate-poor"}) {
                VerdictReport report = VerdictReport.of(
                        Evaluation.of(models, SUITE, candidate, Optional.of("production"), Freshness.KEPT)
                                .run());
                report.print();
                verdicts.add(report.json());
            }
        }
        System.out.printf("""

                Look at
                  %1$s/published/suites/%2$s/latest.json      a versioned suite, its cases beside
                  %1$s/published/datasets/                    versioned datasets, each with a README for Hugging Face
                  logmill status --config %1$s/logmill.yaml   rows by table
                  logmill releases --config %1$s/logmill.yaml everything that was published
                Judge a model by hand: start the models in one terminal, ask them in another
                  logmill simulate --serve %3$d
                  logmill evaluate --suite %2$s --candidate candidate-same --baseline production --config %1$s/logmill.yaml
                """, folder, SUITE, port(settings).orElse(0));
        common.summarise(summary);
        return 0;
    }

    /** Makes a folder of our own one that reads simulated logs. */
    static Path prepare(Path folder) throws IOException {
        InitCommand.make(folder);
        Path config = folder.resolve("logmill.yaml");
        Files.writeString(config, withSources(Files.readString(config), freeAddress()));
        return config;
    }

    /** An address for the models that stays: what they answered there is not asked again when the demo runs again. */
    private static String freeAddress() {
        try (ModelServer probe = ModelServer.start(0)) {
            return probe.url();
        }
    }

    private static Optional<Integer> port(LogmillConfig settings) {
        return settings.evaluate().models().values().stream()
                .map(model -> URI.create(model.url()).getPort())
                .findFirst();
    }

    private static ModelServer server(LogmillConfig settings) {
        try {
            return ModelServer.start(port(settings).orElse(0));
        } catch (UncheckedIOException taken) {
            return ModelServer.start(0);
        }
    }

    /** Draws every run on the test side: three nights are few to judge a model by. */
    private static String drawingAll(String config) {
        return config.replace("suites:\n", "suites:\n  traffic-rate: 1\n");
    }

    private static String withSources(String config, String url) {
        String models = """
                evaluate:
                  models:
                    production: {url: "%1$s", model: production}
                    candidate-good: {url: "%1$s", model: candidate-good}
                    candidate-poor: {url: "%1$s", model: candidate-poor}
                    candidate-same: {url: "%1$s", model: candidate-same}
                """.formatted(url);
        return config.replace("sources: []\n", SimulatedSources.yaml("raw")).replace("evaluate:\n", models);
    }
}
