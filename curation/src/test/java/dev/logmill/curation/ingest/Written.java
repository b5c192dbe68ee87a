package dev.logmill.curation.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.time.Instant;

/** How logging systems write values: times in their units, JSON in text, what is absent left out. */
final class Written {
    private Written() {}

    static JsonNode json(String text) {
        return parsed(text.replace('\'', '"'));
    }

    static JsonNode parsed(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    static String quoted(String text) {
        return text(text).toString();
    }

    static ArrayNode messages(JsonNode told) {
        if (told.path("input").isArray()) {
            return (ArrayNode) told.path("input");
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        if (told.has("input")) {
            messages.addObject().put("role", "user").set("content", told.path("input"));
        }
        return messages;
    }

    static void attribute(ArrayNode attributes, String key, JsonNode value) {
        if (!value.isMissingNode()) {
            String type = value.isIntegralNumber() ? "intValue" : value.isNumber() ? "doubleValue" : "stringValue";
            attributes.addObject().put("key", key).putObject("value").put(type, value.asText(value.toString()));
        }
    }

    static void put(ObjectNode node, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            node.set(name, value);
        }
    }

    /** With fields that no system has. */
    static ObjectNode with(ObjectNode node, JsonNode extra) {
        extra.properties().forEach(field -> node.set(field.getKey(), field.getValue()));
        return node;
    }

    static JsonNode text(String text) {
        return Json.MAPPER.getNodeFactory().textNode(text);
    }

    static JsonNode asText(JsonNode value) {
        return value.isContainerNode() ? text(value.toString()) : value;
    }

    static String nanos(JsonNode seconds) {
        return seconds.asLong() + "000000000";
    }

    static JsonNode iso(JsonNode seconds) {
        return seconds.isNumber() ? text(Instant.ofEpochSecond(seconds.asLong()).toString()) : seconds;
    }

    static JsonNode naive(JsonNode seconds) {
        return seconds.isNumber() ? text(iso(seconds).asText().replace("T", " ").replace("Z", "")) : seconds;
    }
}
