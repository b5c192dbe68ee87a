package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Chunks of a chat completion. It is whole when each of its choices says why it ended. */
public final class ChatStream {
    /** {@code obfuscation} only pads the chunks. */
    private static final Set<String> OF_CHUNKS = Set.of("choices", "object", "obfuscation");

    private final ObjectNode body = Json.MAPPER.createObjectNode();
    private final Map<Integer, ChatChoice> choices = new TreeMap<>();

    private ChatStream() {}

    /** The completion that the chunks are pieces of. */
    public static JsonNode assembled(List<JsonNode> chunks, Fields fields) {
        ChatStream stream = new ChatStream();
        chunks.forEach(stream::add);
        return stream.whole(fields);
    }

    private void add(JsonNode chunk) {
        for (Map.Entry<String, JsonNode> field : chunk.properties()) {
            if (!OF_CHUNKS.contains(field.getKey()) && !Fields.isEmpty(field.getValue())) {
                body.set(field.getKey(), field.getValue());
            }
        }
        // Groq counts the tokens in a field of its own.
        JsonNode counted = chunk.path("x_groq").path("usage");
        if (counted.isObject() && !body.has("usage")) {
            body.set("usage", counted);
        }
        for (JsonNode choice : chunk.path("choices")) {
            choices.computeIfAbsent(choice.path("index").asInt(), index -> new ChatChoice())
                    .add(choice);
        }
    }

    private JsonNode whole(Fields fields) {
        boolean ended = !choices.isEmpty() && choices.values().stream().allMatch(ChatChoice::ended);
        if (!ended && !body.has("error")) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        body.put("object", "chat.completion");
        ArrayNode array = body.putArray("choices");
        choices.forEach((index, choice) -> array.add(choice.whole(index)));
        return body;
    }
}
