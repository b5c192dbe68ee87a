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
    private final Map<Integer, GeminiCandidate> candidates = new TreeMap<>();

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
            candidates
                    .computeIfAbsent(candidate.path("index").asInt(), index -> new GeminiCandidate())
                    .add(candidate);
        }
    }

    private JsonNode whole(Fields fields) {
        boolean ended = !candidates.isEmpty() && candidates.values().stream().allMatch(GeminiCandidate::ended);
        if (!ended && !body.has("promptFeedback") && !body.has("error")) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        ArrayNode array = body.putArray("candidates");
        candidates.values().forEach(candidate -> array.add(candidate.whole()));
        return body;
    }
}
