package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import java.io.Serializable;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

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

    private final transient @Nullable FirstLook first;

    public JsonRedactor(TextRedactor texts, Pseudonyms pseudonyms) {
        this(texts, pseudonyms, null);
    }

    private JsonRedactor(TextRedactor texts, Pseudonyms pseudonyms, @Nullable FirstLook first) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
        this.first = first;
    }

    /**
     * One for a row that is gone over twice, with texts that take note of what they find and then with texts that find it: whatever
     * cannot change is left as it was.
     */
    static JsonRedactor ofRow(TextRedactor texts, Pseudonyms pseudonyms, FirstLook first) {
        return new JsonRedactor(texts, pseudonyms, first);
    }

    /** Text that is JSON goes through as JSON, other text as text. */
    public String redact(String text, String scope) throws PrivacyFailure {
        return redact(text, false, Map.of(), scope);
    }

    private String redact(String text, boolean users, Map<String, String> known, String scope) throws PrivacyFailure {
        if (first == null) {
            return new Walk(scope, users, known).redact(text, "", 0);
        }
        Optional<String> before = texts.maySee(text) ? Optional.empty() : first.of(text, users);
        String redacted = before.isPresent() ? before.get() : new Walk(scope, users, known).redact(text, "", 0);
        first.keep(text, users, redacted);
        return redacted;
    }

    /** The same of a tool's arguments, which stay valid under its schema: see {@link Surrogate}. */
    String redact(String arguments, JsonNode schema, String scope) throws PrivacyFailure {
        Optional<JsonNode> json = Json.container(arguments);
        return json.isEmpty()
                ? redact(arguments, scope)
                : Json.canonical(new FittedArguments(this, pseudonyms, scope).of(json.get(), schema, ""));
    }

    /** A value under a key, redacted as anywhere; the very same where nothing was found. */
    JsonNode redact(JsonNode node, String label, String scope) throws PrivacyFailure {
        return new Walk(scope, false, Map.of()).node(node, label, 0);
    }

    /** A key, redacted, that no other field of the object has. */
    String key(JsonNode from, ObjectNode to, String key, String scope) throws PrivacyFailure {
        return free(from, to, texts.redact(key, scope), key);
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
        return redact(text, true, known, scope);
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
            boolean plain = !users && texts.isFirst() && depth == 0;
            if (depth == MAX_NESTED_TEXTS || !Json.mayBeContainer(text)) {
                return texts.redact(text, label, scope);
            }
            if (plain && texts.search().isClean(text)) {
                return text;
            }
            Optional<JsonNode> json = Json.container(text);
            if (json.isEmpty()) {
                return texts.redact(text, label, scope);
            }
            JsonNode redacted = node(json.get(), label, depth);
            if (isOther(redacted, json.get())) {
                return Json.canonical(redacted);
            }
            if (plain) {
                texts.search().keepClean(text);
            }
            return text;
        }

        private JsonNode node(JsonNode node, String label, int depth) throws PrivacyFailure {
            if (node.isObject()) {
                return object(node, users && UserKeys.isPerson(label), depth);
            }
            if (node.isArray()) {
                return array(node, label, depth);
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

        private JsonNode array(JsonNode node, String label, int depth) throws PrivacyFailure {
            boolean names = users && UserKeys.names(label);
            ArrayNode changed = null;
            for (int i = 0; i < node.size(); i++) {
                JsonNode redacted = member(node.get(i), label, names, depth);
                if (changed == null && isOther(redacted, node.get(i))) {
                    changed = Json.MAPPER.createArrayNode();
                    for (int before = 0; before < i; before++) {
                        changed.add(node.get(before));
                    }
                }
                if (changed != null) {
                    changed.add(redacted);
                }
            }
            return changed == null ? node : changed;
        }

        private JsonNode object(JsonNode node, boolean person, int depth) throws PrivacyFailure {
            ObjectNode changed = null;
            int fields = 0;
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                String key = field.getKey();
                boolean names = users && (UserKeys.names(key) || (person && UserKeys.namesWithinPerson(key)));
                String redacted = texts.redact(key, scope);
                JsonNode value = member(field.getValue(), key, names, depth);
                if (changed == null && (isOther(value, field.getValue()) || !redacted.equals(key))) {
                    changed = firstFields(node, fields);
                }
                if (changed != null) {
                    changed.set(free(node, changed, redacted, key), value);
                }
                fields++;
            }
            return changed == null ? node : changed;
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

    /** What stays as it was is the very same node, at every level, so that most documents are neither copied nor compared. */
    @SuppressWarnings("ReferenceEquality")
    static boolean isOther(JsonNode redacted, JsonNode node) {
        return redacted != node;
    }

    /** An object of the first fields of another one. */
    private static ObjectNode firstFields(JsonNode node, int fields) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        Iterator<Map.Entry<String, JsonNode>> all = node.properties().iterator();
        for (int i = 0; i < fields; i++) {
            Map.Entry<String, JsonNode> field = all.next();
            object.set(field.getKey(), field.getValue());
        }
        return object;
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
