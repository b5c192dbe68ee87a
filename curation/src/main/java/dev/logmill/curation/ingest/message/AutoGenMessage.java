package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A message of AutoGen, {@code {type: "TextMessage", source, content}}: who speaks is an agent by its name. What asks for tools
 * and what they brought are lists in {@code content}. Shapes: {@code autogen_agentchat.messages}, {@code
 * autogen_core.models}.
 */
final class AutoGenMessage implements MessageForm {
    private static final Set<String> CALLS = Set.of("ToolCallRequestEvent");
    private static final Set<String> RESULTS = Set.of("ToolCallExecutionEvent", "FunctionExecutionResultMessage");
    private static final Set<String> THOUGHTS = Set.of("ThoughtEvent");
    private static final Set<String> SAID = Set.of(
            "TextMessage",
            "MultiModalMessage",
            "StopMessage",
            "HandoffMessage",
            "ToolCallSummaryMessage",
            "StructuredMessage",
            "UserMessage",
            "AssistantMessage");

    @Override
    public boolean fits(JsonNode message) {
        String type = Fields.word(message, "type");
        boolean known =
                CALLS.contains(type) || RESULTS.contains(type) || THOUGHTS.contains(type) || SAID.contains(type);
        return known && !message.has("role") && message.has("content");
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        String type = Fields.word(message, "type");
        JsonNode content = message.path("content");
        if (RESULTS.contains(type)) {
            return results(content, fields);
        }
        String source = Fields.word(message, "source");
        boolean ofUser = source.equals("user") || type.equals("UserMessage");
        ObjectNode plain = Json.MAPPER.createObjectNode().put("role", ofUser ? "user" : "assistant");
        if (!ofUser && !source.isEmpty()) {
            plain.put("name", source);
        }
        if (CALLS.contains(type) || areCalls(content)) {
            plain.set("tool_calls", content);
        } else if (THOUGHTS.contains(type)) {
            plain.set("reasoning_content", content);
        } else {
            plain.set("content", content.isObject() ? text(content) : content);
        }
        Fields.filled(message, "thought").ifPresent(thought -> plain.put("reasoning_content", thought));
        return List.of(plain);
    }

    private static boolean areCalls(JsonNode content) {
        return content.path(0).has("arguments") && content.path(0).has("name");
    }

    private static JsonNode text(JsonNode content) {
        return Json.MAPPER.getNodeFactory().textNode(Json.canonical(content));
    }

    private static List<JsonNode> results(JsonNode list, Fields fields) {
        List<JsonNode> plain = new ArrayList<>();
        for (JsonNode result : list) {
            ObjectNode told = Json.MAPPER.createObjectNode().put("role", "tool");
            told.set("tool_call_id", result.path("call_id"));
            told.set("name", result.path("name"));
            told.put("content", Fields.asText(result.path("content")));
            if (result.path("is_error").asBoolean()) {
                fields.callFailed(Fields.word(result, "call_id"));
            }
            plain.add(told);
        }
        return plain;
    }
}
