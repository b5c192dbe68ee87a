package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.QuarantineReason;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Reads recorded calls of real providers; run by name, with their folder in {@code LOGMILL_REAL_DATA}. */
class RealPayloadsCheck {
    private static final Set<String> READABLE =
            Set.of("chat-completions", "responses", "anthropic", "bedrock-anthropic", "vertex-anthropic");

    private static Path data() {
        String folder = System.getenv("LOGMILL_REAL_DATA");
        assertThat(folder)
                .as("LOGMILL_REAL_DATA must name the folder of the real data; this check reads nothing else")
                .isNotBlank();
        return Path.of(folder);
    }

    @Test
    void readsProviderPayloadsAndTheirStreamedTwinsAlike() throws Exception {
        int calls = 0;
        int twins = 0;
        int rebuilt = 0;
        int unknown = 0;
        for (Path folder : folders(data().resolve("provider-payloads"))) {
            for (String turn : List.of("", "followup-")) {
                if (!READABLE.contains(folder.getFileName().toString())) {
                    unknown += refuses(call(folder, turn, "response"));
                    unknown += refuses(call(folder, turn, "response-streaming"));
                    continue;
                }
                Span whole = Records.span(call(folder, turn, "response"));
                Span streamed = Records.span(call(folder, turn, "response-streaming"));
                calls += 2;
                assertSane(whole);
                assertSane(streamed);
                assertThat(streamed.fidelity()).as("%s", folder).doesNotContain(Fidelity.PARTIAL_STREAM);
                twins += alike(whole, streamed) ? 1 : 0;
                rebuilt += rebuilt(folder, turn) ? 1 : 0;
            }
        }
        System.out.printf(
                "provider-payloads: %d calls read, %d pairs of twins agree, %d responses rebuilt from events, %d refused%n",
                calls, twins, rebuilt, unknown);
        assertThat(calls).isEqualTo(80);
        assertThat(twins).isEqualTo(40);
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

    private static int refuses(JsonNode record) {
        try {
            Records.span(record);
            throw new AssertionError("a call of an API that is not read yet was read as another one");
        } catch (UnreadableRecord refused) {
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

    /** Two recordings of one request: what a model says may differ, what kind of answer it is may not. */
    private static boolean alike(Span a, Span b) {
        assertThat(b.messagesIn()).isEqualTo(a.messagesIn());
        assertThat(b.tools()).isEqualTo(a.tools());
        assertThat(a.usage().orElseThrow().inputTokens()).isPresent();
        // A chat stream counts its tokens only when asked to.
        b.usage().ifPresent(usage -> assertThat(usage.inputTokens())
                .isEqualTo(a.usage().orElseThrow().inputTokens()));
        assertThat(b.model().orElseThrow().finishReason())
                .isEqualTo(a.model().orElseThrow().finishReason());
        Message one = a.messagesOut().get(0);
        Message other = b.messagesOut().get(0);
        assertThat(calls(other)).isEqualTo(calls(one));
        assertThat(other.content().isPresent()).isEqualTo(one.content().isPresent());
        return true;
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
    void readsNvidiaAndLiteLlmRecords() throws Exception {
        int records = 0;
        for (JsonNode record : Json.parse(Files.readAllBytes(data().resolve("nvidia/chat_completion.json")))) {
            assertThat(Records.span(record).messagesOut()).hasSize(1);
            records++;
        }
        JsonNode logged = Json.parse(Files.readAllBytes(data().resolve("litellm/standard_logging_payload.json")));
        Span litellm = Records.span(logged);
        assertThat(litellm.usage().orElseThrow().inputTokens()).contains(10L);
        assertThat(litellm.startedAt().orElseThrow()).hasToString("2025-01-24T09:20:46.847371Z");
        assertThat(litellm.status()).isEqualTo(Status.OK);
        System.out.printf("nvidia: %d records, litellm: 1%n", records);
        assertThat(records).isEqualTo(3);
    }

    @Test
    void readsCassettesWithoutACrash() throws Exception {
        Map<String, Integer> counts = new TreeMap<>();
        for (String file : List.of("openllmetry.jsonl", "otel-contrib.jsonl")) {
            for (String line :
                    Files.readAllLines(data().resolve("llm-cassettes").resolve(file))) {
                JsonNode record = Json.parse(line);
                counts.merge(api(record) + " " + outcome(record), 1, Integer::sum);
            }
        }
        System.out.println("llm-cassettes: " + counts);
        assertThat(counts.keySet()).noneMatch(key -> key.startsWith("call ") && key.contains("UNKNOWN_SHAPE"));
        assertThat(counts.values().stream().mapToInt(Integer::intValue).sum()).isEqualTo(1505);
    }

    private static String api(JsonNode record) {
        String uri = record.path("uri").asText();
        boolean call = uri.contains("/chat/completions")
                || uri.contains("/v1/responses")
                || uri.contains("api.anthropic.com/v1/messages");
        return call ? "call" : "other";
    }

    private static String outcome(JsonNode record) {
        try {
            Span span = Records.span(record);
            List<String> words =
                    new ArrayList<>(List.of(span.name(), span.status().name()));
            span.fidelity().forEach(flag -> words.add(flag.name()));
            return String.join(" ", words);
        } catch (UnreadableRecord refused) {
            return refused.reason().name();
        }
    }
}
