package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * A message that holds {@code parts} and no content: {@code {role, parts: [...]}} of OpenTelemetry, of the AI SDK's user
 * interface and of Gemini, which leaves the role out where only one can be meant.
 */
final class MessageOfParts implements MessageForm {
    @Override
    public boolean fits(JsonNode message) {
        return message.path("parts").isContainerNode();
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        // The AI SDK repeats its texts as content.
        ObjectNode plain = message.deepCopy();
        plain.set("content", plain.remove("parts"));
        return List.of(plain);
    }
}
