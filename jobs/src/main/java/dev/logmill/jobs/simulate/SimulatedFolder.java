package dev.logmill.jobs.simulate;

import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * A folder of invented logs, and what they were invented from. Logs of other settings beside them, or one's own, would
 * have no truth.
 */
public final class SimulatedFolder {
    private final SimulationConfig config;
    private final Path settings;

    public SimulatedFolder(SimulationConfig config) {
        this.config = config;
        this.settings = config.truth().resolve("settings.json");
    }

    /** Whether nothing else is there: it is empty, or holds logs of the same settings. */
    public boolean isFree() {
        try {
            if (Files.exists(settings)) {
                return Files.readString(settings).equals(written());
            }
            if (!Files.exists(config.out())) {
                return true;
            }
            try (Stream<Path> files = Files.list(config.out())) {
                return files.findAny().isEmpty();
            }
        } catch (IOException unreadable) {
            return false;
        }
    }

    /** Says what is invented here; before anything is, so that what was left half-way can be ended. */
    public void begin() {
        try {
            Files.createDirectories(config.out());
            Files.createDirectories(config.truth());
            Files.writeString(settings, written());
        } catch (IOException unwritable) {
            throw new UncheckedIOException("The settings could not be written", unwritable);
        }
    }

    private String written() {
        return Json.canonical(Json.MAPPER
                .createObjectNode()
                .put("nights", config.nights())
                .put("start", config.start().toString())
                .put("spans", config.spans())
                .put("seed", config.seed())
                .put("canaries", config.canaries()));
    }
}
