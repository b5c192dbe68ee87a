package dev.logmill.jobs.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulationTest {
    @TempDir
    static Path folder;

    private static SimulatedLogs logs;
    private static SimulatedLogs.Understood understood;

    @BeforeAll
    static void simulate() throws IOException {
        logs = SimulatedLogs.write(folder.resolve("raw"), 7);
        understood = logs.understood();
    }

    @Test
    void theSameSeedGivesTheSameBytes() throws IOException {
        assertThat(SimulatedLogs.write(folder.resolve("again"), 7).bytes()).isEqualTo(logs.bytes());
    }

    @Test
    void anotherSeedGivesOtherLogs() throws IOException {
        Map<String, String> other =
                SimulatedLogs.write(folder.resolve("other"), 8).bytes();
        assertThat(other.get("gateway/2026-03-01/part-0.jsonl.gz"))
                .isNotNull()
                .isNotEqualTo(logs.bytes().get("gateway/2026-03-01/part-0.jsonl.gz"));
    }

    @Test
    void oneToThreePercentOfRunsBringFeedback() throws IOException {
        long runs = logs.facts("spans").stream()
                .map(fact -> fact.path("trace_id").asText())
                .distinct()
                .count();
        long told = logs.facts("feedback").stream()
                .filter(event -> !event.path("kind").asText().equals("outcome"))
                .map(event -> event.path("feedback_id").asText())
                .distinct()
                .count();
        assertThat((double) told / runs).isBetween(0.01, 0.03);
    }

    @Test
    void everyPlantedIdentityOccursInItsSpan() throws IOException {
        List<String> lines = logs.lines("gateway");
        lines.addAll(logs.lines("app"));
        Map<String, String> bySpan = new HashMap<>();
        for (String line : lines) {
            for (String key : List.of("\"span_id\":\"", "\"id\":\"")) {
                int at = line.indexOf(key);
                if (at >= 0 && line.endsWith("}")) {
                    String id = line.substring(at + key.length()).split("\"", 2)[0];
                    bySpan.putIfAbsent(id, line);
                }
            }
        }
        assertThat(logs.facts("identities")).hasSizeGreaterThan(100).allSatisfy(fact -> assertThat(
                        bySpan.getOrDefault(fact.path("span_id").asText(), ""))
                .contains(fact.path("value").asText()));
    }

    @Test
    void theTruthCountsBrokenAndDoubledRecords() throws IOException {
        long records = logs.facts("objects").stream()
                .mapToLong(fact -> fact.path("records").asLong())
                .sum();
        long broken = logs.facts("objects").stream()
                .mapToLong(fact -> fact.path("broken").asLong())
                .sum();
        long doubled = logs.facts("objects").stream()
                .mapToLong(fact -> fact.path("doubled").asLong())
                .sum();
        long spans = understood.spans().stream().map(Span::spanId).distinct().count();
        assertThat(broken).isPositive().isEqualTo(understood.unreadable());
        assertThat(doubled).isPositive();
        assertThat(records - broken)
                .isEqualTo(understood.spans().size() + understood.signals().size());
        assertThat(understood.spans().size() + understood.signals().size() - doubled)
                .isEqualTo(spans
                        + logs.facts("feedback").stream()
                                .filter(event -> event.path("arrives").asBoolean())
                                .count());
    }

    @Test
    void theDialectsReadWhatTheAgentsDid() {
        Map<SpanKind, Long> kinds =
                understood.spans().stream().collect(Collectors.groupingBy(Span::kind, Collectors.counting()));
        assertThat(kinds).containsOnlyKeys(SpanKind.LLM, SpanKind.AGENT, SpanKind.TOOL, SpanKind.RETRIEVER);
        assertThat(understood.spans()).extracting(Span::project).containsOnly("demo");
        assertThat(understood.spans())
                .extracting(span -> span.agent().orElse(""))
                .doesNotContain("");
        assertThat(understood.signals()).extracting(Signal::project).containsOnly("demo");
    }

    @Test
    void theHiddenQualityIsThatOfTheLoggedAnswer() throws IOException {
        Map<String, Span> bySpan = new HashMap<>();
        understood.spans().forEach(span -> bySpan.put(span.spanId(), span));
        for (JsonNode fact : logs.facts("spans")) {
            Span span = bySpan.get(fact.path("span_id").asText());
            if (span == null) {
                throw new AssertionError("An answer of the truth is not in the logs");
            }
            String said = span.messagesOut().stream()
                    .map(message -> message.toolCalls().isEmpty()
                            ? message.content().orElse("")
                            : message.toolCalls().get(0).name()
                                    + message.toolCalls().get(0).arguments())
                    .collect(Collectors.joining());
            assertThat(said.equals(fact.path("correct").asText()))
                    .isEqualTo(fact.path("quality").asInt() == 1);
        }
    }

    @Test
    void someTracesLieInTwoNights() throws IOException {
        // A span that lies in both nights is a doubled record and says nothing about its trace.
        Map<String, Set<String>> bySpan = new HashMap<>();
        for (String night : List.of("2026-03-01", "2026-03-02")) {
            for (String source : List.of("gateway/", "app/")) {
                for (String line : logs.lines(source + night)) {
                    String trace = after(line, List.of("\"trace_id\":\"", "\"trace\":\""));
                    String span = after(line, List.of("\"span_id\":\"", "\"id\":\""));
                    bySpan.computeIfAbsent(trace + " " + span, id -> new TreeSet<>())
                            .add(night);
                }
            }
        }
        Map<String, Set<String>> byTrace = new HashMap<>();
        bySpan.forEach((id, nights) -> {
            if (nights.size() == 1 && !id.startsWith(" ") && !id.endsWith(" ")) {
                byTrace.computeIfAbsent(id.split(" ", 2)[0], trace -> new TreeSet<>())
                        .addAll(nights);
            }
        });
        assertThat(byTrace.values()).anyMatch(nights -> nights.size() == 2);
    }

    /** The text behind the first of these marks, up to its quote. */
    private static String after(String line, List<String> marks) {
        return marks.stream()
                .filter(line::contains)
                .findFirst()
                .map(mark -> line.substring(line.indexOf(mark) + mark.length()).split("\"", 2)[0])
                .filter(id -> id.length() >= 16)
                .orElse("");
    }
}
