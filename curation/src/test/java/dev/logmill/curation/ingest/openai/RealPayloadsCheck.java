package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads recorded calls of real providers; run by name, with their folder in {@code LOGMILL_REAL_DATA}. */
class RealPayloadsCheck {
    private static final Set<String> READABLE = Set.of(
            "chat-completions", "responses", "anthropic", "bedrock-anthropic", "vertex-anthropic", "google", "bedrock");

    /**
     * Not one answer in two forms but two answers. The request holds the results of both its tool calls: the one time
     * the model summed them up (finish reason stop), the other it called both tools once more (tool_calls).
     */
    private static final Set<String> TWO_ANSWERS = Set.of("parallelToolCallsRequest/responses/response");

    private final SpanFacts facts = new SpanFacts();

    @Test
    void readsProviderPayloadsAndTheirStreamedTwinsAlike() throws Exception {
        int calls = 0;
        int twins = 0;
        int rebuilt = 0;
        int unknown = 0;
        for (Path folder : folders(RealData.folder().resolve("provider-payloads"))) {
            for (String turn : List.of("", "followup-")) {
                if (!READABLE.contains(folder.getFileName().toString())) {
                    unknown += refuses(folder, turn, "response");
                    unknown += refuses(folder, turn, "response-streaming");
                    continue;
                }
                Span whole = span(folder, turn, "response");
                Span streamed = span(folder, turn, "response-streaming");
                calls += 2;
                assertSane(whole);
                assertSane(streamed);
                assertThat(streamed.fidelity()).as("%s", folder).doesNotContain(Fidelity.PARTIAL_STREAM);
                assertSameCall(whole, streamed);
                if (!TWO_ANSWERS.contains(place(folder, turn, "response"))) {
                    assertSameKindOfAnswer(whole, streamed);
                    twins++;
                }
                rebuilt += rebuilt(folder, turn) ? 1 : 0;
            }
        }
        facts.write("provider-payloads.jsonl");
        System.out.printf(
                "provider-payloads: %d calls read, %d pairs of twins agree, %d responses rebuilt from events, %d refused%n",
                calls, twins, rebuilt, unknown);
        assertThat(calls).isEqualTo(108);
        assertThat(twins).isEqualTo(53);
        assertThat(rebuilt).isEqualTo(8);
    }

    private static List<Path> folders(Path root) throws IOException {
        try (Stream<Path> paths = Files.walk(root, 2)) {
            return paths.filter(path -> root.relativize(path).getNameCount() == 2)
                    .sorted()
                    .toList();
        }
    }

    private static JsonNode call(Path folder, String turn, String response) throws IOException {
        ObjectNode record = Json.MAPPER.createObjectNode();
        record.set("request", Json.parse(Files.readAllBytes(folder.resolve(turn + "request.json"))));
        record.set("response", Json.parse(Files.readAllBytes(folder.resolve(turn + response + ".json"))));
        return record;
    }

    private static String place(Path folder, String turn, String response) {
        return "%s/%s/%s%s".formatted(folder.getParent().getFileName(), folder.getFileName(), turn, response);
    }

    private Span span(Path folder, String turn, String response) throws Exception {
        Span span = Records.span(call(folder, turn, response));
        facts.add(place(folder, turn, response), span);
        return span;
    }

    private int refuses(Path folder, String turn, String response) throws IOException {
        try {
            Records.span(call(folder, turn, response));
            throw new AssertionError("a call of an API that is not read yet was read as another one");
        } catch (UnreadableRecord refused) {
            facts.add(place(folder, turn, response), refused);
            assertThat(refused.reason()).isEqualTo(QuarantineReason.UNKNOWN_SHAPE);
            return 1;
        }
    }

    private static void assertSane(Span span) {
        assertThat(span.status()).isEqualTo(Status.OK);
        assertThat(span.messagesIn()).isNotEmpty();
        assertThat(span.messagesOut()).hasSize(1);
        assertThat(span.model().orElseThrow().finishReason().orElseThrow()).isIn("stop", "tool_calls", "length");
        assertThat(span.fidelity()).doesNotContain(Fidelity.UNPARSED_ARGUMENTS, Fidelity.MISSING_MESSAGES);
    }

    private static void assertSameCall(Span a, Span b) {
        assertThat(b.messagesIn()).isEqualTo(a.messagesIn());
        assertThat(b.tools()).isEqualTo(a.tools());
        assertThat(a.usage().orElseThrow().inputTokens()).isPresent();
        // A chat stream counts its tokens only when asked to.
        b.usage().ifPresent(usage -> assertThat(usage.inputTokens())
                .isEqualTo(a.usage().orElseThrow().inputTokens()));
    }

