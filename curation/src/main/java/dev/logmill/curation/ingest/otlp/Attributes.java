package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.PythonLiteral;
import dev.logmill.curation.json.Json;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The attributes of one span, event or log record; knows which were read, so that the others can be kept. */
final class Attributes {
    private final TreeMap<String, JsonNode> values = new TreeMap<>();
    private final Set<String> used = new TreeSet<>();

    /** The names of attributes, and of what they are below: of the hundreds of names that are asked for nearly none is here. */
    private final Set<String> named = new HashSet<>();

    Attributes(JsonNode flat) {
        flat.properties().forEach(field -> {
            String name = field.getKey();
            values.put(name, field.getValue());
            named.add(name);
            for (int dot = name.lastIndexOf('.'); dot >= 0; dot = name.lastIndexOf('.', dot - 1)) {
                named.add(name.substring(0, dot));
            }
        });
    }

    /** Whether an attribute, or one below it, says something. */
    boolean has(String name) {
        return !Fields.isEmpty(peek(name));
    }

    /** The attribute of a name, else what those below it make; missing where there are none. Leaves it unread. */
    JsonNode peek(String name) {
        if (!named.contains(name)) {
            return MissingNode.getInstance();
        }
        JsonNode value = values.get(name);
        if (value != null) {
            return value;
        }
        TreeMap<String, JsonNode> inside = new TreeMap<>();
        below(name).forEach((key, inner) -> inside.put(key.substring(name.length() + 1), inner));
        return Nested.of(inside);
    }

    /** The same, read. */
    JsonNode take(String name) {
        JsonNode value = peek(name);
        use(name);
        return value;
    }

    /** The first of some that says something, read; missing where none does. */
    JsonNode first(List<String> names) {
        return names.stream()
                .map(this::take)
                .filter(value -> !Fields.isEmpty(value))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    /** The text of an attribute where it is not blank, unread. */
    Optional<String> text(String name) {
        return Fields.text(peek(name)).filter(text -> !text.isBlank());
    }

    /** A list, be it one attribute, JSON in text, or one attribute for each field of each element; read. */
    ArrayNode list(String name) {
        if (!named.contains(name)) {
            return Json.MAPPER.createArrayNode();
        }
        JsonNode whole = values.getOrDefault(name, MissingNode.getInstance());
        JsonNode json = JsonInText.decoded(whole);
        // A table of pandas, written as CSV, has what str() makes of a list.
        JsonNode decoded =
                json.isTextual() ? PythonLiteral.list(json.textValue()).orElse(json) : json;
        if (decoded.isArray()) {
            used.add(name);
            return (ArrayNode) Nested.expanded(decoded);
        }
        TreeMap<String, JsonNode> inside = new TreeMap<>();
        below(name).forEach((key, value) -> {
            String rest = key.substring(name.length() + 1);
            int dot = rest.indexOf('.');
            if (Nested.isIndex(dot < 0 ? rest : rest.substring(0, dot))) {
                inside.put(rest, value);
                used.add(key);
            }
        });
        JsonNode list = inside.isEmpty() ? MissingNode.getInstance() : Nested.of(inside);
        return list.isArray() ? (ArrayNode) list : Json.MAPPER.createArrayNode();
    }

    /** Marks an attribute and those below it as read. */
    void use(String name) {
        if (!named.contains(name)) {
            return;
        }
        if (values.containsKey(name)) {
            used.add(name);
        } else {
            used.addAll(below(name).keySet());
        }
    }

    /** The attributes whose names begin like this and that nobody has read. */
    Map<String, JsonNode> startingWith(String prefix) {
        TreeMap<String, JsonNode> found = new TreeMap<>(values.subMap(prefix, prefix + Character.MAX_VALUE));
        found.keySet().removeAll(used);
        return found;
    }

    /** What nobody has read. */
    Map<String, JsonNode> unread() {
        return Collections.unmodifiableMap(startingWith(""));
    }

    private SortedMap<String, JsonNode> below(String name) {
        return values.subMap(name + ".", name + "/");
    }
}
