package dev.logmill.curation.privacy;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Map;

/**
 * JSON text with some of its values and keys replaced where they stand: order, white space and numbers of all else stay as they
 * were written, since a model that was trained on the text would learn any other.
 */
final class JsonInPlace {
    private final String text;
    private final JsonParser tokens;
    private final StringBuilder written;
    private int from;

    private JsonInPlace(String text, JsonParser tokens) {
        this.text = text;
        this.tokens = tokens;
        this.written = new StringBuilder(text.length());
    }

    /**
     * The text that reads as another tree.
     *
     * @param before the tree that the text reads as
     * @param after the same tree but for values and keys; what did not change is the very same node
     */
    static String of(String text, JsonNode before, JsonNode after) {
        try (JsonParser tokens = Json.MAPPER.createParser(text)) {
            JsonInPlace place = new JsonInPlace(text, tokens);
            tokens.nextToken();
            place.value(before, after);
            return place.written.append(text, place.from, text.length()).toString();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text that was read as JSON could not be read again", impossible);
        }
    }

    private void value(JsonNode before, JsonNode after) throws IOException {
        if (!JsonWalk.isOther(after, before)) {
            tokens.skipChildren();
        } else if (before.isObject() && after.isObject()) {
            object(before, after);
        } else if (before.isArray() && after.isArray()) {
            array(before, after);
        } else {
            replace(after);
        }
    }

    private void object(JsonNode before, JsonNode after) throws IOException {
        Iterator<Map.Entry<String, JsonNode>> replaced = after.properties().iterator();
        for (Map.Entry<String, JsonNode> field : before.properties()) {
            Map.Entry<String, JsonNode> instead = replaced.next();
            tokens.nextToken();
            if (!instead.getKey().equals(field.getKey())) {
                replace(TextNode.valueOf(instead.getKey()));
            }
            tokens.nextToken();
            value(field.getValue(), instead.getValue());
        }
        tokens.nextToken();
    }

    private void array(JsonNode before, JsonNode after) throws IOException {
        for (int i = 0; i < before.size(); i++) {
            tokens.nextToken();
            value(before.get(i), after.get(i));
        }
        tokens.nextToken();
    }

    /** Writes a value in place of the token that was read last. */
    private void replace(JsonNode instead) throws IOException {
        int start = (int) tokens.currentTokenLocation().getCharOffset();
        written.append(text, from, start).append(instead);
        boolean quoted = text.charAt(start) == '"';
        from = quoted ? JsonValue.closingQuote(text, start + 1) + 1 : start + tokens.getTextLength();
    }
}
