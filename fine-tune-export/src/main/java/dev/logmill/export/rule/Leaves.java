package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.function.Function;

/** Looks at every leaf of a document, and at its keys. */
final class Leaves {
    private Leaves() {}

    /** The first thing found in a leaf; depth is bounded by what the reader of JSON allows. */
    static Optional<String> first(JsonNode node, Function<JsonNode, Optional<String>> look) {
        if (node.isValueNode()) {
            return look.apply(node);
        }
        for (JsonNode child : node) {
            Optional<String> found = first(child, look);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    /** The first thing found in a text: a leaf's or a key. */
    static Optional<String> firstText(JsonNode node, Function<String, Optional<String>> look) {
        if (node.isTextual()) {
            return look.apply(node.textValue());
        }
        for (var field : node.properties()) {
            Optional<String> found = look.apply(field.getKey()).or(() -> firstText(field.getValue(), look));
            if (found.isPresent()) {
                return found;
            }
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                Optional<String> found = firstText(element, look);
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return Optional.empty();
    }
}
