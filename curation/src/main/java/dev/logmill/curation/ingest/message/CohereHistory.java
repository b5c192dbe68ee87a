package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a request of Cohere's older chat asks, as messages of chat completions: {@code preamble}, {@code chat_history}, {@code message} and
 * {@code tool_results}, {@code [{call: {name, parameters}, outputs}]}. A result repeats its call: where no message made it, it is told before
 * its results. Calls have no ids, so those of a tool are counted.
 */
public final class CohereHistory {
    private static final Map<String, String> SPEAKERS =
            Map.of("USER", "user", "CHATBOT", "assistant", "SYSTEM", "system", "TOOL", "tool");

    private final ArrayNode messages = Json.MAPPER.createArrayNode();
    /** The tools that were called and have not answered yet. */
    private final List<String> open = new ArrayList<>();

    private CohereHistory() {}

    /** Everything that was said, oldest first. */
    public static ArrayNode messages(JsonNode request) {
        CohereHistory history = new CohereHistory();
        if (!Fields.word(request, "preamble").isBlank()) {
            history.said("system", request.path("preamble"));
        }
        request.path("chat_history").forEach(history::add);
        JsonNode results = request.path("tool_results");
        boolean answersHistory = !history.open.isEmpty();
        if (answersHistory) {
            history.results(results);
        }
        if (!Fields.word(request, "message").isEmpty()) {
            history.said("user", request.path("message"));
        }
        if (!answersHistory) {
            history.results(results);
        }
        return history.messages;
    }

    private void add(JsonNode before) {
        String speaker = Fields.word(before, "role");
        JsonNode results = before.path("tool_results");
        if (!Fields.isEmpty(results)) {
            results(results);
            return;
        }
        ObjectNode message = said(SPEAKERS.getOrDefault(speaker, speaker), before.path("message"));
        open.clear();
        ArrayNode calls = calls(before.path("tool_calls"));
        if (!calls.isEmpty()) {
            message.set("tool_calls", calls);
            calls.forEach(call -> open.add(Fields.word(call, "name")));
        }
    }

    private void results(JsonNode results) {
        ArrayNode untold = Json.MAPPER.createArrayNode();
        for (JsonNode result : results) {
            JsonNode call = result.path("call");
            if (!open.remove(Fields.word(call, "name"))) {
                untold.add(call);
            }
        }
        ArrayNode calls = calls(untold);
        if (!calls.isEmpty()) {
            messages.addObject().put("role", "assistant").set("tool_calls", calls);
        }
        for (JsonNode result : results) {
            String outputs = Json.canonical(result.path("outputs"));
            said("tool", Json.MAPPER.getNodeFactory().textNode(outputs))
                    .set("name", result.path("call").path("name"));
        }
    }

    /** Calls as chat completions have them. */
    public static ArrayNode calls(JsonNode made) {
        ArrayNode calls = Json.MAPPER.createArrayNode();
        for (JsonNode call : made) {
            ObjectNode named = calls.addObject();
            named.put("id", "function-" + Fields.word(call, "name"));
            named.set("name", call.path("name"));
            named.set("arguments", call.path("parameters"));
        }
        return calls;
    }

    private ObjectNode said(String role, JsonNode content) {
        ObjectNode message = messages.addObject().put("role", role);
        message.set("content", content);
        return message;
    }
}
