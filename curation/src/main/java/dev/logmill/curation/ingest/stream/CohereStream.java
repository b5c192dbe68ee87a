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

/** Events of a stream of Cohere's chat, {@code message-start} to {@code message-end}; those of its older one are of {@link CohereOlderStream}. */
public final class CohereStream {
    private final ObjectNode body = Json.MAPPER.createObjectNode();
    private final StringBuilder text = new StringBuilder();
    private final StringBuilder plan = new StringBuilder();
    private final Map<Integer, ObjectNode> calls = new TreeMap<>();
    private boolean ended;

    private CohereStream() {}

    /** The response of the newer chat. */
    public static JsonNode assembled(List<JsonNode> events, Fields fields) {
        CohereStream stream = new CohereStream();
        events.forEach(stream::add);
        return stream.whole(fields);
    }

    private void add(JsonNode event) {
        JsonNode delta = event.path("delta");
        JsonNode message = delta.path("message");
        if (event.path("id").isTextual()) {
            body.set("id", event.path("id"));
        }
        text.append(Fields.word(message.path("content"), "text"));
        plan.append(Fields.word(message, "tool_plan"));
        call(event.path("index").asInt(), message.path("tool_calls"));
        if (Fields.word(event, "type").equals("message-end")) {
            ended = true;
            delta.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        }
    }

    private void call(int index, JsonNode piece) {
        if (!piece.isObject()) {
            return;
        }
        ObjectNode call = calls.computeIfAbsent(index, none -> Json.MAPPER.createObjectNode());
        if (piece.has("id")) {
            call.set("id", piece.path("id"));
        }
        ObjectNode function = call.withObject("/function");
        JsonNode named = piece.path("function");
        if (named.has("name")) {
            function.set("name", named.path("name"));
        }
        function.put("arguments", Fields.word(function, "arguments") + Fields.word(named, "arguments"));
    }

    private JsonNode whole(Fields fields) {
        if (!ended) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        ObjectNode message = body.putObject("message").put("role", "assistant");
        if (text.length() > 0) {
            ArrayNode content = message.putArray("content");
            content.addObject().put("type", "text").put("text", text.toString());
        }
        if (plan.length() > 0) {
            message.put("tool_plan", plan.toString());
        }
        if (!calls.isEmpty()) {
            calls.values().forEach(message.putArray("tool_calls")::add);
        }
        return body;
    }
}
