package dev.logmill.jobs.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** What other tools take for the same objects: a script for Python, where that and the tools are installed. */
public final class Anchors {
    private static final String SCRIPT = "/dev/logmill/jobs/bench/anchors.py";

    private final String python;
    private final Set<String> missing = new TreeSet<>();

    /** @param python the interpreter whose libraries are measured */
    public Anchors(String python) {
        this.python = python;
    }

    /** A tool's speed in MB a CPU second of its process; nothing where it is not there, or cannot read the object. */
    Optional<Spread> speed(String tool, Path object, Path folder, int runs) {
        try {
            Path script = Files.createDirectories(folder).resolve("anchors.py");
            try (InputStream source = Anchors.class.getResourceAsStream(SCRIPT)) {
                Files.copy(Objects.requireNonNull(source), script, StandardCopyOption.REPLACE_EXISTING);
            }
            Process process = new ProcessBuilder(
                            python,
                            script.toString(),
                            tool,
                            object.toString(),
                            folder.toString(),
                            Integer.toString(runs))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            process.waitFor();
            return told(tool, said.substring(said.lastIndexOf('\n') + 1));
        } catch (IOException absent) {
            missing.add("%s: no %s".formatted(tool, python));
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("The benchmark was stopped", stopped));
        }
    }

    private Optional<Spread> told(String tool, String line) throws IOException {
        JsonNode told = line.startsWith("{") ? Json.parse(line) : Json.MAPPER.createObjectNode();
        if (!told.path("speeds").isArray()) {
            missing.add("%s: %s".formatted(tool, told.path("missing").asText("it failed")));
            return Optional.empty();
        }
        List<Double> speeds = new ArrayList<>();
        told.path("speeds").forEach(speed -> speeds.add(speed.asDouble()));
        return Optional.of(Spread.of(speeds));
    }

    /** What could not be measured, and why. */
    Set<String> missing() {
        return missing;
    }
}
