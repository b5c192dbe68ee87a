package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Map;
import java.util.TreeMap;

/** One output item of a streamed response, as it grows; its final form, once it came, stands for all pieces. */
final class ResponseItem {
    private ObjectNode fields = Json.MAPPER.createObjectNode();
    private Growing item = new Growing(fields);
    private final Map<Integer, Growing> content = new TreeMap<>();
    private final Map<Integer, Growing> summary = new TreeMap<>();

    void begin(JsonNode begun) {
        fields = Json.MAPPER.createObjectNode();
        begun.properties().forEach(field -> fields.set(field.getKey(), field.getValue()));
        item = new Growing(fields);
    }

    void settle(JsonNode whole) {
        begin(whole);
        content.clear();
        summary.clear();
    }

    /** A piece of a top-level text, such as the arguments of a call. */
    void field(String field, JsonNode event) {
        item.append(field, event.path("delta"));
    }

    /** A top-level text, whole. */
    void settled(String field, JsonNode event) {
        item.settle(field, event.path(field));
    }

    /** A piece of a content part. */
    void part(String type, String field, JsonNode event) {
        grow(content, event.path("content_index").asInt(), type, field, event);
    }

    /** A piece of a part of the reasoning's summary. */
    void summary(JsonNode event) {
        grow(summary, event.path("summary_index").asInt(), "summary_text", "text", event);
    }

    private static void grow(Map<Integer, Growing> parts, int index, String type, String field, JsonNode event) {
        parts.computeIfAbsent(
                        index,
                        unseen -> new Growing(Json.MAPPER.createObjectNode().put("type", type)))
                .append(field, event.path("delta"));
    }

    ObjectNode whole() {
        ObjectNode whole = item.whole();
        put(whole, "content", content);
        put(whole, "summary", summary);
        return whole;
    }

    private static void put(ObjectNode whole, String field, Map<Integer, Growing> parts) {
        if (!parts.isEmpty()) {
            ArrayNode array = whole.putArray(field);
            parts.values().forEach(part -> array.add(part.whole()));
        }
    }
}
