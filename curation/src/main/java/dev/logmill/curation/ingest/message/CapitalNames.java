package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A message of chat completions as programs of Go and .NET log their own structs, {@code {Role: user, Content: text, ToolCalls: [{ID, Function:
 * {Name, Arguments}}]}}: the names begin with capitals, and are else those that everybody has.
 */
final class CapitalNames implements MessageForm {
    private static final List<String> SAID = List.of("Content", "ToolCalls", "FunctionCall");
    private static final Pattern BETWEEN_WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])");

    @Override
    public boolean fits(JsonNode message) {
        return !message.has("role")
                && Speaker.isKnown(Json.MAPPER.createObjectNode().set("role", message.path("Role")))
                && SAID.stream().anyMatch(message::has);
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        return List.of(small(message));
    }

    private static JsonNode small(JsonNode node) {
        if (node.isArray()) {
            ArrayNode list = Json.MAPPER.createArrayNode();
            node.forEach(element -> list.add(small(element)));
            return list;
        }
        if (!node.isObject()) {
            return node;
        }
        ObjectNode plain = Json.MAPPER.createObjectNode();
        node.properties().forEach(field -> {
            String name = BETWEEN_WORDS.matcher(field.getKey()).replaceAll("_").toLowerCase(Locale.ROOT);
            // What a tool takes has names of its own.
            plain.set(name, name.equals("arguments") ? field.getValue() : small(field.getValue()));
        });
        return plain;
    }
}