    /** Two recordings of one request: what a model says may differ, what kind of answer it is may not. */
    private static void assertSameKindOfAnswer(Span a, Span b) {
        assertThat(b.model().orElseThrow().finishReason())
                .isEqualTo(a.model().orElseThrow().finishReason());
        Message one = a.messagesOut().get(0);
        Message other = b.messagesOut().get(0);
        assertThat(calls(other)).isEqualTo(calls(one));
        assertThat(other.content().isPresent()).isEqualTo(one.content().isPresent());
    }

    private static List<String> calls(Message message) {
        return message.toolCalls().stream().map(ToolCall::name).toList();
    }

    /** The last event of a response holds it whole: without that event it must come out the same. */
    private static boolean rebuilt(Path folder, String turn) throws Exception {
        if (!folder.endsWith("responses")) {
            return false;
        }
        JsonNode record = call(folder, turn, "response-streaming");
        ArrayNode cut = record.path("response").deepCopy();
        cut.remove(cut.size() - 1);
        JsonNode withoutLast = ((ObjectNode) record.deepCopy()).set("response", cut);
        Span rebuilt = Records.span(withoutLast);
        assertThat(rebuilt.fidelity()).contains(Fidelity.PARTIAL_STREAM);
        assertThat(rebuilt.messagesOut()).isEqualTo(Records.span(record).messagesOut());
        return true;
    }

    @Test
    void readsNvidiaRecords() throws Exception {
        List<Span> spans = new ArrayList<>();
        for (JsonNode record :
                Json.parse(Files.readAllBytes(RealData.folder().resolve("nvidia/chat_completion.json")))) {
            spans.add(Records.span(record));
            facts.add("nvidia:" + spans.size(), spans.get(spans.size() - 1));
        }
        facts.write("nvidia.jsonl");
        assertThat(spans).hasSize(3).allSatisfy(span -> {
            assertThat(span.status()).isEqualTo(Status.OK);
            assertThat(span.usage()).isEmpty();
        });
        assertThat(spans.get(0).messagesIn()).containsExactly(Message.of(Role.USER, "Hello, how are you?"));
        assertThat(spans.get(0).messagesOut())
                .containsExactly(Message.of(Role.ASSISTANT, "I'm doing well, thank you!"));
        assertThat(spans.get(1).messagesIn())
                .containsExactly(
                        Message.of(Role.SYSTEM, "You are a helpful assistant."),
                        Message.of(Role.USER, "What is the weather today?"));
        assertThat(spans.get(2).tools())
                .containsExactly(new Tool(
                        "get_weather",
                        Optional.of("Get the weather in a given location"),
                        Optional.of(
                                "{\"properties\":{\"location\":{\"description\":\"The location to get the weather for\","
                                        + "\"type\":\"string\"}},\"type\":\"object\"}")));
        Message answer = spans.get(2).messagesOut().get(0);
        assertThat(answer.content()).contains("Let me check the weather for you.");
        assertThat(answer.toolCalls())
                .containsExactly(new ToolCall("call_123", "get_weather", "{\"location\":\"New York\"}"));
    }

    @Test
    void readsALiteLlmPayload() throws Exception {
        Span span = Records.span(
                Json.parse(Files.readAllBytes(RealData.folder().resolve("litellm/standard_logging_payload.json"))));
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "Hello, world!"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "hi"));
        assertThat(span.usage())
                .contains(new Usage(
                        Optional.of(10L), Optional.of(20L), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(span.startedAt()).contains(Instant.parse("2025-01-24T09:20:46.847371Z"));
        assertThat(span.endedAt()).contains(Instant.parse("2025-01-24T09:20:46.851954Z"));
        assertThat(span.costUsd()).contains(0.00022500000000000002);
        assertThat(span.spanId()).isEqualTo("chatcmpl-2299b6a2-82a3-465a-b47c-04e685a2227f");
        assertThat(span.name()).isEqualTo("acompletion");
        assertThat(span.status()).isEqualTo(Status.OK);
        assertThat(span.model())
                .contains(new Model(
                        Optional.of("openai"),
                        Optional.of("gpt-4o"),
                        Optional.of("gpt-4o"),
                        Optional.empty(),
                        Optional.of("chatcmpl-2299b6a2-82a3-465a-b47c-04e685a2227f"),
                        Optional.of("stop")));
    }
}
