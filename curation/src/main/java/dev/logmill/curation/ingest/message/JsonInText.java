package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;

/**
 * JSON that was logged as text, once or up to {@value #MAX_LEVELS} times over. Only what ends as a list or an object is
 * undone: a text that merely looks like a number or a flag stays the text that it is.
 */
public final class JsonInText {
    private static final int MAX_LEVELS = 3;

    private JsonInText() {}

    /** The list or object that a text holds; anything else as it is. */
    public static JsonNode decoded(JsonNode value) {
        JsonNode inner = value;
        for (int level = 0; level < MAX_LEVELS && inner.isTextual(); level++) {
            inner = once(inner.textValue());
        }
        return inner.isContainerNode() ? inner : value;
    }

    private static JsonNode once(String text) {
        String start = text.stripLeading();
        boolean quoted = start.startsWith("\"") || start.startsWith("{") || start.startsWith("[");
        try {
            return quoted ? Json.parse(text) : Json.MAPPER.nullNode();
        } catch (JsonProcessingException noJson) {
            return Json.MAPPER.nullNode();
        }
    }
}
