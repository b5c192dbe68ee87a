package dev.logmill.eval.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.suite.ChatJson;
import dev.logmill.eval.suite.Task;
import java.util.List;

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
            asked.tools().forEach(tool -> tools.add(ChatJson.tool(tool)));
        }
        asked.responseFormat().ifPresent(format -> raw(body, "response_format", format));
        endpoint.temperature().ifPresent(value -> body.put("temperature", value));
        endpoint.maxTokens().ifPresent(value -> body.put("max_tokens", value));
        endpoint.maxCompletionTokens().ifPresent(value -> body.put("max_completion_tokens", value));
        return Json.canonical(body);
    }

    /** A message as every endpoint takes it: most know no developer, and no word for what only logs hold. */
    private static ObjectNode message(Message message) {
        ObjectNode json = ChatJson.message(message);
        json.remove(List.of("refusal", "reasoning", "media"));
        if (message.role() == Role.DEVELOPER) {
            json.put("role", "system");
        }
        if (message.role() == Role.TOOL) {
            json.remove("name");
        }
        return json;
    }

    private static void raw(ObjectNode node, String key, String json) {
        try {
            node.set(key, Json.parse(json));
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("A case holds canonical JSON", broken);
        }
    }
}
