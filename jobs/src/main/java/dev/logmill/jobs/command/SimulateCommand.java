package dev.logmill.jobs.command;

import dev.logmill.curation.json.Json;
import dev.logmill.jobs.simulate.ModelServer;
import dev.logmill.jobs.simulate.SimulatedFolder;
import dev.logmill.jobs.simulate.SimulatedSources;
import dev.logmill.jobs.simulate.Simulation;
import dev.logmill.jobs.simulate.SimulationConfig;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Invented logs to try things on, with the truth beside them. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Invent the logs of several agents; the truth goes beside, to OUT.truth. Or serve their models.")
final class SimulateCommand implements Callable<Integer> {
    @Mixin
    private final CommonOptions common = new CommonOptions();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the logs go.")
    @SuppressWarnings("NullAway.Init")
    private Path out;

    @Option(
            names = "--nights",
            paramLabel = "N",
            defaultValue = "3",
            description = "Nights (default: ${DEFAULT-VALUE}).")
    private int nights;

    @Option(
            names = "--start",
            paramLabel = "DATE",
            defaultValue = "2026-11-01",
            description = "First night (default: ${DEFAULT-VALUE}).")
    @SuppressWarnings("NullAway.Init")
    private LocalDate start;

    @Option(
            names = "--spans",
            paramLabel = "N",
            defaultValue = "10000",
            description = "Spans a night (default: ${DEFAULT-VALUE}).")
    private int spans;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The same seed gives the same bytes (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Option(
            names = "--canaries",
            description = "Plant a person a night in every place a log can hold one; 'logmill scan' looks for them.")
    private boolean canaries;

    @Option(
            names = "--serve",
            paramLabel = "PORT",
            description = "Instead of logs: an OpenAI-compatible server of models of known skill on this port of the "
                    + "loopback address, until it is stopped; 0 takes a free one.")
    @SuppressWarnings("NullAway.Init")
    private Integer port;

    @Override
    public Integer call() {
        if ((port == null) == (out == null)) {
            throw new CommandFailure.Usage(
                    out == null
                            ? "Missing required option: '--out=DIR', or '--serve=PORT' for models"
                            : "--out writes logs and --serve serves models: one at a time");
        }
        return port == null ? write() : serve();
    }

    private int serve() {
        if (port < 0 || port > 65_535) {
            throw new CommandFailure.Usage("--serve must be a port in [0, 65535], was %d".formatted(port));
        }
        try (ModelServer server = ModelServer.start(port)) {
            System.out.printf(
                    "Serving %s at %s until it is stopped.%n", String.join(", ", ModelServer.models()), server.url());
            System.out.flush();
            common.summarise(Json.MAPPER.createObjectNode().put("url", server.url()));
            new CountDownLatch(1).await();
        } catch (UncheckedIOException taken) {
            throw new CommandFailure("Port %d is taken; --serve 0 takes a free one".formatted(port));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    /** The configuration whose folder the logs are in; the paths of the sources begin there. */
    private String config() {
        Path config = out.resolveSibling("logmill.yaml");
        return Files.exists(config) ? config.toString() : config + ", which 'logmill init' makes";
    }

    private int write() {
        if (out.getFileName() == null) {
            throw new CommandFailure.Usage("--out must be a folder of its own, was %s".formatted(out));
        }
        if (nights < 1 || spans < 1) {
            throw new CommandFailure.Usage(
                    "--nights and --spans must be at least 1, were %d and %d".formatted(nights, spans));
        }
        SimulationConfig config = new SimulationConfig(out, nights, start, spans, seed, canaries);
        SimulatedFolder folder = new SimulatedFolder(config);
        if (!folder.isFree()) {
            throw new CommandFailure.Usage(("--out must be empty, or hold what the same options invented, was %s; name"
                            + " another folder, or remove this one and %s.truth")
                    .formatted(out, out));
        }
        folder.begin();
        new Simulation(config).write();
        System.out.printf(
                "Wrote %d night%s from %s to %s, and the truth to %s.truth. Append this to %s:%n%n%s",
                nights,
                nights == 1 ? "" : "s",
                start,
                out,
                out,
                config(),
                SimulatedSources.yaml(out.getFileName().toString()));
        common.summarise(Json.MAPPER
                .createObjectNode()
                .put("out", out.toString())
                .put("truth", out + ".truth")
                .put("start", start.toString())
                .put("nights", nights)
                .put("spans", spans)
                .put("seed", seed));
        return 0;
    }
}
