package dev.logmill.curation.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;

/**
 * Texts without lone surrogates. JSON can name half a character ({@code "\\ud83d"}, RFC 8259, 8.2), and loggers that cut
 * texts by UTF-16 code units write it; UTF-8 cannot hold it, and Java would store a question mark that nobody wrote. In names of fields the parser
 * refuses it.
 */
final class WellFormed {
    private static final char REPLACEMENT = '\uFFFD';

    private WellFormed() {}

    /** Whether JSON may name a surrogate: only an escape can. */
    static boolean mayEscapeSurrogates(byte[] json) {
        for (int i = 0; i + 2 < json.length; i++) {
            if (json[i] == '\\' && json[i + 1] == 'u' && (json[i + 2] == 'd' || json[i + 2] == 'D')) {
                return true;
            }
        }
        return false;
    }

    static boolean mayEscapeSurrogates(String json) {
        return json.contains("\\ud") || json.contains("\\uD");
    }

    /** A tree with U+FFFD for each lone surrogate; the same tree where it can hold none. */
    static JsonNode of(JsonNode node, boolean mayHoldSome) {
        return mayHoldSome ? mended(node) : node;
    }

    private static JsonNode mended(JsonNode node) {
        if (node.isTextual()) {
            String text = node.textValue();
            String mended = mended(text);
            return mended.equals(text) ? node : TextNode.valueOf(mended);
        }
        if (node.isObject()) {
            ObjectNode object = Json.MAPPER.createObjectNode();
            for (Map.Entry<String, JsonNode> field : node.properties()) {
                object.set(field.getKey(), mended(field.getValue()));
            }
            return object;
        }
        if (node.isArray()) {
            ArrayNode array = Json.MAPPER.createArrayNode();
            node.forEach(element -> array.add(mended(element)));
            return array;
        }
        return node;
    }

    private static String mended(String text) {
        StringBuilder mended = new StringBuilder(text.length());
        text.codePoints()
                .map(point ->
                        point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE ? REPLACEMENT : point)
                .forEach(mended::appendCodePoint);
        return mended.toString();
    }
}
