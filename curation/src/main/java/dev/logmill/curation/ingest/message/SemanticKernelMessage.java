package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message of Semantic Kernel in .NET, {@code {Role: {Label}, Items: [{$type, ...}]}}; a tool goes by its plugin's name and its own,
 * joined by a line. Web applications of .NET write the names in small letters. Shapes: {@code Microsoft.SemanticKernel.ChatMessageContent}.
 */
final class SemanticKernelMessage implements MessageForm {
    @Override
    public boolean fits(JsonNode message) {
        return at(at(message, "Role"), "Label").isTextual()
                && at(message, "Items").isArray();
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        ObjectNode plain = Json.MAPPER.createObjectNode();
        plain.set("role", at(at(message, "Role"), "Label"));
        ArrayNode parts = plain.putArray("content");
        at(message, "Items").forEach(item -> parts.add(part(item)));
        Fields.text(at(message, "AuthorName"))
                .filter(name -> !name.isBlank())
                .ifPresent(name -> plain.put("name", name));
        fields.keep(place + ".Metadata", at(message, "Metadata"));
        return List.of(plain);
    }

    private static JsonNode part(JsonNode item) {
        ObjectNode part = Json.MAPPER.createObjectNode();
        return switch (Fields.word(item, "$type")) {
            case "TextContent" -> part.put("type", "text").set("text", at(item, "Text"));
            case "ReasoningContent" -> part.put("type", "thinking").set("thinking", at(item, "Text"));
            case "FunctionCallContent" -> {
                part.put("type", "tool_call").put("name", tool(item)).set("id", at(item, "Id"));
                yield part.set("arguments", at(item, "Arguments"));
            }
            case "FunctionResultContent" -> {
                part.put("type", "tool_call_response").put("name", tool(item)).set("id", at(item, "CallId"));
                yield part.set("response", at(item, "Result"));
            }
            case "ImageContent" ->
                part.put("type", "uri").put("modality", "image").set("uri", at(item, "Uri"));
            default -> item;
        };
    }

    private static JsonNode at(JsonNode node, String name) {
        return node.has(name)
                ? node.path(name)
                : node.path(name.substring(0, 1).toLowerCase(Locale.ROOT) + name.substring(1));
    }

    private static String tool(JsonNode item) {
        return Stream.of(at(item, "PluginName"), at(item, "FunctionName"))
                .flatMap(name -> Fields.text(name).stream())
                .filter(name -> !name.isBlank())
                .collect(Collectors.joining("-"));
    }
}
