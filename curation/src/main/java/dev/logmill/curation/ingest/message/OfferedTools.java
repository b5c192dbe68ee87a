package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The tools of a request, in any of their forms: nested under {@code function}, flat as in Responses, with
 * {@code input_schema} as in Anthropic, {@code inputSchema} as in MCP, or the older {@code functions}. A tool that the
 * provider brings itself goes by its type.
 */
public final class OfferedTools {
    private static final List<String> SCHEMAS =
            List.of("parameters", "input_schema", "inputSchema", "json_schema", "schema");
    private static final Set<String> KNOWN = Set.of(
            "type",
            "name",
            "description",
            "parameters",
            "input_schema",
            "inputSchema",
            "json_schema",
            "schema",
            "function");

    private final Fields fields;

    public OfferedTools(Fields fields) {
        this.fields = fields;
    }

    /** The tools that a request offers, in its order. */
    public List<Tool> of(JsonNode request) {
        List<Tool> tools = new ArrayList<>();
        add(request.path("tools"), "request.tools", tools);
        add(request.path("functions"), "request.functions", tools);
        return tools;
    }

    private void add(JsonNode offered, String place, List<Tool> tools) {
        for (int i = 0; i < offered.size(); i++) {
            JsonNode tool = offered.path(i);
            JsonNode function = tool.path("function").isObject() ? tool.path("function") : tool;
            tools.add(tool(tool, function));
            fields.keepRest(place + "[" + i + "]", function, KNOWN);
        }
    }

    private static Tool tool(JsonNode tool, JsonNode function) {
        JsonNode custom = tool.path("custom");
        return new Tool(
                Fields.text(function, "name")
                        .or(() -> Fields.text(custom, "name"))
                        .or(() -> Fields.text(tool, "type"))
                        .orElse(""),
                Fields.text(function, "description").or(() -> Fields.text(custom, "description")),
                schema(function));
    }

    /** The first that is an object, be it as text. */
    private static Optional<String> schema(JsonNode function) {
        return SCHEMAS.stream()
                .map(name -> JsonInText.decoded(function.path(name)))
                .filter(JsonNode::isObject)
                .findFirst()
                .map(Json::canonical);
    }
}
