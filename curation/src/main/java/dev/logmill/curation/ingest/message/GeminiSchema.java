package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Gemini's schemas as JSON Schema: a part of OpenAPI 3.0, with the names of types in capitals or as the numbers of their
 * enumeration, under {@code type} or, as Python's protocol buffers print it, {@code type_}; and {@code nullable}.
 *
 * @see <a href="https://ai.google.dev/api/caching#Schema">Schema</a>
 */
final class GeminiSchema {
    /** By number; the first is no type. */
    private static final List<String> TYPES =
            List.of("TYPE_UNSPECIFIED", "STRING", "NUMBER", "INTEGER", "BOOLEAN", "ARRAY", "OBJECT", "NULL");

    /** What holds values and no schemas. */
    private static final Set<String> VALUES = Set.of("enum", "default", "example", "const");

    private GeminiSchema() {}

    /** The same schema in JSON Schema's words; one that is in those already stays as it is. */
    static JsonNode plain(JsonNode schema) {
        if (schema.isArray()) {
            ArrayNode list = Json.MAPPER.createArrayNode();
            schema.forEach(element -> list.add(plain(element)));
            return list;
        }
        if (!schema.isObject()) {
            return schema;
        }
        ObjectNode plain = Json.MAPPER.createObjectNode();
        String type = type(schema);
        for (Map.Entry<String, JsonNode> field : schema.properties()) {
            boolean ofType = !type.isEmpty()
                    && (field.getKey().equals("type") || field.getKey().equals("type_"));
            boolean isValue = VALUES.contains(field.getKey());
            if (!ofType) {
                plain.set(field.getKey(), isValue ? field.getValue() : plain(field.getValue()));
            }
        }
        if (!type.isEmpty()) {
            typed(plain, type);
        }
        return plain;
    }

    private static void typed(ObjectNode plain, String type) {
        boolean nullable =
                plain.path("nullable").isBoolean() && plain.remove("nullable").booleanValue();
        if (nullable) {
            plain.putArray("type").add(type).add("null");
            if (plain.path("enum").isArray()) {
                plain.set("enum", plain.path("enum").<ArrayNode>deepCopy().addNull());
            }
        } else {
            plain.put("type", type);
        }
    }

    /** Empty where Google's words for a type are not what it says. */
    private static String type(JsonNode schema) {
        JsonNode said = schema.has("type") ? schema.path("type") : schema.path("type_");
        int number = said.isInt() ? said.intValue() : said.isTextual() ? TYPES.indexOf(said.textValue()) : 0;
        return number > 0 && number < TYPES.size() ? TYPES.get(number).toLowerCase(Locale.ROOT) : "";
    }
}
