package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Map;

/** The tools that an observation's call was offered: by name, each as JSON in text; or in the request that was logged whole. */
final class DefinedTools {
    private DefinedTools() {}

    /** All of them, as a request has them. */
    static ObjectNode of(Row row, JsonNode traced) {
        ObjectNode request = Json.MAPPER.createObjectNode();
        ArrayNode tools = request.putArray("tools");
        for (Map.Entry<String, JsonNode> defined :
                row.decoded("tool_definitions").properties()) {
            JsonNode tool = JsonInText.decoded(defined.getValue());
            ObjectNode named = Json.MAPPER.createObjectNode().put("name", defined.getKey());
            tool.properties().forEach(field -> named.set(field.getKey(), field.getValue()));
            tools.add(tool.path("function").isObject() ? tool : named);
        }
        JsonNode input = row.decoded("input");
        JsonNode asked = input.path("tools").isArray() ? input.path("tools") : MissingNode.getInstance();
        for (JsonNode offered : List.of(
                asked,
                ListedTools.of(JsonInText.decoded(input)).tools(),
                JsonInText.decoded(traced.path("gen_ai.tool.definitions")))) {
            if (tools.isEmpty() && offered.isArray()) {
                offered.forEach(tools::add);
            }
        }
        return request;
    }
}
