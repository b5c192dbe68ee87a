package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.detect.Scan;
import java.io.Serializable;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Replaces identifiers in JSON text, which stays JSON of the same shape: keys keep their names unless they hold an
 * identifier, texts stay texts, and a text that holds JSON is gone through as JSON. A number that is a card or a phone
 * becomes a text. Two keys that would become one are told apart by a number behind.
 */
public final class JsonRedactor implements Serializable {
    private static final int MAX_NESTED_TEXTS = 3;

    /** Digits of the shortest identifier that a log may hold as a number: a phone. */
    private static final int LEAST_DIGITS = 7;

    private final TextRedactor texts;
    private final Pseudonyms pseudonyms;

    public JsonRedactor(TextRedactor texts, Pseudonyms pseudonyms) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
    }

    /** Text that is JSON goes through as JSON, other text as text. */
    public String redact(String text, String scope) throws PrivacyFailure {
        return new Walk(scope, false, Map.of()).redact(text, "", 0);
    }

    /** The same of a text that may be absent. */
    Optional<String> redact(Optional<String> text, String scope) throws PrivacyFailure {
        return text.isEmpty() ? text : Optional.of(redact(text.get(), scope));
    }

    /**
     * The same, where a value under a key such as {@code user_id} is known to name a person; see {@link UserKeys}.
     *
     * @param known ids and what stands for them, under whatever key they are
     */
    public String redactWithUsers(String text, Map<String, String> known, String scope) throws PrivacyFailure {
        return new Walk(scope, true, known).redact(text, "", 0);
    }

    /** One text gone through. */
    private final class Walk {
        private final String scope;
        private final boolean users;
        private final Map<String, String> known;

        private Walk(String scope, boolean users, Map<String, String> known) {
            this.scope = scope;
            this.users = users;
            this.known = known;
        }

        private String redact(String text, String label, int depth) throws PrivacyFailure {
            Scan scan = Scan.of(text);
            // What JSON escapes may hide it shows only once read; all else is told without reading it.
            if (!users && !scan.signs().escaped() && !texts.mayFind(scan)) {
                return text;
            }
            Optional<JsonNode> json = depth < MAX_NESTED_TEXTS ? Json.container(text) : Optional.empty();
            if (json.isEmpty()) {
                return texts.redact(scan, label, scope);
            }
            JsonNode redacted = node(json.get(), label, depth);
            return redacted.equals(json.get()) ? text : Json.canonical(redacted);
        }

        private JsonNode node(JsonNode node, String label, int depth) throws PrivacyFailure {
            if (node.isObject()) {
                return object(node, users && UserKeys.isPerson(label), depth);
            }
            if (node.isArray()) {
                ArrayNode array = Json.MAPPER.createArrayNode();
                for (JsonNode element : node) {
                    array.add(member(element, label, users && UserKeys.names(label), depth));
                }
                return array;
            }
            String id = known.isEmpty() || node.isBoolean() ? null : known.get(node.asText());
            if (id != null) {
                return TextNode.valueOf(id);
            }
            if (node.isTextual()) {
                String redacted = redact(node.textValue(), label, depth + 1);
                return redacted.equals(node.textValue()) ? node : TextNode.valueOf(redacted);
            }
            return node.isIntegralNumber() ? number(node, label) : node;
        }

        private JsonNode number(JsonNode node, String label) throws PrivacyFailure {
            String digits = node.asText();
            String redacted = digits.length() < LEAST_DIGITS || digits.startsWith("-")
                    ? digits
                    : texts.redact(digits, label, scope);
            return redacted.equals(digits) ? node : TextNode.valueOf(redacted);
        }

        private ObjectNode object(JsonNode node, boolean person, int depth) throws PrivacyFailure {
            ObjectNode object = Json.MAPPER.createObjectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String key = field.getKey();
                boolean names = users && (UserKeys.names(key) || (person && UserKeys.namesWithinPerson(key)));
                object.set(
                        free(node, object, texts.redact(key, scope), key), member(field.getValue(), key, names, depth));
            }
            return object;
        }

        private JsonNode member(JsonNode value, String label, boolean names, int depth) throws PrivacyFailure {
            if (!value.isValueNode() || known.containsKey(value.asText())) {
                return node(value, label, depth);
            }
            if (users && UserKeys.isSession(label)) {
                return named(value, pseudonyms::session);
            }
            return names ? named(value, id -> pseudonyms.subject(id).pseudonym()) : node(value, label, depth);
        }
    }

    /** The redacted key; with a number behind where another field has it. */
    private static String free(JsonNode from, ObjectNode to, String redacted, String key) {
        String free = redacted;
        if (!redacted.equals(key)) {
            for (int n = 2; to.has(free) || from.has(free); n++) {
                free = redacted + "_" + n;
            }
        }
        return free;
    }

    private static JsonNode named(JsonNode value, UnaryOperator<String> name) {
        return value.isNull() || value.isBoolean() || value.asText().isEmpty()
                ? value
                : TextNode.valueOf(name.apply(value.asText()));
    }
}
