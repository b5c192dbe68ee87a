package dev.logmill.curation.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.ingest.openai.RealData;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Usage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Reads the spans that others recorded; run by name, see {@link RealData}. The figures were counted with plain Python first. Of
 * the samples only some are whole exports: the others are put into the envelope that they would have come in.
 */
class RealOtlpCheck {
    private static final Path ROOT = RealData.folder();

    private static byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(ROOT.resolve(file));
    }

    private static JsonNode json(String file) throws IOException {
        return Json.parse(bytes(file));
    }

    private static Told read(JsonNode document) {
        return Otlp.read("a.json", document.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static Map<SpanKind, Integer> kinds(Told told) {
        Map<SpanKind, Integer> kinds = new EnumMap<>(SpanKind.class);
        told.spans().forEach(span -> kinds.merge(span.kind(), 1, Integer::sum));
        return kinds;
    }

    private static List<Span> calls(Told told) {
        return told.spans().stream().filter(span -> span.kind() == SpanKind.LLM).toList();
    }

    private static Usage usage(List<Span> spans) {
        return spans.stream().flatMap(span -> span.usage().stream()).reduce(Usage.NONE, Usage::plus);
    }

    private static List<Message> in(List<Span> spans) {
        return spans.stream().flatMap(span -> span.messagesIn().stream()).toList();
    }

    private static List<Message> out(List<Span> spans) {
        return spans.stream().flatMap(span -> span.messagesOut().stream()).toList();
    }

    private static void report(String what, Told told) {
        List<Span> calls = calls(told);
        System.out.printf(
                "%s: %d spans %s, refused %s; of %d calls %d messages in, %d out, %d tool calls, %s%n",
                what,
                told.spans().size(),
                kinds(told),
                told.refusals(),
                calls.size(),
                in(calls).size(),
                out(calls).size(),
                out(calls).stream()
                        .mapToInt(message -> message.toolCalls().size())
                        .sum(),
                usage(calls));
    }

    @Test
    void examplesOfTheSpecification() throws IOException {
        Told traces = Otlp.read("trace.json", bytes("otel/otlp-json-examples/trace.json"));
        report("otel", traces);
        assertThat(traces.spans()).singleElement().satisfies(span -> {
            assertThat(span.traceId()).isEqualTo("5b8efff798038103d269b633813fc60c");
            assertThat(span.parentSpanId()).contains("eee19b7ec3c1b173");
            assertThat(span.kind()).isEqualTo(SpanKind.CHAIN);
            assertThat(span.attributes()).contains("\"my.span.attr\":\"some value\"", "some scope attribute");
        });
        for (String none : List.of("logs.json", "events.json", "metrics.json")) {
            Told told = Otlp.read(none, bytes("otel/otlp-json-examples/" + none));
            assertThat(told.spans()).isEmpty();
        }
    }

    @Test
    void spansOfVercelSix() throws IOException {
        Told told = Otlp.read("a.json", bytes("openinference/vercel-v6-spans/all-spans.json"));
        report("vercel 6", told);
        assertThat(told.refusals()).isEmpty();
        assertThat(kinds(told)).isEqualTo(Map.of(SpanKind.LLM, 4, SpanKind.CHAIN, 5, SpanKind.EMBEDDING, 1));
        assertThat(usage(calls(told)).inputTokens()).contains(142L);
        assertThat(usage(calls(told)).outputTokens()).contains(297L);
        assertThat(in(calls(told))).hasSize(7);
        assertThat(out(calls(told))).hasSize(4).allMatch(message -> message.content()
                .isPresent());
    }

    @Test
    void spansOfVercelsOwnTests() throws IOException {
        ArrayNode spans = Json.MAPPER.createArrayNode();
        for (JsonNode span :
                snapshots(Files.readString(ROOT.resolve("vercel-ai/legacy-open-telemetry.test.ts.snap")))) {
            spans.add(((ObjectNode) span)
                    .put("traceId", "5b8efff798038103d269b633813fc60c")
                    .put("spanId", "%016x".formatted(spans.size() + 1)));
        }
        Told told = read(spans);
        report("vercel 5 to 6", told);
        assertThat(told.refusals()).isEmpty();
        assertThat(kinds(told))
                .isEqualTo(Map.of(SpanKind.LLM, 16, SpanKind.CHAIN, 22, SpanKind.EMBEDDING, 8, SpanKind.TOOL, 5));
        assertThat(usage(calls(told)).inputTokens()).contains(69L);
        assertThat(usage(calls(told)).outputTokens()).contains(190L);
        assertThat(in(calls(told))).hasSize(14);
        assertThat(out(calls(told))).hasSize(12);
        assertThat(out(calls(told)).stream().flatMap(message -> message.toolCalls().stream()))
                .hasSize(3);
        assertThat(calls(told).stream().flatMap(span -> span.tools().stream())).hasSize(4);
    }

    /** Test snapshots print texts in quotes that nothing escapes, and commas behind the last one. */
    private static List<JsonNode> snapshots(String text) throws JsonProcessingException {
        List<JsonNode> spans = new ArrayList<>();
        for (String part : text.split("\nexports", -1)) {
            int start = part.indexOf("= `\n");
            StringBuilder block = new StringBuilder();
            for (String line :
                    part.substring(start < 0 ? part.length() : start + 4).split("\n", -1)) {
                boolean quoted = line.endsWith("\",");
                int key = line.indexOf("\": \"");
                int from = !quoted ? -1 : key < 0 ? line.indexOf('"') : key + 3;
                block.append(line.startsWith("`") ? "" : escaped(line, from)).append('\n');
            }
            String json = block.toString().replaceAll(",(\\s*[\\]}])", "$1").strip();
            if (!json.isEmpty()) {
                Json.parse(json).forEach(spans::add);
            }
        }
        return spans;
    }

    private static String escaped(String line, int from) {
        if (from < 0) {
            return line;
        }
        String inner = line.substring(from + 1, line.length() - 2).replace("\\\\", "\\");
        return line.substring(0, from) + Json.MAPPER.getNodeFactory().textNode(inner) + ",";
    }

    /** The tree of Mastra's test, with the attributes that its exporter gives to each kind of span. */
    @Test
    void aRunOfMastra() throws IOException {
        ArrayNode spans = Json.MAPPER.createArrayNode();
        json("mastra/agent-tool-call-trace.json").path("spans").forEach(node -> exported(node, spans));
        Told told = read(spans);
        report("mastra", told);
        assertThat(told.refusals()).isEmpty();
        assertThat(kinds(told))
                .isEqualTo(Map.of(SpanKind.AGENT, 1, SpanKind.LLM, 1, SpanKind.TOOL, 1, SpanKind.CHAIN, 5));
        // Summed over all spans it would be 60 and 70.
        assertThat(usage(told.spans()).inputTokens()).contains(30L);
        assertThat(usage(told.spans()).outputTokens()).contains(35L);
        assertThat(in(calls(told))).hasSize(2);
        assertThat(told.spans().get(0).agent()).contains("test-agent");
        assertThat(told.spans()).allMatch(span -> span.sessionId().isPresent());
    }

    private static void exported(JsonNode node, ArrayNode into) {
        JsonNode span = node.path("span");
        String type = span.path("type").asText();
        ObjectNode otlp = into.addObject()
                .put("traceId", "t1")
                .put("name", span.path("name").asText());
        otlp.set("spanId", span.path("id"));
        otlp.set("parent_id", span.path("parentId"));
        ObjectNode attributes = otlp.putObject("attributes").put("mastra.span.type", type);
        attributes.set("gen_ai.conversation.id", span.path("metadata").path("threadId"));
        JsonNode usage = span.path("attributes").path("usage");
        if (usage.isObject()) {
            attributes.set("gen_ai.usage.input_tokens", usage.path("inputTokens"));
            attributes.set("gen_ai.usage.output_tokens", usage.path("outputTokens"));
        }
        if (type.equals("model_generation")) {
            attributes.put(
                    "gen_ai.input.messages", span.path("input").path("messages").toString());
        }
        if (type.equals("agent_run")) {
            attributes.set("gen_ai.agent.id", span.path("entityId"));
        }
        node.path("children").forEach(child -> exported(child, into));
    }

    @Test
    void namesThatSentryGaveUp() throws IOException {
        ArrayNode spans = Json.MAPPER.createArrayNode();
        for (String side : List.of("gen_ai_request_messages_to_input_messages", "gen_ai_response_to_output_messages")) {
            for (JsonNode example :
                    json("sentry/attribute-transformations/" + side + ".json").path("examples")) {
                ObjectNode span = spans.addObject().put("trace_id", "t1").put("span_id", "s" + spans.size());
                ((ObjectNode) span.set("data", example.path("input"))).put("op", "gen_ai.chat");
            }
        }
        Told told = read(spans);
        report("sentry", told);
        assertThat(told.refusals()).isEmpty();
        assertThat(in(told.spans())).hasSize(6);
        assertThat(in(told.spans()))
                .filteredOn(message -> message.content().orElse("").isEmpty())
                .isEmpty();
        assertThat(out(told.spans()).stream().map(message -> message.content().orElse("")))
                .containsExactly(
                        "hello",
                        "Paris.",
                        "The capital of France is Paris.",
                        "The capital of France is Paris.",
                        "hello");
        assertThat(out(told.spans()).get(4).toolCalls()).hasSize(1);
    }
}
