package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;

/** A message as a pair of who speaks and what is said, {@code ["human", "Hello"]}: LangChain's short form. */
final class RoleAndText implements MessageForm {
    @Override
    public boolean fits(JsonNode message) {
        return message.isArray()
                && message.size() == 2
                && message.get(0).isTextual()
                && Speaker.isKnown(Json.MAPPER.createObjectNode().set("role", message.get(0)));
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        ObjectNode plain = Json.MAPPER.createObjectNode();
        plain.set("role", message.get(0));
        plain.set("content", message.get(1));
        return List.of(plain);
    }
}
