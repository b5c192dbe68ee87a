package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;

/** A message of Haystack as its older releases wrote it, {@code {_role, _content, _name, _meta}}. Shape: {@code haystack.dataclasses.ChatMessage}. */
final class HaystackMessage implements MessageForm {
    @Override
    public boolean fits(JsonNode message) {
        return message.path("_role").isTextual() && message.has("_content");
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        ObjectNode plain = Json.MAPPER.createObjectNode();
        plain.set("role", message.path("_role"));
        plain.set("content", message.path("_content"));
        Fields.filled(message, "_name").ifPresent(name -> plain.put("name", name));
        fields.finished(Fields.filled(message.path("_meta"), "finish_reason"));
        fields.keep(place + ".meta", message.path("_meta"));
        return List.of(plain);
    }
}
