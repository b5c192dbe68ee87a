package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.List;

/** Lines of an answer of Ollama, each with a piece of the text; calls come whole, and the last line, {@code done}, counts. */
public final class OllamaStream {
    private static final List<String> TEXTS = List.of("content", "thinking");

    private OllamaStream() {}

    /** The answer that the lines are pieces of. */
    public static JsonNode assembled(List<JsonNode> lines, Fields fields) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        Growing message = new Growing(Json.MAPPER.createObjectNode().put("role", "assistant"));
        ArrayNode calls = Json.MAPPER.createArrayNode();
        boolean chat = false;
        StringBuilder said = new StringBuilder();
        StringBuilder thought = new StringBuilder();
        for (JsonNode line : lines) {
            line.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
            JsonNode piece = line.path("message");
            chat |= piece.isObject();
            TEXTS.forEach(name -> message.append(name, piece.path(name)));
            piece.path("tool_calls").forEach(calls::add);
            said.append(Fields.word(line, "response"));
            thought.append(Fields.word(line, "thinking"));
        }
        if (!body.path("done").asBoolean()) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        if (!chat) {
            return body.put("response", said.toString()).put("thinking", thought.toString());
        }
        ObjectNode whole = message.whole();
        if (!calls.isEmpty()) {
            whole.set("tool_calls", calls);
        }
        return body.set("message", whole);
    }
}
