package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Replaces identifiers in JSON text, which stays JSON of the same shape: keys keep their names, texts stay texts, and a
 * text that holds JSON is gone through as JSON. A number that is a payment card becomes a text.
 */
public final class JsonRedactor implements Serializable {
    private static final int MAX_NESTED_TEXTS = 3;
    private static final Set<String> USER_KEYS = Set.of(
            "user", "user_id", "userid", "end_user", "end_user_id", "customer_id", "customerid", "safety_identifier");

    private final TextRedactor texts;
    private final Pseudonyms pseudonyms;

    public JsonRedactor(TextRedactor texts, Pseudonyms pseudonyms) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
    }

    /** Text that is JSON goes through as JSON, other text as text. */
    public String redact(String text, String scope) throws PrivacyFailure {
        return redact(text, scope, false, 0);
    }

    /** The same, where a value under a key such as {@code user_id} is known to name a person. */
    public String redactWithUsers(String text, String scope) throws PrivacyFailure {
        return redact(text, scope, true, 0);
    }

    private String redact(String text, String scope, boolean users, int depth) throws PrivacyFailure {
        Optional<JsonNode> json = depth < MAX_NESTED_TEXTS ? Json.container(text) : Optional.empty();
        if (json.isEmpty()) {
            return texts.redact(text, scope);
        }
        JsonNode redacted = walk(json.get(), scope, users, depth);
        return redacted.equals(json.get()) ? text : Json.canonical(redacted);
    }

    private JsonNode walk(JsonNode node, String scope, boolean users, int depth) throws PrivacyFailure {
        if (node.isObject()) {
            ObjectNode object = Json.MAPPER.createObjectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String key = texts.redact(field.getKey(), scope);
                boolean names = users
                        && USER_KEYS.contains(field.getKey())
                        && field.getValue().isValueNode();
                object.set(key, names ? person(field.getValue()) : walk(field.getValue(), scope, users, depth));
            }
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            for (JsonNode element : node) {
                array.add(walk(element, scope, users, depth));
            }
            return array;
        }
        if (node.isTextual()) {
            String redacted = redact(node.textValue(), scope, users, depth + 1);
            return redacted.equals(node.textValue()) ? node : TextNode.valueOf(redacted);
        }
        if (node.isIntegralNumber() && node.asText().length() >= 13) {
            String redacted = texts.redact(node.asText(), scope);
            return redacted.equals(node.asText()) ? node : TextNode.valueOf(redacted);
        }
        return node;
    }

    private JsonNode person(JsonNode value) {
        return value.isNull() || value.asText().isEmpty()
                ? value
                : TextNode.valueOf(pseudonyms.subject(value.asText()));
    }
}
