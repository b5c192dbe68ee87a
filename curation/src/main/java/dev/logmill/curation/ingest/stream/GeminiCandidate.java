package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;

/** One candidate of Gemini's streamed answer, as it grows. */
final class GeminiCandidate {
    private final ObjectNode candidate = Json.MAPPER.createObjectNode();
    private final ArrayNode parts = Json.MAPPER.createArrayNode();
    /** The text that the last of the parts has gathered; empty where that is none. */
    private final StringBuilder text = new StringBuilder();

    void add(JsonNode piece) {
        piece.properties().stream()
                .filter(field -> !field.getKey().equals("content") && !Fields.isEmpty(field.getValue()))
                .forEach(field -> candidate.set(field.getKey(), field.getValue()));
        piece.path("content").path("parts").forEach(this::part);
    }

    /** A text goes on the one before it, if both are thoughts or neither is. */
    private void part(JsonNode part) {
        String more = part.path("text").isTextual() ? part.path("text").textValue() : "";
        boolean goesOn = !text.isEmpty() && isThought(parts.path(parts.size() - 1)) == isThought(part);
        if (part.path("text").isTextual() && (more.isEmpty() || goesOn)) {
            text.append(goesOn ? more : "");
            return;
        }
        settle();
        text.append(more);
        parts.add(part.deepCopy());
    }

    private static boolean isThought(JsonNode part) {
        return part.path("thought").asBoolean();
    }

    private void settle() {
        if (!text.isEmpty()) {
            ((ObjectNode) parts.path(parts.size() - 1)).put("text", text.toString());
            text.setLength(0);
        }
    }

    boolean ended() {
        return candidate.has("finishReason");
    }

    ObjectNode whole() {
        settle();
        if (!parts.isEmpty()) {
            candidate.putObject("content").put("role", "model").set("parts", parts);
        }
        return candidate;
    }
}
