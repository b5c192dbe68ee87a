package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import java.util.Map;

/** A tool's arguments gone through along with its schema, so that what takes the place of a value is one that the schema takes. */
record FittedArguments(JsonRedactor json, JsonRedactor offered, Pseudonyms pseudonyms, String scope) {
    /** What the schema does not tell of is gone through as anywhere. */
    JsonNode of(JsonNode node, JsonNode schema, String label) throws PrivacyFailure {
        if (node.isObject() && schema.path("properties").isObject()) {
            ObjectNode object = Json.MAPPER.createObjectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String key = field.getKey();
                JsonNode inner = schema.path("properties").path(key);
                object.set(json.key(node, object, key, scope), of(field.getValue(), inner, key));
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
        if (isOneOf(node, schema)) {
            return offered.redact(node, label, JoinRedactor.SCOPE);
        }
        JsonNode redacted = json.redact(node, label, scope);
        return JsonWalk.isOther(redacted, node) ? fitted(node, redacted, schema) : node;
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

    private JsonNode fitted(JsonNode node, JsonNode redacted, JsonNode schema) {
        Surrogate surrogate = new Surrogate(pseudonyms, scope, redacted.asText());
        if (node.isIntegralNumber() && Surrogate.isNumber(schema)) {
            return Json.MAPPER.getNodeFactory().numberNode(surrogate.number(node.asText()));
        }
        if (node.isNumber() && Surrogate.isNumber(schema)) {
            return Json.MAPPER.getNodeFactory().numberNode(surrogate.degrees());
        }
        return node.isTextual() && Surrogate.isAskedFor(schema, redacted.asText())
                ? TextNode.valueOf(surrogate.text(node.textValue(), schema))
                : redacted;
    }
}
