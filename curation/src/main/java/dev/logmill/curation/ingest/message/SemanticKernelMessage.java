package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A message of Semantic Kernel in .NET, {@code {Role: {Label}, Items: [{$type, ...}]}}; a tool goes by its plugin's name and its own,
 * joined by a line. Shapes: {@code Microsoft.SemanticKernel.ChatMessageContent}.
 */
final class SemanticKernelMessage implements MessageForm {
    @Override
    public boolean fits(JsonNode message) {
        return message.path("Role").path("Label").isTextual()
                && message.path("Items").isArray();
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        ObjectNode plain = Json.MAPPER.createObjectNode();
        plain.set("role", message.path("Role").path("Label"));
        ArrayNode parts = plain.putArray("content");
        message.path("Items").forEach(item -> parts.add(part(item)));
        Fields.filled(message, "AuthorName").ifPresent(name -> plain.put("name", name));
        fields.keep(place + ".Metadata", message.path("Metadata"));
        return List.of(plain);
    }

    private static JsonNode part(JsonNode item) {
        ObjectNode part = Json.MAPPER.createObjectNode();
        return switch (Fields.word(item, "$type")) {
            case "TextContent" -> part.put("type", "text").set("text", item.path("Text"));
            case "ReasoningContent" -> part.put("type", "thinking").set("thinking", item.path("Text"));
            case "FunctionCallContent" -> {
                part.put("type", "tool_call").put("name", tool(item)).set("id", item.path("Id"));
                yield part.set("arguments", item.path("Arguments"));
            }
            case "FunctionResultContent" -> {
                part.put("type", "tool_call_response").put("name", tool(item)).set("id", item.path("CallId"));
                yield part.set("response", item.path("Result"));
            }
            case "ImageContent" ->
                part.put("type", "uri").put("modality", "image").set("uri", item.path("Uri"));
            default -> item;
        };
    }

    private static String tool(JsonNode item) {
        return Stream.of(Fields.filled(item, "PluginName"), Fields.filled(item, "FunctionName"))
                .flatMap(name -> name.stream())
                .collect(Collectors.joining("-"));
    }
}
