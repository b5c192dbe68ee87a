package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;

/**
 * A message of Datadog's LLM Observability, whose calls are {@code tool_calls: [{tool_id, name, arguments}]} and whose
 * results stand beside them, {@code tool_results: [{tool_id, name, result}]}, whoever speaks.
 */
final class DatadogMessage implements MessageForm {
    private static final String CALLS = "tool_calls";
    private static final String RESULTS = "tool_results";
    private static final String ID = "tool_id";

    @Override
    public boolean fits(JsonNode message) {
        return message.path(CALLS).path(0).has(ID)
                || message.path(RESULTS).path(0).has(ID);
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        ObjectNode said = message.deepCopy();
        said.remove(List.of(CALLS, RESULTS));
        if (message.path(CALLS).isArray() && !message.path(CALLS).isEmpty()) {
            ArrayNode calls = said.putArray(CALLS);
            message.path(CALLS).forEach(call -> calls.add(withId(call)));
        }
        List<JsonNode> plain = new ArrayList<>();
        if (said.has(CALLS)
                || !Fields.isEmpty(said.path("content"))
                || message.path(RESULTS).isEmpty()) {
            plain.add(said);
        }
        for (JsonNode result : message.path(RESULTS)) {
            ObjectNode told = Json.MAPPER.createObjectNode().put("role", "tool");
            told.set("tool_call_id", result.path(ID));
            told.set("name", result.path("name"));
            told.set("content", result.path("result"));
            plain.add(told);
        }
        return plain;
    }

    private static JsonNode withId(JsonNode call) {
        if (!call.isObject() || !call.has(ID)) {
            return call;
        }
        ObjectNode plain = call.deepCopy();
        plain.set("id", plain.remove(ID));
        return plain;
    }
}
