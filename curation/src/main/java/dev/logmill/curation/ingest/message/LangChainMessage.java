package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A message as LangChain writes it: serialised as a constructor, {@code {lc, type: "constructor", id: [..., "AIMessage"],
 * kwargs}}; as its fields, {@code {type: "ai", content, tool_calls, additional_kwargs}}; or the older
 * {@code {type: "ai", data: {...}}}. Shapes: {@code langchain_core.load.dumpd} and {@code langchain_core.messages}.
 */
final class LangChainMessage implements MessageForm {
    private static final Map<String, String> ROLES = Map.of(
            "human", "user",
            "ai", "assistant",
            "system", "system",
            "developer", "developer",
            "tool", "tool",
            "function", "function",
            "chat", "chat");

    /** Where one call may stand once more. */
    private static final Set<String> REPEATED =
            Set.of("tool_use", "tool_call", "tool_call_chunk", "input_json_delta", "function_call");

    private static final List<String> SAID = List.of("content", "name", "tool_call_id");

    @Override
    public boolean fits(JsonNode message) {
        return (!message.has("role")
                        && !role(message).isEmpty()
                        && said(message).has("content"))
                || isNamedByItsTool(message);
    }

    /** The result of a tool, whose name stands where the role should. */
    private static boolean isNamedByItsTool(JsonNode message) {
        return message.has("additional_kwargs") && message.has("role") && !Speaker.isKnown(message);
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        JsonNode said = said(message);
        JsonNode more = said.path("additional_kwargs");
        ObjectNode plain = Json.MAPPER.createObjectNode();
        String role = role(message);
        plain.put("role", role.equals("chat") ? Fields.word(said, "role") : role);
        if (isNamedByItsTool(message)) {
            plain.put("role", "tool").put("name", Fields.word(message, "role"));
        }
        SAID.forEach(name -> set(plain, name, said.path(name)));
        if (said.path("content").isObject()) {
            plain.put("content", Fields.asText(said.path("content")));
        }
        ArrayNode calls = calls(said, more);
        if (!calls.isEmpty()) {
            plain.set("tool_calls", calls);
            plain.set("content", withoutCalls(said.path("content"), ids(calls)));
        } else {
            set(plain, "function_call", more.path("function_call"));
        }
        set(plain, "reasoning_content", more.path("reasoning_content"));
        set(plain, "refusal", more.path("refusal"));
        if (role.equals("tool") && !plain.has("tool_call_id")) {
            set(plain, "tool_call_id", said.path("id"));
        }
        if (Fields.word(said, "status").equals("error")) {
            fields.callFailed(Fields.word(said, "tool_call_id"));
        }
        fields.keep(place + ".response_metadata", said.path("response_metadata"));
        return List.of(plain);
    }

    private static void set(ObjectNode plain, String name, JsonNode value) {
        if (!value.isMissingNode() && !value.isNull()) {
            plain.set(name, value);
        }
    }

    /** The fields of the message, wherever its form keeps them. */
    private static JsonNode said(JsonNode message) {
        if (message.path("kwargs").isObject()) {
            return message.path("kwargs");
        }
        return message.path("data").isObject() ? message.path("data") : message;
    }

    /** The word for who speaks; empty where the value is no message of LangChain's. */
    private static String role(JsonNode message) {
        JsonNode path = message.path("id");
        boolean constructed = message.has("lc") && path.isArray() && !path.isEmpty();
        String named = constructed ? path.get(path.size() - 1).asText() : Fields.word(message, "type");
        String kind = named.toLowerCase(Locale.ROOT).replaceFirst("(message)?(chunk)?$", "");
        return ROLES.getOrDefault(kind, "");
    }

    /** The parsed calls, those that could not be parsed, and, where there are neither, the provider's own. */
    private static ArrayNode calls(JsonNode said, JsonNode more) {
        ArrayNode calls = Json.MAPPER.createArrayNode();
        said.path("tool_calls").forEach(calls::add);
        for (JsonNode invalid : said.path("invalid_tool_calls")) {
            if (!Fields.isEmpty(invalid.path("name"))) {
                calls.add(invalid);
            }
        }
        for (JsonNode other : List.of(more.path("tool_calls"), said.path("tool_call_chunks"))) {
            if (calls.isEmpty()) {
                other.forEach(calls::add);
            }
        }
        return calls;
    }

    private static Set<String> ids(ArrayNode calls) {
        Set<String> ids = new HashSet<>();
        calls.forEach(call -> Fields.filled(call, "id").ifPresent(ids::add));
        return ids;
    }

    /** Content blocks without the calls that stand beside them too. */
    private static JsonNode withoutCalls(JsonNode content, Set<String> ids) {
        if (!content.isArray()) {
            return content;
        }
        ArrayNode blocks = Json.MAPPER.createArrayNode();
        for (JsonNode block : content) {
            // OpenAI's items have an id of their own beside that of the call.
            Optional<String> id = Fields.filled(block, "call_id").or(() -> Fields.filled(block, "id"));
            boolean call = REPEATED.contains(Fields.word(block, "type"))
                    && id.map(ids::contains).orElse(true);
            if (!call) {
                blocks.add(block);
            }
        }
        return blocks;
    }
}
