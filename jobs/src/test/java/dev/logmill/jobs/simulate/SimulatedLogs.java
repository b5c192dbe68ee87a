package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A small simulation, read as its own configuration says. */
record SimulatedLogs(Path raw, Path truth) {
    static SimulatedLogs write(Path raw, long seed) {
        SimulationConfig config = new SimulationConfig(raw, 2, LocalDate.of(2026, 3, 1), 2500, seed);
        new Simulation(config).write();
        return new SimulatedLogs(raw, config.truth());
    }

    /** All files with their bytes, the truth included. */
    Map<String, String> bytes() throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        for (Path folder : List.of(raw, truth)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = folder.relativize(file).toString();
                    bytes.put(name, new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
                }
            }
        }
        return bytes;
    }

    /** The lines of a source, as they are. */
    List<String> lines(String source) throws IOException {
        List<String> lines = new ArrayList<>();
        try (Stream<Path> files = Files.walk(raw.resolve(source))) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                try (InputStream unpacked = new GZIPInputStream(Files.newInputStream(file))) {
                    String text = new String(unpacked.readAllBytes(), StandardCharsets.ISO_8859_1);
                    lines.addAll(text.lines().toList());
                }
            }
        }
        return lines;
    }

    List<JsonNode> facts(String page) throws IOException {
        List<JsonNode> facts = new ArrayList<>();
        for (String line : Files.readAllLines(truth.resolve(page + ".jsonl"))) {
            facts.add(Json.parse(line));
        }
        return facts;
    }

    /** What the dialects read, and how many records they could not. */
    record Understood(List<Span> spans, List<Signal> signals, int unreadable) {}

    Understood understood() throws IOException {
        List<Span> spans = new ArrayList<>();
        List<Signal> signals = new ArrayList<>();
        int unreadable = 0;
        for (JsonNode source :
                new YAMLMapper().readTree(SimulatedSources.yaml("raw")).path("sources")) {
            String name = source.path("name").asText();
            Dialect dialect = dialect(source);
            for (String line : lines(name)) {
                Optional<Reading.Read> read = read(dialect, name, line);
                read.ifPresent(good -> {
                    spans.addAll(good.spans());
                    signals.addAll(good.signals());
                });
                unreadable += read.isEmpty() ? 1 : 0;
            }
        }
        return new Understood(spans, signals, unreadable);
    }

    private static Dialect dialect(JsonNode source) {
        if (source.path("dialect").asText().equals("openai-log")) {
            return new OpenAiLog();
        }
        List<String> problems = new ArrayList<>();
        MappedLog mapped = MappedLog.of(source.path("mapping"), "mapping", "demo", problems);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems);
        }
        return mapped;
    }

    private static Optional<Reading.Read> read(Dialect dialect, String source, String line) {
        try {
            JsonNode body = Json.parse(line.getBytes(StandardCharsets.ISO_8859_1));
            if (!body.isObject()) {
                return Optional.empty();
            }
            return Optional.of(dialect.read(new RawRecord(source, "", 1, Optional.empty(), "", body)));
        } catch (IOException | UnreadableRecord unreadable) {
            return Optional.empty();
        }
    }
}
