package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import java.math.BigInteger;
import java.util.Map;
import java.util.Set;

/**
 * Attributes as plain JSON by their dotted names, from the lists of typed values of OTLP (see {@code AnyValue} of
 * opentelemetry-proto), from objects, flat or nested, as Phoenix writes them, and from objects of type and value as Sentry does.
 */
final class AttributeValues {
    private static final Set<String> OF_SENTRY = Set.of("type", "value", "unit");
    private static final int LONGEST_INTEGER = 20;

    private AttributeValues() {}

    /** One field for each attribute; of two of one name the later one stands. */
    static ObjectNode of(JsonNode attributes) {
        ObjectNode flat = Json.MAPPER.createObjectNode();
        if (attributes.isArray()) {
            attributes.forEach(pair -> flat.set(pair.path("key").asText(), value(pair.path("value"))));
        } else {
            attributes.properties().forEach(field -> flatten(field.getKey(), field.getValue(), flat));
        }
        return flat;
    }

    private static void flatten(String name, JsonNode value, ObjectNode into) {
        if (!value.isObject() || value.isEmpty()) {
            into.set(name, value);
        } else if (isTyped(value)) {
            into.set(name, value.path("value"));
        } else {
            for (Map.Entry<String, JsonNode> field : value.properties()) {
                flatten(name + "." + field.getKey(), field.getValue(), into);
            }
        }
    }

    private static boolean isTyped(JsonNode value) {
        boolean both = value.has("value") && value.path("type").isTextual();
        return both
                && value.properties().stream().allMatch(field -> OF_SENTRY.contains(field.getKey()))
                && Set.of("string", "integer", "double", "boolean", "array")
                        .contains(value.path("type").textValue());
    }

    /** The plain value of a typed one; a value that is not typed is plain already. */
    static JsonNode value(JsonNode typed) {
        if (!typed.isObject()) {
            return typed.isMissingNode() ? NullNode.getInstance() : typed;
        }
        for (Map.Entry<String, JsonNode> field : typed.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "stringValue", "string_value", "boolValue", "bool_value", "doubleValue", "double_value" -> {
                    return value;
                }
                case "bytesValue", "bytes_value" -> {
                    return value;
                }
                case "intValue", "int_value" -> {
                    return integer(value);
                }
                case "arrayValue", "array_value" -> {
                    return list(value.path("values"));
                }
                case "kvlistValue", "kvlist_value" -> {
                    return object(value.path("values"));
                }
                default -> {}
            }
        }
        return typed.isEmpty() ? NullNode.getInstance() : typed;
    }

    private static JsonNode integer(JsonNode value) {
        String digits = value.asText();
        boolean isInteger = value.isTextual() && digits.length() <= LONGEST_INTEGER && digits.matches("-?[0-9]+");
        return isInteger ? Json.MAPPER.getNodeFactory().numberNode(new BigInteger(digits)) : value;
    }

    private static ArrayNode list(JsonNode values) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        values.forEach(value -> list.add(value(value)));
        return list;
    }

    private static ObjectNode object(JsonNode pairs) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        pairs.forEach(pair -> object.set(pair.path("key").asText(), value(pair.path("value"))));
        return object;
    }

    /** A text as a value. */
    static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }
}
