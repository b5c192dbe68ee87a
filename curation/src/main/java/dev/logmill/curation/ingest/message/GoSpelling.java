package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Gemini's requests and answers as Go programs log their structs, {@code {Contents: [{Role, Parts: [{Text}]}]}}. */
final class GoSpelling {
    /** What tools take and bring is not Gemini's, and keeps its names. */
    private static final Set<String> OF_TOOLS = Set.of("Args", "Response");

    private GoSpelling() {}

    /** Whether the fields of a value begin with capitals, as Go's do. */
    static boolean isOne(JsonNode body) {
        return body.path("Contents").isArray()
                || body.path("Content").path("Parts").isArray();
    }

    /** The same with names as Gemini's API has them; what says nothing is left out. */
    static JsonNode undone(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = Json.MAPPER.createArrayNode();
            node.forEach(element -> list.add(undone(element)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode plain = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String name = field.getKey();
            boolean silent = Fields.isEmpty(field.getValue())
                    || field.getValue().equals(Json.MAPPER.getNodeFactory().booleanNode(false));
            if (!silent && !name.isEmpty()) {
                String lower = name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1);
                plain.set(lower, OF_TOOLS.contains(name) ? field.getValue() : undone(field.getValue()));
            }
        }
        return plain;
    }
}
