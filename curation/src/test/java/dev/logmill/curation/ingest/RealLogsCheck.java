package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.openai.RealData;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.run.SpanParts;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whole logs of others, read by their dialects and held against a plainer reading; run by name, see {@link RealData}. */
class RealLogsCheck {
    private static final Path ROOT = RealData.folder();

    private static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(ROOT.resolve(file));
    }

    private static JsonNode json(String file) throws IOException {
        return Json.parse(bytes(file));
    }

    /** 40 events of which 26 are updates: laid over each other by hand, each of the 14 rows reads as the parts of it do. */
    @Test
    void braintrustsUpdates() throws IOException {
        JsonNode events = json("braintrust/sdk-log-payloads/log-payloads.json");
        Map<String, ObjectNode> rows = new LinkedHashMap<>();
        for (JsonNode event : events) {
            ObjectNode row = rows.computeIfAbsent(event.path("id").asText(), id -> Json.MAPPER.createObjectNode());
            lay(row, event);
        }
        List<Span> joined = SpanParts.joined(read(new BraintrustLog(), events).spans());
        assertThat(events).hasSize(40);
        assertThat(joined).hasSize(14).hasSameSizeAs(rows.values());
        for (ObjectNode row : rows.values()) {
            row.remove("_is_merge");
            Span whole = read(new BraintrustLog(), Json.MAPPER.createArrayNode().add(row))
                    .span(0);
            Span parts = joined.stream()
                    .filter(span -> span.spanId().equals(whole.spanId()))
                    .findFirst()
                    .orElseThrow();
            assertThat(comparable(parts)).as(whole.name()).isEqualTo(comparable(whole));
        }
        System.out.printf("Braintrust updates: %d events, %d rows agree, 0 named%n", events.size(), rows.size());
    }

    /** What is set later stands; objects are laid over each other. */
    private static void lay(ObjectNode row, JsonNode event) {
        for (Map.Entry<String, JsonNode> field : event.properties()) {
            JsonNode before = row.path(field.getKey());
            if (before.isObject() && field.getValue().isObject()) {
                lay((ObjectNode) before, field.getValue());
            } else {
                row.set(field.getKey(), field.getValue().deepCopy());
            }
        }
    }

    /** Without what only a part has. */
    private static JsonNode comparable(Span span) {
        ObjectNode text = SpanText.of(span);
        text.remove(List.of("part", "fidelity"));
        return text;
    }

    private static Told read(Dialect dialect, JsonNode document) {
        return Told.by(dialect, "a.json", document.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Each batch creates a run and updates it: the answer is the chat completion that the update holds. */
    @Test
    void langSmithsBatches() throws IOException {
        int agree = 0;
        for (String name : List.of("reasoning", "stream", "stream_no_usage")) {
            JsonNode batch = json("langsmith/langsmith_py_wrap_openai_%s.json".formatted(name));
            JsonNode asked = batch.path("post").path(0).path("inputs");
            JsonNode answer = batch.path("patch").path(0).path("outputs");
            Span span =
                    SpanParts.joined(read(new LangSmithLog(), batch).spans()).get(0);
            assertThat(span.kind()).isEqualTo(SpanKind.LLM);
            assertThat(span.messagesIn()).extracting(Message::content).containsExactly(text(asked.at("/messages/0")));
            assertThat(span.messagesOut())
                    .extracting(Message::content)
                    .containsExactly(text(answer.at("/choices/0/message")));
            assertThat(span.model().orElseThrow().responded())
                    .contains(answer.path("model").asText());
            assertThat(span.usage()).isEqualTo(usage(answer.path("usage_metadata")));
            agree++;
        }
        System.out.printf("LangSmith: %d batches agree, 0 named%n", agree);
        assertThat(agree).isEqualTo(3);
    }

    private static Optional<String> text(JsonNode message) {
        return Optional.of(message.path("content").asText());
    }

    private static Optional<Usage> usage(JsonNode counted) {
        return counted.isObject()
                ? Optional.of(new Usage(
                        count(counted, "/input_tokens"),
                        count(counted, "/output_tokens"),
                        count(counted, "/input_token_details/cache_read"),
                        Optional.empty(),
                        count(counted, "/output_token_details/reasoning")))
                : Optional.empty();
    }

    private static Optional<Long> count(JsonNode counted, String at) {
        return Optional.of(counted.at(at)).filter(JsonNode::isNumber).map(JsonNode::longValue);
    }

    /** What the SDK of a provider was asked and said, as its tests record it, is no run of LangSmith's. */
    @Test
    void recordedSessionsThatAreNoRuns() throws IOException {
        for (String name : List.of("anthropic_managed_mcp_tools", "anthropic_managed_mcp_tools_reject")) {
            byte[] lines = bytes("langsmith/" + name + ".jsonl");
            long records = new String(lines, StandardCharsets.UTF_8).lines().count();
            Told told = Told.by(new LangSmithLog(), name + ".jsonl", lines);
            assertThat(told.spans()).isEmpty();
            assertThat(told.refusals()).hasSize((int) records);
        }
    }

    /** Every observation of every trace is a span under its id, with each score as a signal. */
    @Test
    void langfusesTraces() throws IOException {
        int observations = 0;
        int scores = 0;
        int traces = 0;
        for (String folder : List.of("langfuse/chatml-golden", "langfuse/seed")) {
            for (Path file : files(folder)) {
                JsonNode document = Json.parse(Files.readAllBytes(file));
                Told told = Told.by(new LangfuseLog(), "a.json", Files.readAllBytes(file));
                List<String> ids = new ArrayList<>();
                document.path("observations")
                        .forEach(observation -> ids.add(observation.path("id").asText()));
                ids.add(document.path("trace").path("id").asText());
                assertThat(told.refusals()).as("%s", file).isEmpty();
                assertThat(told.spans()).extracting(Span::spanId).containsExactlyInAnyOrderElementsOf(ids);
                assertThat(told.signals())
                        .hasSize(document.path("trace").path("scores").size());
                observations += ids.size() - 1;
                scores += told.signals().size();
                traces++;
            }
        }
        System.out.printf("Langfuse: %d traces, %d observations, %d scores agree%n", traces, observations, scores);
        assertThat(List.of(traces, observations, scores)).containsExactly(18, 105, 20);
    }

    private static List<Path> files(String folder) throws IOException {
        try (Stream<Path> files = Files.list(ROOT.resolve(folder))) {
            return files.filter(file -> !file.toString().endsWith(".chatml.json"))
                    .sorted()
                    .toList();
        }
    }

    /** Summed over all spans that tell tokens, Mastra's would be 60 and 70. */
    @Test
    void mastrasTree() throws IOException {
        Told told = Told.by(preset("mastra"), "a.json", bytes("mastra/agent-tool-call-trace.json"));
        Usage usage = told.spans().stream()
                .flatMap(span -> span.usage().stream())
                .reduce(Usage::plus)
                .orElseThrow();
        assertThat(told.refusals()).isEmpty();
        assertThat(told.spans()).hasSize(8);
        assertThat(usage.inputTokens()).contains(30L);
        assertThat(usage.outputTokens()).contains(35L);
        assertThat(told.span(0).agent()).contains("test-agent");
        assertThat(told.spans())
                .filteredOn(span -> span.kind() == SpanKind.TOOL)
                .singleElement()
                .satisfies(
                        tool -> assertThat(tool.toolUse().orElseThrow().name()).isEqualTo("calculator"));
    }

    /** A snapshot of Datadog's APM: spans with their parents and times. */
    @Test
    void datadogsSnapshot() throws IOException {
        Path file;
        try (Stream<Path> files = Files.list(ROOT.resolve("datadog"))) {
            file = files.findFirst().orElseThrow();
        }
        JsonNode spans = Json.parse(Files.readAllBytes(file)).path(0);
        Told told = Told.by(preset("datadog"), "a.json", Files.readAllBytes(file));
        assertThat(told.refusals()).isEmpty();
        assertThat(told.spans()).hasSize(spans.size());
        for (int i = 0; i < spans.size(); i++) {
            String parent = spans.path(i).path("parent_id").asText();
            assertThat(told.span(i).name()).isEqualTo(spans.path(i).path("name").asText());
            assertThat(told.span(i).parentSpanId())
                    .isEqualTo(parent.equals("0") ? Optional.empty() : Optional.of(parent));
            assertThat(told.span(i).failure().isPresent())
                    .isEqualTo(spans.path(i).path("error").asInt() == 1);
        }
    }

    private static Dialect preset(String name) {
        return Preset.of(name).orElseThrow().dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>());
    }
}
