package dev.logmill.curation.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
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

    /** What is heard of each kind of part whose fields say their names. */
    private static final Map<String, String> HEARD = Map.of(
            "text", "[said content]",
            "reasoning", "(said content)",
            "tool_call", "said id:said name{\"a\":1}",
            "tool_call_response", "said id=[said response]",
            "server_tool_call", "said id:said name{\"a\":1,\"type\":\"said type\"}",
            "server_tool_call_response", "said id=[{\"a\":1,\"type\":\"said type\"}]",
            "blob", "<image said/mime_type>",
            "file", "<image said file_id>",
            "uri", "<image said uri>");

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

    /** Sentry's examples of a name that it gave up and of the one that it has now: both say the same. */
    @Test
    void namesThatSentryGaveUp() throws IOException {
        int agree = 0;
        for (String side : List.of("gen_ai_request_messages_to_input_messages", "gen_ai_response_to_output_messages")) {
            for (JsonNode example :
                    json("sentry/attribute-transformations/" + side + ".json").path("examples")) {
                Span before = sentry(example.path("input"));
                Span after = sentry(example.path("output"));
                String name = example.path("name").asText();
                assertThat(before.messagesIn()).as(name).isEqualTo(after.messagesIn());
                assertThat(before.messagesOut()).as(name).isEqualTo(after.messagesOut());
                assertThat(before.messagesIn().size() + before.messagesOut().size())
                        .as(name)
                        .isPositive();
                agree++;
            }
        }
        System.out.printf("sentry: %d examples agree, 0 named%n", agree);
        assertThat(agree).isEqualTo(9);
    }

    private static Span sentry(JsonNode attributes) {
        ObjectNode span = Json.MAPPER
                .createObjectNode()
                .put("trace_id", "t1")
                .put("span_id", "s1")
                .put("op", "gen_ai.chat");
        span.set("data", attributes);
        Told told = read(span);
        assertThat(told.refusals()).isEmpty();
        return told.span(0);
    }

    /** Each kind of part that a schema of OpenTelemetry knows, made as the schema says: what it holds is read, and as what it is. */
    @Test
    void partsOfTheSchemasOfMessages() throws IOException {
        int parts = 0;
        for (String folder : List.of("genai-message-schemas", "genai-message-schemas-semconv-1.41")) {
            for (String side : List.of("input", "output")) {
                JsonNode kinds = json("otel/%s/gen-ai-%s-messages.json".formatted(folder, side))
                        .path("$defs");
                for (JsonNode kind : kinds) {
                    String type =
                            kind.path("properties").path("type").path("const").asText();
                    if (!type.isEmpty()) {
                        assertThat(heard(side, type, kind))
                                .as("%s %s", folder, type)
                                .isEqualTo(HEARD.get(type));
                        parts++;
                    }
                }
            }
        }
        System.out.printf("otel schemas: %d kinds of parts agree, 0 named%n", parts);
        assertThat(parts).isEqualTo(36);
    }

    private static String heard(String side, String type, JsonNode kind) {
        ObjectNode part = Json.MAPPER.createObjectNode();
        kind.path("properties").fieldNames().forEachRemaining(name -> part.put(name, "said " + name));
        part.put("type", type);
        JsonNode object = Json.MAPPER.createObjectNode().put("a", 1);
        JsonNode told = Json.MAPPER.createObjectNode().put("type", "said type").put("a", 1);
        Map<String, JsonNode> others = Map.of(
                "arguments", object,
                "server_tool_call", told,
                "server_tool_call_response", told,
                "modality", TextNode.valueOf("image"),
                "mime_type", TextNode.valueOf("said/mime_type"));
        others.forEach((name, value) -> {
            if (part.has(name)) {
                part.set(name, value);
            }
        });
        if (type.equals("blob")) {
            part.put("content", "aGk=");
        }
        ObjectNode message = Json.MAPPER.createObjectNode();
        message.put("role", type.endsWith("response") ? "tool" : "assistant")
                .putArray("parts")
                .add(part);
        ObjectNode span = Json.MAPPER.createObjectNode().put("traceId", "t1").put("spanId", "s1");
        span.putObject("attributes")
                .put("gen_ai.operation.name", "chat")
                .put("gen_ai.%s.messages".formatted(side), "[" + message + "]");
        Told read = read(span);
        assertThat(read.refusals()).isEmpty();
        List<Message> messages = side.equals("input") ? in(read.spans()) : out(read.spans());
        assertThat(messages).as(type).hasSize(1);
        return heard(messages.get(0));
    }

    private static String heard(Message message) {
        StringBuilder text = new StringBuilder();
        message.reasoning()
                .ifPresent(thought -> text.append('(').append(thought).append(')'));
        message.toolCallId().ifPresent(id -> text.append(id).append('='));
        message.content().ifPresent(said -> text.append('[').append(said).append(']'));
        message.toolCalls()
                .forEach(call ->
                        text.append(call.id()).append(':').append(call.name()).append(call.arguments()));
        message.media().forEach(one -> text.append('<')
                .append(one.type())
                .append(' ')
                .append(one.uri().or(one::mime).orElse(""))
                .append('>'));
        return text.toString();
    }
}
