package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.List;
import java.util.Map;

/**
 * Chunks of a completion of Claude before its messages, each with a piece of the text: {@code {type: completion, completion: " Hi",
 * stop_reason: null}}, also as Bedrock hands them on. In the API's version of 2023-01-01, whose chunks say {@code truncated}, each
 * holds all of the text so far. It is whole when one says why it ended.
 */
public final class ClaudeTextStream {
    private ClaudeTextStream() {}

    /** Whether an event is one. Beside a prompt a completion is a record's own answer. */
    public static boolean isChunk(JsonNode event) {
        return event.path("completion").isTextual() && event.has("stop_reason") && !event.has("prompt");
    }

    /** The completion that the chunks are pieces of; what stands between them, such as a ping, is passed over. */
    public static JsonNode assembled(List<JsonNode> events, Fields fields) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        StringBuilder said = new StringBuilder();
        for (JsonNode event : events) {
            if (isChunk(event)) {
                for (Map.Entry<String, JsonNode> field : event.properties()) {
                    if (!Fields.isEmpty(field.getValue())) {
                        body.set(field.getKey(), field.getValue());
                    }
                }
                said.setLength(event.has("truncated") ? 0 : said.length());
                said.append(event.path("completion").textValue());
            }
        }
        if (!body.has("stop_reason")) {
            body.putNull("stop_reason");
            if (events.stream().noneMatch(event -> event.has("error"))) {
                fields.note(Fidelity.PARTIAL_STREAM);
            }
        }
        return body.put("completion", said.toString());
    }
}
