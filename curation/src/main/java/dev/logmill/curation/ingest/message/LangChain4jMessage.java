package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A message of LangChain4j, {@code {type: USER, contents: [{type: TEXT, text}]}}, {@code {type: AI, text, thinking,
 * toolExecutionRequests: [{id, name, arguments}]}} and {@code {type: TOOL_EXECUTION_RESULT, id, toolName, text}}, whose answer may
 * stand without its type. Shapes: {@code dev.langchain4j.data.message.ChatMessageSerializer}.
 */
final class LangChain4jMessage implements MessageForm {
    private static final Map<String, String> ROLES =
            Map.of("SYSTEM", "system", "USER", "user", "AI", "assistant", "TOOL_EXECUTION_RESULT", "tool");
    private static final String CALLS = "toolExecutionRequests";
    /** Of its older releases, which knew one call a message. */
    private static final String CALL = "toolExecutionRequest";

    private static final List<String> SAID = List.of("text", "contents", "thinking", CALLS, CALL);

    @Override
    public boolean fits(JsonNode message) {
        boolean typed = ROLES.containsKey(Fields.word(message, "type"))
                && SAID.stream().anyMatch(message::has)
                && !message.has("content");
        return !message.has("role") && (typed || message.path(CALLS).path(0).has("name"));
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        ObjectNode plain = Json.MAPPER.createObjectNode();
        String role = ROLES.getOrDefault(Fields.word(message, "type"), "assistant");
        plain.put("role", role);
        if (message.path("contents").isArray()) {
            ArrayNode parts = plain.putArray("content");
            message.path("contents").forEach(content -> parts.add(part(content)));
        } else {
            plain.set("content", message.path("text"));
        }
        Fields.filled(message, "thinking").ifPresent(thought -> plain.put("reasoning_content", thought));
        Fields.filled(message, "name").ifPresent(name -> plain.put("name", name));
        ArrayNode calls = Json.MAPPER.createArrayNode();
        message.path(CALLS).forEach(call -> calls.add(withId(call)));
        if (message.path(CALL).isObject()) {
            calls.add(withId(message.path(CALL)));
        }
        if (!calls.isEmpty()) {
            plain.set("tool_calls", calls);
        }
        if (role.equals("tool")) {
            Fields.filled(message, "id").ifPresent(id -> plain.put("tool_call_id", id));
            Fields.filled(message, "toolName").ifPresent(name -> plain.put("name", name));
            if (message.path("isError").asBoolean()) {
                fields.callFailed(Fields.word(message, "id"));
            }
        }
        fields.keep(place + ".attributes", message.path("attributes"));
        return List.of(plain);
    }

    /** Not every model gives its calls ids; their results then go by the tool's name. */
    private static JsonNode withId(JsonNode call) {
        String name = Fields.word(call, "name");
        boolean named = Fields.filled(call, "id").isPresent() || name.isBlank();
        return named ? call : ((ObjectNode) call.deepCopy()).put("id", MadeCallIds.of(name));
    }

    /** A content under its kind, {@code {type: IMAGE, image: {url | base64Data, mimeType}}}, as OpenTelemetry tells media. */
    private static JsonNode part(JsonNode content) {
        String kind = Fields.word(content, "type");
        if (kind.equals("TEXT")) {
            return Json.MAPPER.createObjectNode().put("type", "text").set("text", content.path("text"));
        }
        JsonNode shown = Stream.of("image", "audio", "video", "pdfFile")
                .map(content::path)
                .filter(JsonNode::isObject)
                .findFirst()
                .orElse(content);
        if (shown.equals(content)) {
            return content;
        }
        ObjectNode part = Json.MAPPER.createObjectNode();
        String modality = kind.equals("IMAGE") ? "image" : kind.equals("AUDIO") ? "audio" : "file";
        part.put("modality", modality);
        Fields.filled(shown, "mimeType").ifPresent(mime -> part.put("mime_type", mime));
        boolean held = !Fields.isEmpty(shown.path("base64Data"));
        return part.put("type", held ? "blob" : "uri")
                .set(held ? "content" : "uri", held ? shown.path("base64Data") : shown.path("url"));
    }
}
