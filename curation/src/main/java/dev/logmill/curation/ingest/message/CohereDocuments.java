package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Set;

/**
 * The {@code documents} that a request of Cohere's chat brings to answer from, {@code "text"}, {@code {title, snippet}} or {@code {id, data}}. The
 * model read them beside the last question: there they are text of the message.
 */
public final class CohereDocuments {
    public static final String NAME = "documents";
    private static final Set<String> USER = Set.of("user", "USER");

    private CohereDocuments() {}

    /** Messages with the documents of the request before the last question; where nobody asks one, a message of its own. */
    public static ArrayNode in(JsonNode messages, JsonNode request) {
        ArrayNode told = Json.MAPPER.createArrayNode();
        messages.forEach(told::add);
        if (Fields.isEmpty(request.path(NAME))) {
            return told;
        }
        int last = told.size() - 1;
        while (last >= 0 && !USER.contains(Fields.word(told.path(last), "role"))) {
            last--;
        }
        ArrayNode content = Json.MAPPER.createArrayNode();
        request.path(NAME).forEach(document -> content.add(part(document)));
        if (last < 0) {
            told.insertObject(0).put("role", "user").set("content", content);
            return told;
        }
        ObjectNode asked = told.path(last).deepCopy();
        JsonNode question = asked.path("content");
        if (question.isArray()) {
            question.forEach(content::add);
        } else {
            content.addObject().put("type", "text").set("text", question);
        }
        asked.set("content", content);
        told.set(last, asked);
        return told;
    }

    private static ObjectNode part(JsonNode document) {
        ObjectNode part = Json.MAPPER.createObjectNode();
        return document.isTextual()
                ? part.put("type", "text").set("text", document)
                : part.put("type", "document").set("document", document);
    }
}
