package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** A message whose text stands elsewhere than in its content: {@code {role, text}}, as Dify keeps prompts. */
final class NamedText implements MessageForm {
    private static final List<String> TEXTS = List.of("text", "message", "value");
    private static final List<String> SAID = List.of(
            "content",
            "parts",
            "contents",
            "blocks",
            "tool_calls",
            "toolCalls",
            "function_call",
            "reasoning_content",
            "refusal",
            "audio",
            "images");

    @Override
    public boolean fits(JsonNode message) {
        return message.path("role").isTextual()
                && SAID.stream().allMatch(name -> Fields.isEmpty(message.path(name)))
                && text(message).isPresent();
    }

    private static Optional<String> text(JsonNode message) {
        return TEXTS.stream()
                .filter(name -> message.path(name).isTextual())
                .filter(name -> !message.path(name).textValue().isBlank())
                .findFirst();
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        ObjectNode plain = message.deepCopy();
        plain.set("content", plain.remove(text(message).orElseThrow()));
        return List.of(plain);
    }
}
