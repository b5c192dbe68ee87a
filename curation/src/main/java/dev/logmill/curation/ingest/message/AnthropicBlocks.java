package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Anthropic messages: a system text on its own, and content blocks. A user message that brings tool results becomes one
 * tool message a result, then a user message of what else it holds.
 */
public final class AnthropicBlocks {
    private final Fields fields;

    public AnthropicBlocks(Fields fields) {
        this.fields = fields;
    }

    /** The system text and the messages of a request, oldest first. */
    public List<Message> input(JsonNode request) {
        List<Message> messages = new ArrayList<>();
        system(request.path("system")).ifPresent(text -> messages.add(Message.of(Role.SYSTEM, text)));
        request.path("messages").forEach(message -> messages(message, messages));
        return messages;
    }

    private static Optional<String> system(JsonNode system) {
        if (!system.isArray()) {
            return Fields.text(system);
        }
        List<String> texts = new ArrayList<>();
        system.forEach(block -> texts.add(block.path("text").asText()));
        return texts.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", texts));
    }

    private void messages(JsonNode message, List<Message> messages) {
        Role role = ChatMessages.role(message.path("role").asText());
        JsonNode content = message.path("content");
        MessageParts parts = new MessageParts();
        if (!content.isArray()) {
            Fields.text(content).ifPresent(parts::text);
        }
        for (JsonNode block : content) {
            if (block.path("type").asText().equals("tool_result")) {
                messages.add(result(block));
            } else {
                block(block, parts);
            }
        }
        boolean onlyResults = content.isArray() && !content.isEmpty() && parts.isEmpty();
        if (!onlyResults) {
            messages.add(parts.message(role, Optional.empty(), Optional.empty()));
        }
    }

    /** The answer that a response's content blocks make. */
    public Message answer(JsonNode content) {
        MessageParts parts = new MessageParts();
        content.forEach(block -> block(block, parts));
        return parts.message(Role.ASSISTANT, Optional.empty(), Optional.empty());
    }

    private void block(JsonNode block, MessageParts parts) {
        switch (block.path("type").asText()) {
            case "text" -> parts.text(block.path("text").asText());
            case "thinking" -> parts.reasoning(block.path("thinking").asText());
            case "redacted_thinking" -> parts.reasoning("");
            case "tool_use", "server_tool_use" ->
                parts.call(new ToolCall(
                        block.path("id").asText(), block.path("name").asText(), fields.arguments(block.path("input"))));
            case "image", "document" -> {
                fields.note(Fidelity.MULTIMODAL);
                parts.media(source(block));
            }
            default -> parts.text(Json.canonical(block));
        }
    }

    private static dev.logmill.curation.trace.Media source(JsonNode block) {
        JsonNode source = block.path("source");
        String type = block.path("type").asText().equals("image") ? "image" : "file";
        return source.path("type").asText().equals("url")
                ? MediaReferences.ofUrl(type, source.path("url").asText())
                : MediaReferences.inlined(
                        type,
                        Fields.text(source, "media_type"),
                        source.path("data").asText());
    }

    private Message result(JsonNode block) {
        MessageParts parts = new MessageParts();
        JsonNode content = block.path("content");
        if (content.isArray()) {
            content.forEach(inner -> block(inner, parts));
        } else {
            Fields.text(content).ifPresent(parts::text);
        }
        return parts.message(Role.TOOL, Optional.empty(), Fields.text(block, "tool_use_id"));
    }
}
