package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Tool;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The tools of a request, in any of their forms: nested under {@code function}, flat as in Responses, with
 * {@code input_schema} as in Anthropic, {@code inputSchema} as in MCP, the older {@code functions}, Gemini's
 * {@code functionDeclarations}, Bedrock's {@code toolSpec} and Cohere's {@code parameter_definitions}. A tool that the provider
 * brings itself goes by its type.
 */
public final class OfferedTools {
    private static final List<String> SCHEMAS = List.of(
            "parameters",
            "input_schema",
            "inputSchema",
            "json_schema",
            "schema",
            "parametersJsonSchema",
            "parameters_json_schema");
    private static final String CACHE_POINT = "cachePoint";
    private static final Map<String, String> PYTHON = Map.of(
            "str", "string", "string", "string", "int", "integer", "float", "number", "bool", "boolean", "list",
            "array", "dict", "object");
    private static final Set<String> KNOWN = Set.of(
            "toolSpec",
            "parameter_definitions",
            "type",
            "name",
            "description",
            "parameters",
            "input_schema",
            "inputSchema",
            "json_schema",
            "schema",
            "parametersJsonSchema",
            "parameters_json_schema",
            "custom",
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
            JsonNode declared = tool.has("functionDeclarations")
                    ? tool.path("functionDeclarations")
                    : tool.path("function_declarations");
            List<String> built = built(tool);
            if (tool.has(CACHE_POINT)) {
                // Where Bedrock's cache ends; a model never sees it.
                fields.keep(place + "[" + i + "]", tool);
            } else if (declared.isArray() || !built.isEmpty()) {
                add(declared, place + "[" + i + "]", tools);
                built.forEach(name -> builtIn(name, tool.path(name), place, tools));
            } else {
                JsonNode function = function(tool);
                tools.add(tool(tool, function));
                fields.keepRest(place + "[" + i + "]", function, KNOWN);
            }
        }
    }

    /** Gemini names the tools that it brings itself by the field that holds their settings. */
    private static List<String> built(JsonNode tool) {
        boolean named = tool.has("name") || tool.has("type");
        return named
                ? List.of()
                : tool.properties().stream()
                        .filter(field -> field.getValue().isObject() && !KNOWN.contains(field.getKey()))
                        .map(Map.Entry::getKey)
                        .toList();
    }

    private void builtIn(String name, JsonNode settings, String place, List<Tool> tools) {
        StringBuilder snake = new StringBuilder(name.length() + 2);
        name.chars().forEach(c -> snake.append(Character.isUpperCase(c) ? "_" : "")
                .append(Character.toString(Character.toLowerCase(c))));
        tools.add(new Tool(snake.toString(), Optional.empty(), Optional.empty()));
        fields.keep("%s.%s".formatted(place, snake), settings);
    }

    private static JsonNode function(JsonNode tool) {
        return tool.path("function").isObject()
                ? tool.path("function")
                : tool.path("toolSpec").isObject() ? tool.path("toolSpec") : tool;
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

    /** The first that is an object, be it as text; Bedrock has it under {@code json}. */
    private static Optional<String> schema(JsonNode function) {
        return SCHEMAS.stream()
                .map(name -> JsonInText.decoded(function.path(name)))
                .filter(JsonNode::isObject)
                .map(schema -> schema.size() == 1 && schema.path("json").isObject() ? schema.path("json") : schema)
                .findFirst()
                .or(() -> definitions(function.path("parameter_definitions")))
                .map(SchemaText::of);
    }

    /** Cohere's older form: a type, in Python's words, a description and whether it is required, for each parameter. */
    private static Optional<JsonNode> definitions(JsonNode definitions) {
        if (!definitions.isObject()) {
            return Optional.empty();
        }
        ObjectNode schema = Json.MAPPER.createObjectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = Json.MAPPER.createArrayNode();
        for (Map.Entry<String, JsonNode> parameter : definitions.properties()) {
            ObjectNode property = properties.putObject(parameter.getKey());
            String type = PYTHON.get(Fields.word(parameter.getValue(), "type"));
            if (type != null) {
                property.put("type", type);
            }
            Fields.text(parameter.getValue(), "description").ifPresent(text -> property.put("description", text));
            if (parameter.getValue().path("required").asBoolean()) {
                required.add(parameter.getKey());
            }
        }
        if (!required.isEmpty()) {
            schema.set("required", required);
        }
        return Optional.of(schema);
    }
}
