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

/**
 * Chunks of a completion of a prompt, each with a piece of the text. It is whole when each of its choices says why it ended;
 * some servers say so in the empty delta of a chat.
 */
public final class TextStream {
    private TextStream() {}

    /** The completion that the chunks are pieces of. */
    public static JsonNode assembled(List<JsonNode> chunks, Fields fields) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        Map<Integer, Growing> choices = new TreeMap<>();
        for (JsonNode chunk : chunks) {
            for (Map.Entry<String, JsonNode> field : chunk.properties()) {
                if (!field.getKey().equals("choices") && !Fields.isEmpty(field.getValue())) {
                    body.set(field.getKey(), field.getValue());
                }
            }
            chunk.path("choices").forEach(choice -> add(choice, choices));
        }
        ArrayNode whole = body.putArray("choices");
        choices.values().forEach(choice -> whole.add(choice.whole()));
        boolean ended = !whole.isEmpty();
        for (JsonNode choice : whole) {
            ended &= choice.path("finish_reason").isTextual();
        }
        if (!ended && !body.has("error")) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        return body;
    }

    private static void add(JsonNode choice, Map<Integer, Growing> choices) {
        int index = choice.path("index").asInt();
        Growing growing = choices.computeIfAbsent(
                index, first -> new Growing(Json.MAPPER.createObjectNode().put("index", index)));
        growing.append("text", choice.path("text"));
        // Of DeepSeek's models on Bedrock it is the stop reason.
        growing.settle(
                "finish_reason",
                choice.has("finish_reason") ? choice.path("finish_reason") : choice.path("stop_reason"));
    }
}
