package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.Unquoted;
import dev.logmill.curation.json.Json;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** A trace, an observation or a score, by the snake-case names of the exports; the API and the events have them in camel case. */
final class Row {
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,18})?([eE][+-]?\\d{1,2})?");

    private final JsonNode body;
    private final Set<String> read = new HashSet<>();

    Row(JsonNode body) {
        this.body = body;
    }

    /** The value of a name; missing where there is none, or null. */
    JsonNode value(String name) {
        read.add(name);
        JsonNode exported = body.path(name);
        JsonNode value = exported.isMissingNode() ? body.path(camel(name)) : exported;
        return value.isNull() ? MissingNode.getInstance() : value;
    }

    /** The same, without JSON in text. */
    JsonNode decoded(String name) {
        return JsonInText.decoded(value(name));
    }

    /** What was said or done: Langfuse keeps it as JSON in text, a text in quotes. */
    JsonNode said(String name) {
        JsonNode value = value(name);
        if (!value.isTextual()) {
            return value;
        }
        String text = Unquoted.of(value.textValue());
        return text.equals("null") ? MissingNode.getInstance() : TextNode.valueOf(text);
    }

    boolean has(String name) {
        return body.has(name) || body.has(camel(name));
    }

    Optional<String> text(String name) {
        return Fields.text(value(name)).filter(text -> !text.isBlank());
    }

    /** A number, which a table of text has as its digits. */
    Optional<Double> number(String name) {
        JsonNode value = value(name);
        return value.isNumber()
                ? Optional.of(value.doubleValue())
                : Fields.text(value)
                        .filter(text -> NUMBER.matcher(text).matches())
                        .map(Double::valueOf);
    }

    Optional<Instant> time(String name) throws UnreadableRecord {
        JsonNode value = value(name);
        return Fields.isEmpty(value) ? Optional.empty() : Optional.of(Timestamps.read(name, value));
    }

    /** What nobody asked for, under the names of the exports; a table of text has lists and objects as JSON. */
    ObjectNode rest() {
        ObjectNode rest = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            String name = snake(field.getKey());
            if (!read.contains(name)) {
                rest.set(name, JsonInText.decoded(field.getValue()));
            }
        }
        return rest;
    }

    private static String camel(String name) {
        StringBuilder camel = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean joint = name.charAt(i) == '_' && i > 0 && i + 1 < name.length();
            camel.append(joint ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return camel.toString();
    }

    private static String snake(String name) {
        StringBuilder snake = new StringBuilder(name.length() + 4);
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            snake.append(Character.isUpperCase(c) ? "_" + Character.toLowerCase(c) : String.valueOf(c));
        }
        return snake.toString();
    }
}
