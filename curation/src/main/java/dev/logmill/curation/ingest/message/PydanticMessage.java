package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A message of Pydantic AI, {@code {kind: request | response, parts: [{part_kind, ...}]}}: a request holds what several speak,
 * the system, the user and tools; a response is one answer. Shapes: {@code pydantic_ai.messages}.
 */
final class PydanticMessage implements MessageForm {
    private static final Set<String> ANSWERED =
            Set.of("text", "thinking", "tool-call", "builtin-tool-call", "builtin-tool-return", "file");

    @Override
    public boolean fits(JsonNode message) {
        return message.path("parts").path(0).path("part_kind").isTextual();
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        List<JsonNode> plain = new ArrayList<>();
        Fields.filled(message, "instructions")
                .ifPresent(text -> plain.add(said("system", message.path("instructions"))));
        fields.finished(Fields.filled(message, "finish_reason"));
        ObjectNode answer = Json.MAPPER.createObjectNode().put("role", "assistant");
        for (JsonNode part : message.path("parts")) {
            String kind = Fields.word(part, "part_kind");
            if (ANSWERED.contains(kind)) {
                answered(answer, part, kind);
            } else {
                plain.add(asked(part, kind));
            }
        }
        if (answer.size() > 1) {
            plain.add(answer);
        }
        return plain;
    }

    private static void answered(ObjectNode answer, JsonNode part, String kind) {
        if (kind.equals("text")) {
            array(answer, "content").addObject().put("type", "text").set("text", part.path("content"));
        } else if (kind.equals("file")) {
            array(answer, "content").add(part.path("content"));
        } else if (kind.startsWith("builtin")) {
            ran(array(answer, "content").addObject(), part, kind.endsWith("call"));
        } else if (kind.equals("thinking")) {
            String before = Fields.word(answer, "reasoning_content");
            String thought = Fields.word(part, "content");
            answer.put("reasoning_content", before.isEmpty() ? thought : before + "\n" + thought);
        } else {
            ObjectNode call = array(answer, "tool_calls").addObject();
            call.set("id", part.path("tool_call_id"));
            call.set("name", part.path("tool_name"));
            call.set("arguments", part.path("args"));
        }
    }

    /** A tool that the provider ran, and what it brought, as parts between those that were said. */
    private static void ran(ObjectNode into, JsonNode part, boolean call) {
        into.put("type", call ? "tool-call" : "tool-result").put("providerExecuted", true);
        into.set("toolCallId", part.path("tool_call_id"));
        into.set("toolName", part.path("tool_name"));
        into.set(call ? "input" : "output", call ? part.path("args") : part.path("content"));
    }

    private static ArrayNode array(ObjectNode answer, String name) {
        return answer.path(name) instanceof ArrayNode list ? list : answer.putArray(name);
    }

    private static ObjectNode asked(JsonNode part, String kind) {
        JsonNode content = part.path("content");
        if (kind.startsWith("system")) {
            return said("system", content);
        }
        if (kind.equals("prefill")) {
            return said("assistant", content);
        }
        boolean ofTool = part.path("tool_name").isTextual();
        if (!ofTool) {
            return said("user", content);
        }
        ObjectNode result = said("tool", Json.MAPPER.getNodeFactory().textNode(Fields.asText(content)));
        result.set("tool_call_id", part.path("tool_call_id"));
        result.set("name", part.path("tool_name"));
        return result;
    }

    private static ObjectNode said(String role, JsonNode content) {
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", role);
        message.set("content", content);
        return message;
    }
}
