package dev.logmill.jobs.command;

import dev.logmill.eval.verdict.Verdict;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.line.Line;
import dev.logmill.jobs.simulate.ModelServer;
import dev.logmill.jobs.simulate.SimulatedSources;
import dev.logmill.jobs.simulate.Simulation;
import dev.logmill.jobs.simulate.SimulationConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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

    @Option(
            names = "--dir",
            paramLabel = "DIR",
            defaultValue = "target/demo",
            description = "Where (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Override
    public Integer call() throws IOException {
        boolean begun = Files.exists(folder.resolve("logmill.yaml"));
        Path config = prepare(folder);
        if (!begun) {
            new Simulation(new SimulationConfig(folder.resolve("raw"), NIGHTS, FIRST, 10_000, 1)).write();
            System.out.printf("Invented three nights of logs under %s%n", folder.resolve("raw"));
        }
        LogmillConfig settings = new ConfigFile(config, Common::environment).read();
        for (int night = 0; night < NIGHTS; night++) {
            new NightRun(settings, FIRST.plusDays(night)).run(Line.jobs());
        }
        try (ModelServer server = ModelServer.start(0)) {
            LogmillConfig models = settings.withModelsAt(server.url());
            for (String candidate : new String[] {"candidate-good", "candidate-poor"}) {
                Verdict verdict = EvaluateCommand.verdict(models, SUITE, candidate, Optional.of("production"));
                EvaluateCommand.print(verdict);
            }
        }
        System.out.printf("""

                Look at
                  %1$s/published/suites/%2$s/latest.json      a versioned suite, its cases beside
                  %1$s/published/datasets/                    versioned datasets, each with a README for Hugging Face
                  logmill status --config %1$s/logmill.yaml   rows by table
                  logmill releases --config %1$s/logmill.yaml everything that was published
                """, folder, SUITE);
        return 0;
    }

    /** A folder that reads simulated logs; what is there already stays. */
    static Path prepare(Path folder) throws IOException {
        Path config = folder.resolve("logmill.yaml");
        if (!Files.exists(config)) {
            InitCommand.make(folder);
            Files.writeString(config, withSources(Files.readString(config)));
        }
        return config;
    }

    private static String withSources(String config) {
        String models = """
                evaluate:
                  models:
                    production: {url: "http://127.0.0.1:1/v1", model: production}
                    candidate-good: {url: "http://127.0.0.1:1/v1", model: candidate-good}
                    candidate-poor: {url: "http://127.0.0.1:1/v1", model: candidate-poor}
                """;
        return config.replace("sources: []\n", SimulatedSources.yaml("raw")).replace("evaluate:\n", models);
    }
}
