package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One of the answers that a response offers, with its message inside: a choice {@code {message, finish_reason}} of chat
 * completions, a candidate {@code {content: {role, parts}, finishReason}} of Gemini, a generation {@code {message | text}} of
 * LangChain.
 */
final class ChosenMessage implements MessageForm {
    private static final List<String> ENDED = List.of("finish_reason", "finishReason", "stop_reason", "done_reason");
    private static final List<String> SAID = List.of("content", "blocks", "tool_calls", "kwargs", "parts");

    @Override
    public boolean fits(JsonNode chosen) {
        return !chosen.has("role") && (inner(chosen).isPresent() || isTextOfGeneration(chosen));
    }

    @Override
    public List<JsonNode> plain(JsonNode chosen, String place, Fields fields) {
        JsonNode info = chosen.has("generationInfo") ? chosen.path("generationInfo") : chosen.path("generation_info");
        fields.finished(Stream.of(chosen, info)
                .flatMap(told -> ENDED.stream().flatMap(name -> Fields.filled(told, name).stream()))
                .findFirst());
        return List.of(inner(chosen).orElseGet(() -> text(chosen)));
    }

    private static Optional<JsonNode> inner(JsonNode chosen) {
        JsonNode message = chosen.path("message");
        boolean said = SAID.stream().anyMatch(message::has);
        if (message.isObject() && said) {
            return Optional.of(message);
        }
        JsonNode content = chosen.path("content");
        return content.path("parts").isArray() ? Optional.of(content) : Optional.empty();
    }

    private static boolean isTextOfGeneration(JsonNode chosen) {
        return chosen.path("text").isTextual()
                && (chosen.has("generation_info") || chosen.has("generationInfo") || chosen.has("finish_reason"));
    }

    private static JsonNode text(JsonNode chosen) {
        ObjectNode plain = Json.MAPPER.createObjectNode();
        if (chosen.path("tool_calls").isArray()) {
            plain.set("tool_calls", chosen.path("tool_calls"));
        }
        return plain.put("role", "assistant").set("content", chosen.path("text"));
    }
}
