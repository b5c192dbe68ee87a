package dev.logmill.eval.suite;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Messages and tools in the words of OpenAI's chat completions, and back; nothing is lost on the way. */
public final class ChatJson {
    private ChatJson() {}

    /** A message. What the wire has no word for, its media and its reasoning, stands beside under our own. */
    public static ObjectNode message(Message message) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("role", message.role().name().toLowerCase(Locale.ROOT));
        json.put("content", message.content().orElse(null));
        message.name().ifPresent(name -> json.put("name", name));
        message.toolCallId().ifPresent(id -> json.put("tool_call_id", id));
        if (!message.toolCalls().isEmpty()) {
            json.set("tool_calls", calls(message.toolCalls()));
        }
        message.refusal().ifPresent(text -> json.put("refusal", text));
        message.reasoning().ifPresent(text -> json.put("reasoning", text));
        if (!message.media().isEmpty()) {
            ArrayNode media = json.putArray("media");
            message.media().forEach(one -> media.add(media(one)));
        }
        return json;
    }

    static ArrayNode calls(List<ToolCall> calls) {
        ArrayNode array = Json.MAPPER.createArrayNode();
        calls.forEach(call -> array.addObject()
                .put("id", call.id())
                .put("type", "function")
                .putObject("function")
                .put("name", call.name())
                .put("arguments", call.arguments()));
        return array;
    }

    private static ObjectNode media(Media media) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("type", media.type());
        media.mime().ifPresent(mime -> json.put("mime", mime));
        media.uri().ifPresent(uri -> json.put("uri", uri));
        media.sha256().ifPresent(digest -> json.put("sha256", digest));
        return json;
    }

    /** A tool as it is offered. */
    public static ObjectNode tool(Tool tool) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("type", "function");
        ObjectNode function = json.putObject("function").put("name", tool.name());
        tool.description().ifPresent(text -> function.put("description", text));
        tool.parameters().ifPresent(schema -> function.set("parameters", document(schema)));
        return json;
    }

    /** A document that is kept as canonical JSON text. */
    static JsonNode document(String canonical) {
        try {
            return Json.parse(canonical);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A case holds canonical JSON", broken);
        }
    }

    static Message readMessage(JsonNode json) {
        List<Media> media = new ArrayList<>();
        json.path("media")
                .forEach(one -> media.add(new Media(
                        one.path("type").asText(), text(one, "mime"), text(one, "uri"), text(one, "sha256"))));
        return new Message(
                Role.valueOf(json.path("role").asText().toUpperCase(Locale.ROOT)),
                text(json, "content"),
                text(json, "reasoning"),
                text(json, "refusal"),
                text(json, "name"),
                text(json, "tool_call_id"),
                readCalls(json.path("tool_calls")),
                media);
    }

    static List<ToolCall> readCalls(JsonNode array) {
        List<ToolCall> calls = new ArrayList<>();
        array.forEach(call -> calls.add(new ToolCall(
                call.path("id").asText(),
                call.path("function").path("name").asText(),
                call.path("function").path("arguments").asText())));
        return calls;
    }

    static Tool readTool(JsonNode json) {
        JsonNode function = json.path("function");
        return new Tool(
                function.path("name").asText(), text(function, "description"), canonical(function, "parameters"));
    }

    static Optional<String> text(JsonNode json, String key) {
        return Optional.of(json.path(key)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    static Optional<String> canonical(JsonNode json, String key) {
        return json.has(key) ? Optional.of(Json.canonical(json.get(key))) : Optional.empty();
    }
}
