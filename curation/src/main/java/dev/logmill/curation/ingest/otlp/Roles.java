package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;

/** Gives a role to messages whose place tells it. */
final class Roles {
    private Roles() {}

    /** The same messages; those that name nobody are of this speaker, unless they are of a form that tells it elsewhere. */
    static ArrayNode filled(ArrayNode messages, String otherwise) {
        ArrayNode filled = Json.MAPPER.createArrayNode();
        for (JsonNode message : messages) {
            boolean nameless = message.isObject()
                    && Fields.word(message, "role").isBlank()
                    && !AnyMessages.isOtherwiseSpoken(message);
            filled.add(nameless ? ((ObjectNode) message.deepCopy()).put("role", otherwise) : message);
        }
        return filled;
    }
}
