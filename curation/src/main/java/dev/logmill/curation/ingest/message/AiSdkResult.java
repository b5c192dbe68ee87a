package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Optional;
import java.util.stream.Stream;

/** What a function of the AI SDK gave back, where it was logged without its messages. */
final class AiSdkResult {
    private AiSdkResult() {}

    /** What each of its steps said, where it tells them, else the whole. */
    static Optional<JsonNode> of(JsonNode logged) {
        boolean result = logged.has("finishReason") || logged.has("toolCalls") || logged.has("steps");
        boolean says = logged.has("text") || logged.has("toolCalls") || logged.has("object");
        if (!result || logged.path("content").isArray() || !says) {
            return Optional.empty();
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        for (JsonNode step : logged.path("steps")) {
            JsonNode content = step.path("content").isArray() ? step.path("content") : partsOf(step);
            if (!content.isEmpty()) {
                messages.addObject().put("role", "assistant").set("content", content);
            }
        }
        if (messages.size() > 1) {
            return Optional.of(messages);
        }
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant");
        return Optional.of(message.set("content", partsOf(logged)));
    }

    /** What a result or one step of it says, as parts. */
    private static ArrayNode partsOf(JsonNode result) {
        ArrayNode parts = Json.MAPPER.createArrayNode();
        Stream.of(result.path("reasoningText"), result.path("reasoning"))
                .filter(thought -> thought.isTextual() && !thought.textValue().isEmpty())
                .findFirst()
                .ifPresent(thought -> parts.addObject().put("type", "reasoning").set("text", thought));
        JsonNode text = result.path("text");
        if (!Fields.isEmpty(text)) {
            parts.addObject().put("type", "text").set("text", text);
        } else if (result.path("object").isContainerNode()) {
            parts.addObject().put("type", "text").put("text", Json.canonical(result.path("object")));
        }
        result.path("toolCalls").forEach(parts::add);
        result.path("toolResults").forEach(parts::add);
        return parts;
    }
}
