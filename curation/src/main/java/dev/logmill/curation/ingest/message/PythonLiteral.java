package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dict or list of Python as {@code str} writes it, read as JSON: dicts with texts for keys, lists, tuples, texts, numbers, {@code True},
 * {@code False} and {@code None}. Strict: any other word, and anything behind the dict, makes it none.
 *
 * @see <a href="https://docs.python.org/3/library/ast.html#ast.literal_eval">ast.literal_eval</a>
 */
public final class PythonLiteral {
    private static final int DEEPEST = 64;
    private static final int LONGEST_NUMBER = 40;
    private static final Pattern NUMBER =
            Pattern.compile("-?(0|[1-9][0-9]{0,30})([.][0-9]{1,30})?([eE][-+]?[0-9]{1,2})?");
    private static final Map<String, JsonNode> WORDS = Map.of(
            "True", Json.MAPPER.getNodeFactory().booleanNode(true),
            "False", Json.MAPPER.getNodeFactory().booleanNode(false),
            "None", Json.MAPPER.nullNode());

    private final String text;
    private int at;

    private PythonLiteral(String text) {
        this.text = text;
    }

    /** The dict that a text is; nothing where it is none. */
    public static Optional<JsonNode> dict(String text) {
        PythonLiteral reader = new PythonLiteral(text.strip());
        return reader.next('{') ? reader.value(0).filter(dict -> reader.at == reader.text.length()) : Optional.empty();
    }

    /** The list that a text is; nothing where it is none. */
    public static Optional<JsonNode> list(String text) {
        PythonLiteral reader = new PythonLiteral(text.strip());
        return reader.next('[') ? reader.value(0).filter(list -> reader.at == reader.text.length()) : Optional.empty();
    }

    private Optional<JsonNode> value(int depth) {
        blank();
        if (at == text.length() || depth > DEEPEST) {
            return Optional.empty();
        }
        Optional<JsonNode> value =
                switch (text.charAt(at)) {
                    case '{' -> object(depth);
                    case '[' -> list(']', depth);
                    case '(' -> list(')', depth);
                    case '\'', '"' -> PythonText.at(text, at).map(this::taken);
                    default -> word().or(this::number);
                };
        blank();
        return value;
    }

    private JsonNode taken(PythonText said) {
        at = said.end();
        return Json.MAPPER.getNodeFactory().textNode(said.text());
    }

    private Optional<JsonNode> object(int depth) {
        ObjectNode object = Json.MAPPER.createObjectNode();
        at++;
        blank();
        while (!next('}')) {
            Optional<JsonNode> key = value(depth + 1).filter(JsonNode::isTextual);
            if (key.isEmpty() || !next(':')) {
                return Optional.empty();
            }
            at++;
            Optional<JsonNode> value = value(depth + 1);
            if (value.isEmpty() || !separated('}')) {
                return Optional.empty();
            }
            object.set(key.get().textValue(), value.get());
        }
        at++;
        return Optional.of(object);
    }

    private Optional<JsonNode> list(char end, int depth) {
        ArrayNode list = Json.MAPPER.createArrayNode();
        at++;
        blank();
        while (!next(end)) {
            Optional<JsonNode> value = value(depth + 1);
            if (value.isEmpty() || !separated(end)) {
                return Optional.empty();
            }
            list.add(value.get());
        }
        at++;
        return Optional.of(list);
    }

    /** Passes the comma behind an element; without one the end must follow. */
    private boolean separated(char end) {
        if (next(',')) {
            at++;
            blank();
            return true;
        }
        return next(end);
    }

    private Optional<JsonNode> word() {
        return WORDS.entrySet().stream()
                .filter(word -> text.startsWith(word.getKey(), at))
                .findFirst()
                .map(word -> {
                    at += word.getKey().length();
                    return word.getValue();
                });
    }

    private Optional<JsonNode> number() {
        Matcher number = NUMBER.matcher(text).region(at, Math.min(text.length(), at + LONGEST_NUMBER));
        if (!number.lookingAt()) {
            return Optional.empty();
        }
        at = number.end();
        BigDecimal value = new BigDecimal(number.group());
        boolean whole = number.group(2) == null && number.group(3) == null;
        return Optional.of(
                whole
                        ? Json.MAPPER.getNodeFactory().numberNode(value.toBigIntegerExact())
                        : Json.MAPPER.getNodeFactory().numberNode(value.doubleValue()));
    }

    private boolean next(char sign) {
        return at < text.length() && text.charAt(at) == sign;
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }
}
