package dev.logmill.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Tool;
import dev.logmill.eval.suite.Task;
import java.util.Locale;

/** A task as a chat completions request. */
final class RequestBody {
    private RequestBody() {}

    static String of(Task asked, EndpointConfig endpoint) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        body.put("model", endpoint.model());
        ArrayNode messages = body.putArray("messages");
        asked.input().forEach(message -> messages.add(message(message)));
        if (!asked.tools().isEmpty()) {
            ArrayNode tools = body.putArray("tools");
            asked.tools().forEach(tool -> tools.add(tool(tool)));
        }
        asked.responseFormat().ifPresent(format -> raw(body, "response_format", format));
        endpoint.temperature().ifPresent(value -> body.put("temperature", value));
        endpoint.maxTokens().ifPresent(value -> body.put("max_tokens", value));
        endpoint.maxCompletionTokens().ifPresent(value -> body.put("max_completion_tokens", value));
        return Json.canonical(body);
    }

    private static ObjectNode message(Message message) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        Role role = message.role() == Role.DEVELOPER ? Role.SYSTEM : message.role();
        node.put("role", role.name().toLowerCase(Locale.ROOT));
        node.put("content", message.content().orElse(null));
        message.name().filter(name -> role != Role.TOOL).ifPresent(name -> node.put("name", name));
        message.toolCallId().ifPresent(id -> node.put("tool_call_id", id));
        if (!message.toolCalls().isEmpty()) {
            ArrayNode calls = node.putArray("tool_calls");
            message.toolCalls().forEach(call -> {
                ObjectNode written = calls.addObject().put("id", call.id()).put("type", "function");
                written.putObject("function").put("name", call.name()).put("arguments", call.arguments());
            });
        }
        return node;
    }

    private static ObjectNode tool(Tool tool) {
        ObjectNode node = Json.MAPPER.createObjectNode().put("type", "function");
        ObjectNode function = node.putObject("function").put("name", tool.name());
        tool.description().ifPresent(text -> function.put("description", text));
        tool.parameters().ifPresent(schema -> raw(function, "parameters", schema));
        return node;
    }

    private static void raw(ObjectNode node, String key, String json) {
        try {
            node.set(key, Json.parse(json));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A case holds canonical JSON", broken);
        }
    }
}
