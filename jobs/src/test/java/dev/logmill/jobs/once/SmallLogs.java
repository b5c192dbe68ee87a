package dev.logmill.jobs.once;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.jobs.simulate.Simulation;
import dev.logmill.jobs.simulate.SimulationConfig;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * Two small nights of invented logs. The second brings late spans of the first one's traces, so that these are built
 * again, and feedback on its answers, so that these are labelled again; what was refused for a thumb down is taken after
 * the thumb was turned.
 */
final class SmallLogs {
    static final LocalDate FIRST = LocalDate.of(2026, 11, 1);
    static final LocalDate SECOND = FIRST.plusDays(1);

    private SmallLogs() {}

    static void write(Path raw, int spans) throws IOException {
        new Simulation(new SimulationConfig(raw, 2, FIRST, spans, 7)).write();
        Files.move(
                raw.resolve("app/%s/part-0.jsonl.gz".formatted(FIRST)),
                raw.resolve("app/%s/late.jsonl.gz".formatted(SECOND)));
        List<String> calls = lines(raw.resolve("gateway/%s/part-0.jsonl.gz".formatted(FIRST)));
        write(
                raw.resolve("feedback/%s/said.jsonl.gz".formatted(FIRST)),
                List.of(feedback(FIRST, calls.get(2), "thumb", "\"value\": 0")));
        write(
                raw.resolve("feedback/%s/said.jsonl.gz".formatted(SECOND)),
                List.of(
                        feedback(SECOND, calls.get(0), "thumb", "\"value\": 0"),
                        feedback(SECOND, calls.get(1), "correction", "\"text\": \"It should have said this.\""),
                        feedback(SECOND, calls.get(2), "thumb", "\"value\": 1")));
    }

    private static String feedback(LocalDate night, String call, String kind, String what) throws IOException {
        JsonNode logged = Json.MAPPER.readTree(call);
        return """
                {"event_id": "ev-%1$s-%6$d", "feedback_id": "fb-%1$s", "kind": "%2$s", "trace": "%3$s", "span": "%1$s",
                "session": "%4$s", "user": "%5$s", "at_ms": %6$d, "withdrawn": false, %7$s}""".replace("\n", "").formatted(
                logged.path("span_id").asText(),
                kind,
                logged.path("trace_id").asText(),
                logged.path("session_id").asText(),
                logged.path("user_id").asText(),
                night.toEpochDay() * 86_400_000L,
                what);
    }

    /** The lines of a packed object. */
    static List<String> lines(Path object) throws IOException {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(object)), StandardCharsets.ISO_8859_1))) {
            return in.lines().toList();
        }
    }

    /** Packs lines into an object; a character stands for a byte. */
    static void write(Path object, List<String> lines) throws IOException {
        Files.createDirectories(object.getParent());
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(object))) {
            for (String line : lines) {
                out.write((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            }
        }
    }
}
