package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Map;
import java.util.Set;

/**
 * The names of Gemini's fields as its REST interface spells them, whichever SDK logged them. The Python SDK writes {@code
 * usage_metadata} for {@code usageMetadata}; all SDKs take what the request holds beside model and contents as {@code config}.
 *
 * @see <a href="https://googleapis.github.io/python-genai/genai.html#genai.types.GenerateContentResponse">GenerateContentResponse</a>
 */
final class GeminiSpelling {
    private static final String USAGE = "usageMetadata";
    private static final String PROMPT = "promptFeedback";
    private static final String CANDIDATES = "candidates";
    private static final Set<String> OF_ANSWERS =
            Set.of(CANDIDATES, USAGE, PROMPT, "modelVersion", "responseId", "createTime");

    private GeminiSpelling() {}

    /** A request whose {@code config} stands where REST has it: beside the contents. */
    static JsonNode request(JsonNode request) {
        JsonNode config = request.path("config");
        if (!config.isObject()) {
            return request;
        }
        ObjectNode plain = request.deepCopy();
        plain.remove("config");
        config.properties().forEach(field -> {
            if (!plain.has(field.getKey())) {
                plain.set(field.getKey(), field.getValue());
            }
        });
        return plain;
    }

    /** An answer, or a chunk of one; fields of other names stay as they are, and what has no field of an answer is itself. */
    static JsonNode answer(JsonNode body) {
        if (!holdsAny(body)) {
            return body;
        }
        ObjectNode plain = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            String name = camel(field.getKey());
            boolean known = OF_ANSWERS.contains(name);
            plain.set(known ? name : field.getKey(), known ? inner(name, field.getValue()) : field.getValue());
        }
        return plain;
    }

    private static boolean holdsAny(JsonNode body) {
        for (Map.Entry<String, JsonNode> field : body.properties()) {
            if (OF_ANSWERS.contains(camel(field.getKey()))) {
                return true;
            }
        }
        return false;
    }

    private static JsonNode inner(String name, JsonNode value) {
        if (name.equals(CANDIDATES) && value.isArray()) {
            ArrayNode candidates = Json.MAPPER.createArrayNode();
            value.forEach(candidate -> candidates.add(spelt(candidate)));
            return candidates;
        }
        return name.equals(USAGE) || name.equals(PROMPT) ? spelt(value) : value;
    }

    private static JsonNode spelt(JsonNode value) {
        if (!value.isObject()) {
            return value;
        }
        ObjectNode plain = Json.MAPPER.createObjectNode();
        value.properties().forEach(field -> plain.set(camel(field.getKey()), field.getValue()));
        return plain;
    }

    private static String camel(String name) {
        if (name.indexOf('_') < 0) {
            return name;
        }
        StringBuilder camel = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            boolean joint = name.charAt(i) == '_' && i > 0 && i + 1 < name.length();
            camel.append(joint ? Character.toUpperCase(name.charAt(++i)) : name.charAt(i));
        }
        return camel.toString();
    }
}
