package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;

/**
 * A message of the AI SDK's fourth user interface, with its calls and their results beside the content: {@code {role, content,
 * toolInvocations: [{state, toolCallId, toolName, args, result}]}}.
 */
final class ToolInvocations implements MessageForm {
    private static final String NAME = "toolInvocations";

    @Override
    public boolean fits(JsonNode message) {
        return message.path(NAME).path(0).path("toolCallId").isTextual();
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        ObjectNode plain = message.deepCopy();
        JsonNode invocations = plain.remove(NAME);
        // Later ones repeat their calls as parts.
        if (plain.path("parts").isArray()) {
            return List.of(plain);
        }
        ArrayNode parts = Json.MAPPER.createArrayNode();
        // What is said of a result is said behind it.
        invocations.forEach(parts::add);
        JsonNode content = plain.path("content");
        if (content.isTextual() && !content.textValue().isEmpty()) {
            parts.addObject().put("type", "text").set("text", content);
        }
        return List.of(plain.set("content", parts));
    }
}
