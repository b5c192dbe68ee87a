package dev.logmill.curation.privacy;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * What a JSON Schema asks of a value in all: the schema itself, what it refers to within its document, all of {@code allOf}, and of
 * {@code anyOf} and {@code oneOf} the branch that takes the value.
 *
 * @param document the whole schema, which references are resolved in
 */
record Subschemas(JsonNode document) {
    /** More at one place is nobody's schema: references may go in circles. */
    private static final int MOST = 100;

    private static final List<String> UNIONS = List.of("anyOf", "oneOf");

    /** What tells of fields by their names. */
    private static final Set<String> NAMED = Set.of("properties", "patternProperties");

    /** The parts that a value must fulfil, none of them twice; none where a schema asks nothing. */
    List<JsonNode> of(JsonNode schema, JsonNode value) {
        List<JsonNode> parts = new ArrayList<>();
        collect(schema, value, parts, Collections.newSetFromMap(new IdentityHashMap<>()));
        return parts;
    }

    private void collect(JsonNode schema, JsonNode value, List<JsonNode> parts, Set<JsonNode> known) {
        if (!schema.isObject() || parts.size() == MOST || !known.add(schema)) {
            return;
        }
        parts.add(schema);
        collect(referred(schema), value, parts, known);
        for (JsonNode each : schema.path("allOf")) {
            collect(each, value, parts, known);
        }
        for (String union : UNIONS) {
            BranchMatch match = new BranchMatch(this, value);
            for (JsonNode branch : schema.path(union)) {
                if (match.takes(branch)) {
                    collect(branch, value, parts, known);
                    break;
                }
            }
        }
    }

    /** What a schema refers to; missing where it refers to nothing, or to another document. */
    JsonNode referred(JsonNode schema) {
        String reference = schema.path("$ref").asText();
        if (!reference.startsWith("#")) {
            return MissingNode.getInstance();
        }
        try {
            String pointer = URLDecoder.decode(reference.substring(1).replace("+", "%2B"), StandardCharsets.UTF_8);
            return document.at(JsonPointer.compile(pointer));
        } catch (IllegalArgumentException noPointer) {
            return MissingNode.getInstance();
        }
    }

    /** Whether a schema asks anything of fields. */
    static boolean tellsOfFields(JsonNode schema) {
        return schema.path("properties").isObject()
                || schema.path("patternProperties").isObject()
                || schema.path("additionalProperties").isObject();
    }

    /** Whether a schema asks anything of elements. */
    static boolean tellsOfElements(JsonNode schema) {
        return schema.path("items").isContainerNode()
                || schema.path("prefixItems").isArray();
    }

    /** What is asked of a field of an object; missing where nothing is. */
    static JsonNode field(JsonNode schema, String key) {
        List<JsonNode> told = new ArrayList<>();
        schema.path("patternProperties").properties().forEach(field -> {
            if (BranchMatch.matches(field.getKey(), key)) {
                told.add(field.getValue());
            }
        });
        JsonNode own = schema.path("properties").path(key);
        if (!own.isMissingNode()) {
            told.add(own);
        }
        return told.stream().reduce(Subschemas::both).orElse(schema.path("additionalProperties"));
    }

    /** What is asked of an element of an array; missing where nothing is. */
    static JsonNode element(JsonNode schema, int index) {
        JsonNode items = schema.path("items");
        JsonNode first = (items.isArray() ? items : schema.path("prefixItems")).path(index);
        JsonNode rest = items.isArray() ? schema.path("additionalItems") : items;
        return first.isMissingNode() ? rest : first;
    }

    /** Parts as one schema; of what two of them say of one thing the first counts, but fields and elements fulfil both. */
    static JsonNode together(List<JsonNode> parts) {
        if (parts.size() == 1) {
            return parts.get(0);
        }
        ObjectNode all = Json.MAPPER.createObjectNode();
        for (JsonNode part : parts) {
            part.properties().forEach(field -> put(all, field.getKey(), field.getValue()));
        }
        return all;
    }

    private static void put(ObjectNode all, String key, JsonNode value) {
        JsonNode before = all.path(key);
        if (before.isMissingNode()) {
            all.set(key, value);
        } else if (before.isObject() && value.isObject()) {
            all.set(key, NAMED.contains(key) ? named(before, value) : both(before, value));
        }
    }

    private static JsonNode named(JsonNode some, JsonNode others) {
        ObjectNode all = Json.MAPPER.createObjectNode();
        some.properties().forEach(field -> all.set(field.getKey(), field.getValue()));
        others.properties().forEach(field -> {
            JsonNode before = all.path(field.getKey());
            all.set(field.getKey(), before.isMissingNode() ? field.getValue() : both(before, field.getValue()));
        });
        return all;
    }

    private static JsonNode both(JsonNode one, JsonNode other) {
        ObjectNode both = Json.MAPPER.createObjectNode();
        both.putArray("allOf").add(one).add(other);
        return both;
    }
}
