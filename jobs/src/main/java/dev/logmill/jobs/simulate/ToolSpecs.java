package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;

/** Tools as chat completions declare them. */
final class ToolSpecs {
    private ToolSpecs() {}

    static ArrayNode of(ObjectNode... tools) {
        ArrayNode all = Json.MAPPER.createArrayNode();
        for (ObjectNode tool : tools) {
            all.add(tool);
        }
        return all;
    }

    /** A tool whose fields are all texts and all needed; {@code name:a|b} takes just these values. */
    static ObjectNode tool(String name, String description, String... fields) {
        ObjectNode tool = Json.MAPPER.createObjectNode().put("type", "function");
        ObjectNode function = tool.putObject("function").put("name", name).put("description", description);
        ObjectNode schema = function.putObject("parameters").put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        for (String field : fields) {
            int colon = field.indexOf(':');
            String key = colon < 0 ? field : field.substring(0, colon);
            ObjectNode property = properties.putObject(key).put("type", "string");
            if (colon >= 0) {
                ArrayNode values = property.putArray("enum");
                for (String value : field.substring(colon + 1).split("\\|", -1)) {
                    values.add(value);
                }
            }
            required.add(key);
        }
        schema.put("additionalProperties", false);
        return tool;
    }
}
