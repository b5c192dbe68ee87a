package dev.logmill.export.target;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.util.List;

/** Tools and their calls in the nesting that all targets share. */
final class ToolJson {
    private ToolJson() {}

    /** Tools as offered. */
    static ArrayNode offered(List<Tool> tools) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (Tool tool : tools) {
            ObjectNode function = array.addObject()
                    .put("type", "function")
                    .putObject("function")
                    .put("name", tool.name());
            tool.description().ifPresent(text -> function.put("description", text));
            tool.parameters().flatMap(Json::container).ifPresent(schema -> function.set("parameters", schema));
        }
        return array;
    }

    /** Calls of tools, their arguments in the target's form; what is no JSON stays text, for a rule to refuse. */
    static ArrayNode calls(List<ToolCall> calls, ArgumentForm form) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        for (ToolCall call : calls) {
            ObjectNode function = array.addObject()
                    .put("id", call.id())
                    .put("type", "function")
                    .putObject("function")
                    .put("name", call.name());
            function.set("arguments", arguments(call.arguments(), form));
        }
        return array;
    }

    private static JsonNode arguments(String text, ArgumentForm form) {
        JsonNode asText = Json.MAPPER.getNodeFactory().textNode(text);
        return switch (form) {
            case STRING -> asText;
            case OBJECT -> Json.container(text).orElse(asText);
        };
    }
}
