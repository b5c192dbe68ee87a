package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;

/**
 * Items of the Responses API under the names that the Agents SDK for JavaScript has for theirs, as {@code {type: function_call_result, callId,
 * output: {type, text}}}.
 */
final class SdkItems {
    private static final String RESULT = "function_call_result";

    private SdkItems() {}

    /** The items under the names of the API. */
    static JsonNode plain(JsonNode items) {
        ArrayNode plain = Json.MAPPER.createArrayNode();
        for (JsonNode item : items) {
            boolean result = Fields.word(item, "type").endsWith(ResponsesItems.OUTPUT)
                    || Fields.word(item, "type").equals(RESULT);
            boolean ofSdk = item.isObject() && (result || item.has("callId"));
            plain.add(ofSdk ? renamed(item) : item);
        }
        return plain;
    }

    private static ObjectNode renamed(JsonNode item) {
        ObjectNode renamed = item.deepCopy();
        renamed.put("type", Fields.word(item, "type").replace(RESULT, "function_call_output"));
        if (item.has("callId")) {
            renamed.set("call_id", renamed.remove("callId"));
        }
        if (item.path("output").isObject() && Part.of(item.path("output")).isEmpty()) {
            renamed.put("output", Json.canonical(item.path("output")));
        }
        return renamed;
    }
}
