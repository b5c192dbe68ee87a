package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.detect.BirthKey;
import dev.logmill.curation.privacy.detect.CoordinatesDetector;
import dev.logmill.curation.privacy.detect.GivenAndFamily;
import dev.logmill.curation.privacy.detect.GoodsKeys;
import dev.logmill.curation.privacy.detect.NumberKey;
import dev.logmill.curation.privacy.detect.PlaceFields;
import dev.logmill.curation.privacy.detect.PlaceRow;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** One text gone through as JSON, level by level, and what it holds as text within text. */
final class JsonWalk {
    private static final int MAX_NESTED_TEXTS = 3;

    /** Digits of the shortest identifier that a log may hold as a number under any key: a phone. */
    private static final int LEAST_DIGITS = 7;

    private final TextRedactor texts;
    private final Pseudonyms pseudonyms;
    private final String scope;
    private final boolean users;
    private final Map<String, String> known;

    /**
     * One text.
     *
     * @param users a value under a key that is known to name a person is a pseudonym
     * @param known ids and what stands for them, under whatever key they are
     */
    JsonWalk(TextRedactor texts, Pseudonyms pseudonyms, String scope, boolean users, Map<String, String> known) {
        this.texts = texts;
        this.pseudonyms = pseudonyms;
        this.scope = scope;
        this.users = users;
        this.known = known;
    }

    /** A text, as JSON where it is JSON. */
    String redact(String text) throws PrivacyFailure {
        return redact(text, "", 0);
    }

    private String redact(String text, String label, int depth) throws PrivacyFailure {
        boolean plain = !users && texts.isFirst() && depth == 0;
        if (depth == MAX_NESTED_TEXTS || !Json.mayBeContainer(text)) {
            return texts.redact(text, label, scope);
        }
        if (plain && texts.search().isClean(text, "")) {
            return text;
        }
        Optional<JsonNode> json = Json.container(text);
        if (json.isEmpty()) {
            return texts.redact(text, label, scope);
        }
        JsonNode redacted = node(json.get(), label, depth);
        if (isOther(redacted, json.get())) {
            return users && depth == 0 ? Json.canonical(redacted) : JsonInPlace.of(text, json.get(), redacted);
        }
        if (plain) {
            texts.search().keepClean(text, "");
        }
        return text;
    }

    /** A value under a key; the very same where nothing was found. */
    JsonNode node(JsonNode node, String label) throws PrivacyFailure {
        return node(node, label, 0);
    }

    private JsonNode node(JsonNode node, String label, int depth) throws PrivacyFailure {
        if (node.isObject()) {
            return object(node, label, depth);
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
        return mayTell(node, label) ? number(node, label) : node;
    }

    /** Numbers with decimals are many, prices and scores; places on earth are called so. */
    private static boolean mayTell(JsonNode node, String label) {
        return node.isIntegralNumber() || (node.isNumber() && CoordinatesDetector.isCalledBy(label));
    }

    /** Whether a number under a key can be an identifier, as far as these tell. */
    static boolean isWorth(String digits, String label) {
        return digits.length() >= LEAST_DIGITS || (!label.isEmpty() && NumberKey.is(label));
    }

    private JsonNode number(JsonNode node, String label) throws PrivacyFailure {
        String digits = node.asText();
        // Who was born before 1970 has a negative time.
        boolean negative = node.isIntegralNumber() && digits.startsWith("-") && !BirthKey.isDate(label);
        boolean worth = !negative && (isWorth(digits, label) || texts.maySee(digits));
        String redacted = worth ? texts.redact(digits, label, scope) : digits;
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

    private JsonNode object(JsonNode node, String label, int depth) throws PrivacyFailure {
        boolean person = users && UserKeys.isPerson(label);
        JsonTable table = JsonTable.of(node);
        ObjectNode changed = null;
        String called = PairedKey.in(node);
        List<String> keys = keys(node);
        int fields = 0;
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            String key = field.getKey();
            boolean names = users && (UserKeys.names(key) || (person && UserKeys.namesWithinPerson(key)));
            String redacted = texts.redact(key, field.getValue().isNumber() ? PlaceRow.LABEL : "", scope);
            JsonNode value = table.has(key, field.getValue())
                    ? table.redact(field.getValue(), key, (cell, column) -> node(cell, column, depth))
                    : member(
                            field.getValue(),
                            labelOf(node, PairedKey.label(label, key, called), field.getValue(), keys),
                            names,
                            depth);
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

    /** The key that a value is looked at under, as those beside it tell: a name is somebody's, or that of a thing. */
    private static String labelOf(JsonNode object, String label, JsonNode value, List<String> keys) {
        if (GivenAndFamily.isPart(label)) {
            return PersonBeside.areParts(object) ? GivenAndFamily.label(label) : label;
        }
        if (PlaceFields.isPlace(label) && isRow(object)) {
            return PlaceRow.LABEL;
        }
        return PersonBeside.isName(label) && PersonBeside.isIn(object)
                ? PersonBeside.label(label)
                : GoodsKeys.label(label, value.asText(), keys);
    }

    /** Whether an object has nothing but places and numbers that are nobody's. */
    private static boolean isRow(JsonNode object) {
        boolean numbers = false;
        for (Map.Entry<String, JsonNode> field : object.properties()) {
            JsonNode value = field.getValue();
            numbers |= value.isNumber() && PlaceFields.isCount(field.getKey());
            if (value.isContainerNode()
                    || !PlaceFields.mayHold(field.getKey(), value.isTextual() ? value.textValue() : "")) {
                return false;
            }
        }
        return numbers;
    }

    /** The keys of an object, where one of them may name a thing. */
    private static List<String> keys(JsonNode node) {
        if (node.properties().stream().noneMatch(field -> GoodsKeys.mayName(field.getKey()))) {
            return List.of();
        }
        return node.properties().stream()
                .map(field -> GoodsKeys.told(field.getKey(), field.getValue().asText()))
                .toList();
    }

    private JsonNode member(JsonNode value, String label, boolean names, int depth) throws PrivacyFailure {
        if (!value.isValueNode() || known.containsKey(value.asText())) {
            return node(value, label, depth);
        }
        if (users && UserKeys.isSession(label)) {
            return named(value, pseudonyms::session);
        }
        if (users && UserKeys.isMachine(label)) {
            return named(value, pseudonyms::id);
        }
        if (names) {
            texts.noteWhom(value.asText(), scope);
            return named(value, id -> pseudonyms.subject(id).pseudonym());
        }
        return node(value, label, depth);
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
    static String free(JsonNode from, ObjectNode to, String redacted, String key) {
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
