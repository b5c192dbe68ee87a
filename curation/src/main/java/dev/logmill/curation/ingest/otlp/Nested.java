package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Map;
import java.util.TreeMap;

/**
 * Puts together what dotted names took apart: {@code 0.message.role} is a field of an object in an object in a list. Where
 * all names at a level are numbers it is a list, in their order.
 */
final class Nested {
    private static final int LONGEST_INDEX = 9;

    private final Map<String, Nested> children = new TreeMap<>();
    private JsonNode value = Json.MAPPER.missingNode();

    private Nested() {}

    /** The value that the fields make, by their dotted names. */
    static JsonNode of(Map<String, JsonNode> fields) {
        Nested root = new Nested();
        fields.forEach((name, value) -> {
            Nested place = root;
            for (String step : name.split("\\.", -1)) {
                place = place.children.computeIfAbsent(step, key -> new Nested());
            }
            place.value = value;
        });
        return root.json();
    }

    /** The same at every level of a value whose objects have dotted names. */
    static JsonNode expanded(JsonNode value) {
        if (value.isArray()) {
            ArrayNode list = Json.MAPPER.createArrayNode();
            value.forEach(element -> list.add(expanded(element)));
            return list;
        }
        if (!value.isObject() || value.isEmpty()) {
            return value;
        }
        Map<String, JsonNode> fields = new TreeMap<>();
        value.properties().forEach(field -> fields.put(field.getKey(), expanded(field.getValue())));
        return of(fields);
    }

    static boolean isIndex(String step) {
        return !step.isEmpty() && step.length() <= LONGEST_INDEX && step.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private JsonNode json() {
        if (children.isEmpty()) {
            return value;
        }
        if (children.keySet().stream().allMatch(Nested::isIndex)) {
            ArrayNode list = Json.MAPPER.createArrayNode();
            Map<Integer, Nested> inOrder = new TreeMap<>();
            children.forEach((step, child) -> inOrder.put(Integer.parseInt(step), child));
            inOrder.values().forEach(child -> list.add(child.json()));
            return list;
        }
        ObjectNode object = Json.MAPPER.createObjectNode();
        children.forEach((step, child) -> object.set(step, child.json()));
        return object;
    }
}
