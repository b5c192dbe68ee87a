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

/** Chunks of Gemini's streamGenerateContent, each a response with some parts more. It is whole when each candidate ended. */
public final class GeminiStream {
    private final ObjectNode body = Json.MAPPER.createObjectNode();
    private final Map<Integer, ObjectNode> candidates = new TreeMap<>();

    private GeminiStream() {}

    /** The response that the chunks are pieces of. */
    public static JsonNode assembled(List<JsonNode> chunks, Fields fields) {
        GeminiStream stream = new GeminiStream();
        chunks.forEach(stream::add);
        return stream.whole(fields);
    }

    private void add(JsonNode chunk) {
        for (Map.Entry<String, JsonNode> field : chunk.properties()) {
            if (!field.getKey().equals("candidates") && !Fields.isEmpty(field.getValue())) {
                body.set(field.getKey(), field.getValue());
            }
        }
        for (JsonNode candidate : chunk.path("candidates")) {
            ObjectNode whole = candidates.computeIfAbsent(
                    candidate.path("index").asInt(), index -> Json.MAPPER.createObjectNode());
            candidate.properties().stream()
                    .filter(field -> !field.getKey().equals("content") && !Fields.isEmpty(field.getValue()))
                    .forEach(field -> whole.set(field.getKey(), field.getValue()));
            candidate.path("content").path("parts").forEach(part -> add(part, whole));
        }
    }

    /** A text goes on the one before it, if both are thoughts or neither is. */
    private static void add(JsonNode part, ObjectNode candidate) {
        ObjectNode content = candidate.withObject("/content");
        content.put("role", "model");
        ArrayNode parts = content.withArray("/parts");
        JsonNode last = parts.path(parts.size() - 1);
        boolean goesOn = isText(last) && isText(part) && isThought(last) == isThought(part);
        if (goesOn) {
            ((ObjectNode) last).put("text", Fields.word(last, "text") + Fields.word(part, "text"));
        } else if (!isText(part) || !Fields.word(part, "text").isEmpty()) {
            parts.add(part.deepCopy());
        }
    }

    private static boolean isText(JsonNode part) {
        return part.path("text").isTextual();
    }

    private static boolean isThought(JsonNode part) {
        return part.path("thought").asBoolean();
    }

    private JsonNode whole(Fields fields) {
        boolean ended = !candidates.isEmpty() && candidates.values().stream().allMatch(one -> one.has("finishReason"));
        if (!ended && !body.has("promptFeedback") && !body.has("error")) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        ArrayNode array = body.putArray("candidates");
        candidates.values().forEach(array::add);
        return body;
    }
}
