package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message that holds {@code parts} and no content: {@code {role, parts: [...]}} of OpenTelemetry, of the AI SDK's user
 * interface and of Gemini.
 */
final class MessageOfParts implements MessageForm {
    @Override
    public boolean fits(JsonNode message) {
        return Speaker.isKnown(message) && message.path("parts").isContainerNode();
    }

    @Override
    public JsonNode plain(JsonNode message, String place, Fields fields) {
        // The AI SDK repeats its texts as content.
        ObjectNode plain = message.deepCopy();
        plain.set("content", plain.remove("parts"));
        return plain;
    }
}
