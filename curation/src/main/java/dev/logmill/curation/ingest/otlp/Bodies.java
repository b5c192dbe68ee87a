package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.List;

/** Requests and responses that an instrumentation noted whole where others note the messages in them. */
final class Bodies {
    private static final List<String> BESIDE = List.of("system", "instructions");

    private Bodies() {}

    /** The messages inside a request or a response; the value itself where it is neither. */
    static JsonNode inside(JsonNode logged) {
        JsonNode body = JsonInText.decoded(logged);
        if (body.path("messages").isArray()) {
            return before(body).addAll((ArrayNode) body.path("messages"));
        }
        JsonNode prompt = body.path("prompt");
        if (prompt.isArray()) {
            return before(body).addAll((ArrayNode) prompt);
        }
        if (prompt.isTextual()) {
            ArrayNode messages = before(body);
            messages.addObject().put("role", "user").set("content", prompt);
            return messages;
        }
        return body.path("choices").path(0).path("message").isObject() ? choices(body.path("choices")) : logged;
    }

    private static ArrayNode before(JsonNode body) {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        for (String beside : BESIDE) {
            if (!Fields.isEmpty(body.path(beside))) {
                messages.addObject().put("role", "system").set("content", body.path(beside));
            }
        }
        return messages;
    }

    private static ArrayNode choices(JsonNode choices) {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        choices.forEach(choice -> messages.add(choice.path("message")));
        return messages;
    }
}
