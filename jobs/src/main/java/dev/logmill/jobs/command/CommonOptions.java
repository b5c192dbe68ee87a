package dev.logmill.jobs.command;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.lake.Lake;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.jobs.config.ConfigFile;
import dev.logmill.jobs.config.LogmillConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What every command takes. */
final class CommonOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            defaultValue = "logmill.yaml",
            description = "The configuration (default: ${DEFAULT-VALUE} in the working directory).")
    @SuppressWarnings("NullAway.Init")
    private Path config;

    @Option(names = "--summary", paramLabel = "FILE", description = "Write what happened to FILE, as JSON.")
    @SuppressWarnings("NullAway.Init")
    private Path summary;

    private final long begun = System.nanoTime();

    LogmillConfig config() {
        return new ConfigFile(config, CommonOptions::environment).read();
    }

    /** The configuration for a command that opens the vault. */
    LogmillConfig configWithVault() {
        return new ConfigFile(config, CommonOptions::environment).readWithVault();
    }

    /** The configuration for a command that reads nothing personal. */
    LogmillConfig configWithoutKey() {
        return new ConfigFile(config, CommonOptions::environment).readWithoutKey();
    }

    /** The key that people go by. */
    Pseudonyms pseudonyms() {
        return new ConfigFile(config, CommonOptions::environment).readPseudonyms();
    }

    static Lake lake(LogmillConfig config) {
        return new Lake(config.lake(), config.storage());
    }

    static Optional<String> environment(String name) {
        return Optional.ofNullable(System.getenv(name));
    }

    /** Tells a person that another process is waited for. */
    static void waits(String what) {
        System.err.printf("logmill: %s%n", what);
    }

    /** Writes the summary, where one was asked for; what tells no steps of its own took its time in one. */
    void summarise(ObjectNode content) {
        if (summary != null) {
            if (!content.has("jobs") && !content.has("seconds")) {
                content.putObject("seconds").put("whole", (System.nanoTime() - begun) / 1e9);
            }
            try {
                Files.write(
                        summary, Json.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsBytes(content));
            } catch (IOException broken) {
                throw new CommandFailure("The summary could not be written to %s".formatted(summary));
            }
        }
    }
}
