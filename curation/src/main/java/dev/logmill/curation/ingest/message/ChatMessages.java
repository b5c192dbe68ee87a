package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Messages and tools in the form of OpenAI chat completions, the older functions included. */
public final class ChatMessages {
    private final Fields fields;

    public ChatMessages(Fields fields) {
        this.fields = fields;
    }

    /** The messages of an array, oldest first. */
    public List<Message> messages(JsonNode array) {
        List<Message> messages = new ArrayList<>(array.size());
        array.forEach(message -> messages.add(message(message)));
        return messages;
    }

    /** One message. An unknown role speaks as the user; LangChain's {@code human} and {@code ai} are known. */
    public Message message(JsonNode node) {
        MessageParts parts = new MessageParts();
        content(node.path("content"), parts);
        Fields.text(node, "reasoning_content")
                .or(() -> Fields.text(node, "reasoning"))
                .filter(text -> !text.isEmpty())
                .ifPresent(parts::reasoning);
        Fields.text(node, "refusal").ifPresent(parts::refusal);
        node.path("tool_calls").forEach(call -> parts.call(call(call)));
        if (node.path("function_call").isObject()) {
            parts.call(call(node.path("function_call")));
        }
        Role role = role(node.path("role").asText());
        Optional<String> callId = Fields.text(node, "tool_call_id")
                .or(() -> role == Role.TOOL ? Fields.text(node, "name") : Optional.empty());
        return parts.message(role, Fields.text(node, "name"), callId);
    }

    private void content(JsonNode content, MessageParts parts) {
        if (content.isArray()) {
            content.forEach(part -> part(part, parts));
        } else if (content.isObject()) {
            parts.text(Json.canonical(content));
        } else {
            Fields.text(content).ifPresent(parts::text);
        }
    }

    private void part(JsonNode part, MessageParts parts) {
        if (part.isTextual()) {
            parts.text(part.textValue());
            return;
        }
        switch (part.path("type").asText()) {
            case "text", "input_text", "output_text" ->
                parts.text(part.path("text").asText());
            case "refusal" -> parts.refusal(part.path("refusal").asText());
            case "image_url" -> {
                JsonNode url = part.path("image_url");
                media(
                        parts,
                        "image",
                        url.isTextual() ? url.textValue() : url.path("url").asText());
            }
            case "input_audio" ->
                inlined(parts, "audio", part.path("input_audio").path("data").asText());
            case "file" -> {
                JsonNode file = part.path("file");
                String data = file.path("file_data").asText();
                media(parts, "file", data.isEmpty() ? file.path("file_id").asText() : data);
            }
            default -> parts.text(Json.canonical(part));
        }
    }

    private void media(MessageParts parts, String type, String url) {
        fields.note(Fidelity.MULTIMODAL);
        parts.media(MediaReferences.ofUrl(type, url));
    }

    private void inlined(MessageParts parts, String type, String base64) {
        fields.note(Fidelity.MULTIMODAL);
        parts.media(MediaReferences.inlined(type, Optional.empty(), base64));
    }

    private ToolCall call(JsonNode call) {
        JsonNode function = call.path("function").isObject() ? call.path("function") : call;
        JsonNode arguments = function.has("arguments") ? function.path("arguments") : function.path("input");
        return new ToolCall(
                Fields.text(call, "id").orElse(""), function.path("name").asText(), fields.arguments(arguments));
    }

    /** The tools of a request: {@code tools}, or the older {@code functions}. */
    public static List<Tool> tools(JsonNode request) {
        JsonNode offered = request.path("tools").isArray() ? request.path("tools") : request.path("functions");
        List<Tool> tools = new ArrayList<>(offered.size());
        offered.forEach(tool -> tools.add(tool(tool)));
        return tools;
    }

    /** One tool: nested under {@code function}, flat as in Responses, or with {@code input_schema} as in Anthropic. */
    public static Tool tool(JsonNode tool) {
        JsonNode function = tool.path("function").isObject() ? tool.path("function") : tool;
        JsonNode schema = function.has("input_schema") ? function.path("input_schema") : function.path("parameters");
        return new Tool(
                Fields.text(function, "name")
                        .or(() -> Fields.text(tool, "type"))
                        .orElse(""),
                Fields.text(function, "description"),
                schema.isObject() ? Optional.of(Json.canonical(schema)) : Optional.empty());
    }

    static Role role(String role) {
        return switch (role.toLowerCase(Locale.ROOT)) {
            case "system" -> Role.SYSTEM;
            case "developer" -> Role.DEVELOPER;
            case "assistant", "ai", "model" -> Role.ASSISTANT;
            case "tool", "function" -> Role.TOOL;
            default -> Role.USER;
        };
    }
}
