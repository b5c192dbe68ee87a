package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import java.util.ArrayList;
import java.util.List;

/**
 * A component of Haystack that runs what an answer called, {@code ToolInvoker}: messages with calls go in, and {@code {tool_messages: [{content:
 * [{tool_call_result: {result, origin}}]}]}} comes out. With one call it is that tool's work; several of them it is the chain of.
 */
final class HaystackTool {
    static final String NAME = "haystack.tool.name";
    static final String ID = "haystack.tool.id";
    static final String ARGUMENTS = "haystack.tool.arguments";
    static final String RESULT = "haystack.tool.result";

    private HaystackTool() {}

    /** Spreads the one call and its result as attributes of their own. */
    static void spread(ObjectNode flat, JsonNode input, JsonNode output) {
        List<JsonNode> calls = parts(JsonInText.decoded(input).path("messages"), "tool_call");
        if (calls.size() != 1) {
            return;
        }
        JsonNode call = calls.get(0);
        put(flat, NAME, call.path("tool_name"));
        put(flat, ID, call.path("id"));
        put(flat, ARGUMENTS, call.path("arguments"));
        parts(JsonInText.decoded(output).path("tool_messages"), "tool_call_result").stream()
                .findFirst()
                .ifPresent(result -> put(flat, RESULT, result.path("result")));
    }

    private static void put(ObjectNode flat, String name, JsonNode value) {
        if (!Fields.isEmpty(value)) {
            flat.set(name, value);
        }
    }

    private static List<JsonNode> parts(JsonNode messages, String name) {
        List<JsonNode> parts = new ArrayList<>();
        for (JsonNode message : messages) {
            for (JsonNode part : message.has("_content") ? message.path("_content") : message.path("content")) {
                if (part.path(name).isObject()) {
                    parts.add(part.path(name));
                }
            }
        }
        return parts;
    }
}
