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
 * Items of the OpenAI Responses API as messages. Items that one answer is made of (reasoning, text, calls) become one
 * assistant message; the results of calls are tool messages.
 */
public final class ResponsesItems {
    private final Fields fields;

    public ResponsesItems(Fields fields) {
        this.fields = fields;
    }

    /** The messages of {@code input}: a text, or items. */
    public List<Message> input(JsonNode input) {
        return input.isTextual() ? List.of(Message.of(Role.USER, input.textValue())) : messages(input);
    }

    /** The messages that items make, oldest first. */
    public List<Message> messages(JsonNode items) {
        List<Message> messages = new ArrayList<>();
        MessageParts answer = new MessageParts();
        for (JsonNode item : items) {
            String type = item.path("type").asText("message");
            boolean spoken = type.equals("message")
                    && ChatMessages.role(item.path("role").asText()) != Role.ASSISTANT;
            if (spoken || type.endsWith("_output")) {
                answer = flushed(answer, messages);
                messages.add(spoken ? message(item) : result(item));
            } else {
                answer(item, type, answer);
            }
        }
        flushed(answer, messages);
        return messages;
    }

    private static MessageParts flushed(MessageParts answer, List<Message> messages) {
        if (!answer.isEmpty()) {
            messages.add(answer.message(Role.ASSISTANT, Optional.empty(), Optional.empty()));
        }
        return new MessageParts();
    }

    private void answer(JsonNode item, String type, MessageParts answer) {
        switch (type) {
            case "message" -> parts(item.path("content"), answer);
            case "reasoning" -> {
                item.path("summary")
                        .forEach(part -> answer.reasoning(part.path("text").asText()));
                item.path("content")
                        .forEach(part -> answer.reasoning(part.path("text").asText()));
            }
            case "function_call" -> answer.call(call(item, fields.arguments(item.path("arguments"))));
            case "custom_tool_call" -> answer.call(call(item, item.path("input").asText()));
            default -> answer.call(call(item, Json.canonical(item)));
        }
    }

    private static ToolCall call(JsonNode item, String arguments) {
        String id =
                Fields.text(item, "call_id").or(() -> Fields.text(item, "id")).orElse("");
        String name = Fields.text(item, "name").orElse(item.path("type").asText());
        return new ToolCall(id, name, arguments);
    }

    private Message message(JsonNode item) {
        MessageParts parts = new MessageParts();
        parts(item.path("content"), parts);
        return parts.message(ChatMessages.role(item.path("role").asText()), Optional.empty(), Optional.empty());
    }

    private void parts(JsonNode content, MessageParts parts) {
        if (content.isTextual()) {
            parts.text(content.textValue());
        }
        if (content.isArray()) {
            content.forEach(part -> part(part, parts));
        }
    }

    private void part(JsonNode part, MessageParts parts) {
        switch (part.path("type").asText()) {
            case "input_text", "output_text", "text", "summary_text" ->
                parts.text(part.path("text").asText());
            case "refusal" -> parts.refusal(part.path("refusal").asText());
            case "input_image" ->
                media(
                        parts,
                        "image",
                        part.path("image_url").asText(part.path("file_id").asText()));
            case "input_file" ->
                media(
                        parts,
                        "file",
                        part.path("file_data").asText(part.path("file_id").asText()));
            case "input_audio" -> {
                fields.note(Fidelity.MULTIMODAL);
                parts.media(MediaReferences.inlined(
                        "audio",
                        Optional.empty(),
                        part.path("input_audio").path("data").asText()));
            }
            default -> parts.text(Json.canonical(part));
        }
    }

    private void media(MessageParts parts, String type, String url) {
        fields.note(Fidelity.MULTIMODAL);
        parts.media(MediaReferences.ofUrl(type, url));
    }

    private Message result(JsonNode item) {
        MessageParts parts = new MessageParts();
        JsonNode output = item.path("output");
        if (output.isArray()) {
            parts(output, parts);
        } else if (!output.isMissingNode()) {
            parts.text(Fields.asText(output));
        }
        return parts.message(Role.TOOL, Optional.empty(), Fields.text(item, "call_id"));
    }
}
