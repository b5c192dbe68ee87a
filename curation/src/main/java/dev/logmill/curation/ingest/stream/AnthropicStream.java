package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** Events of a streamed Anthropic message. It is whole when {@code message_stop} came. */
public final class AnthropicStream {
    /** What each event does; {@code content_block_stop} and {@code ping} do nothing. */
    private static final Map<String, BiConsumer<AnthropicStream, JsonNode>> EVENTS = Map.of(
            "message_start", AnthropicStream::start,
            "content_block_start", AnthropicStream::startBlock,
            "content_block_delta", AnthropicStream::delta,
            "message_delta", AnthropicStream::messageDelta,
            "message_stop", (stream, event) -> stream.stopped = true,
            "error", (stream, event) -> stream.body.set("error", event.path("error")));

    private final ObjectNode body = Json.MAPPER.createObjectNode();
    private final ObjectNode usage = Json.MAPPER.createObjectNode();
    private final Map<Integer, Growing> blocks = new TreeMap<>();
    private boolean stopped;

    private AnthropicStream() {}

    /** The message that the events tell. */
    public static JsonNode assembled(List<JsonNode> events, Fields fields) {
        AnthropicStream stream = new AnthropicStream();
        for (JsonNode event : events) {
            EVENTS.getOrDefault(Fields.word(event, "type"), (other, ignored) -> {})
                    .accept(stream, event);
        }
        return stream.whole(fields);
    }

    private void start(JsonNode event) {
        event.path("message").properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        count(event.path("message").path("usage"));
    }

    /** Counts are running totals: the later one stands, a missing one changes nothing. */
    private void count(JsonNode counts) {
        counts.properties().forEach(field -> {
            if (!field.getValue().isNull()) {
                usage.set(field.getKey(), field.getValue());
            }
        });
    }

    private void startBlock(JsonNode event) {
        ObjectNode block = Json.MAPPER.createObjectNode();
        event.path("content_block").properties().forEach(field -> block.set(field.getKey(), field.getValue()));
        blocks.put(event.path("index").asInt(), new Growing(block));
    }

    private void delta(JsonNode event) {
        Growing block = blocks.computeIfAbsent(
                event.path("index").asInt(), index -> new Growing(Json.MAPPER.createObjectNode()));
        JsonNode delta = event.path("delta");
        for (String field : List.of("text", "thinking", "partial_json", "signature")) {
            block.append(field, delta.path(field));
        }
    }

    private void messageDelta(JsonNode event) {
        event.path("delta").properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        count(event.path("usage"));
    }

    private JsonNode whole(Fields fields) {
        if (!stopped && !body.has("error")) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        ArrayNode content = body.putArray("content");
        blocks.values().forEach(block -> content.add(wholeBlock(block)));
        body.set("usage", usage);
        return body;
    }

    /** The input of a tool came as pieces of JSON; where they are none, they stay a text. */
    private static ObjectNode wholeBlock(Growing block) {
        String json = block.text("partial_json");
        ObjectNode whole = block.whole();
        whole.remove("partial_json");
        if (!json.isEmpty()) {
            whole.put("input", json);
        }
        return whole;
    }
}
