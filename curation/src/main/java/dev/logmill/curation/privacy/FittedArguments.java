package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Map;

/**
 * A tool's arguments gone through along with its schema, so that what takes the place of a value is one that the schema takes.
 *
 * @param said goes over what the schema does not list
 */
record FittedArguments(JsonRedactor said, SchemaRedactor schemas, String scope) {
    /** What the schema does not tell of is gone through as anywhere. */
    JsonNode of(JsonNode node, JsonNode schema, String label) throws PrivacyFailure {
        if (node.isObject() && schema.path("properties").isObject()) {
            ObjectNode object = Json.MAPPER.createObjectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String key = field.getKey();
                JsonNode inner = schema.path("properties").path(key);
                JsonRedactor keys = inner.isMissingNode() ? said : schemas.offered();
                object.set(keys.key(node, object, key, scope), of(field.getValue(), inner, key));
            }
            return object;
        }
        if (node.isArray() && schema.path("items").isObject()) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            for (JsonNode element : node) {
                array.add(of(element, schema.path("items"), label));
            }
            return array;
        }
        return isOneOf(node, schema)
                ? schemas.listed(node, schema)
                : schemas.fitted().of(node, said.redact(node, label, scope), schema);
    }

    /** Whether the tool's developers listed the value: it stays as it stands in the tool's own schema, since that takes no other. */
    private static boolean isOneOf(JsonNode node, JsonNode schema) {
        if (schema.has("const") && schema.path("const").equals(node)) {
            return true;
        }
        for (JsonNode one : schema.path("enum")) {
            if (one.equals(node)) {
                return true;
            }
        }
        return false;
    }
}
