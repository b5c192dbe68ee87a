package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;

/**
 * A message whose content is itself Gemini's content, {@code {role: user, content: {role, parts: [...]}}}, or a list of several, as
 * OpenTelemetry's instrumentation of google-genai logs a prompt; ChatGPT's export has its speaker in {@code author}. Who speaks the
 * content says itself, unless the message is the system's: Gemini's instructions are a user's content.
 */
final class ContentOfParts implements MessageForm {
    private static final Set<String> OF_SYSTEM = Set.of("system", "developer");

    @Override
    public boolean fits(JsonNode message) {
        JsonNode content = message.path("content");
        boolean several = content.isArray()
                && !content.isEmpty()
                && StreamSupport.stream(content.spliterator(), false).allMatch(ContentOfParts::hasParts);
        return (several || hasParts(content)) && speaker(message).isPresent();
    }

    private static boolean hasParts(JsonNode content) {
        return content.path("parts").isArray();
    }

    private static Optional<String> speaker(JsonNode message) {
        return Fields.filled(message, "role").or(() -> Fields.filled(message.path("author"), "role"));
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        String outside = speaker(message).orElseThrow();
        JsonNode content = message.path("content");
        List<JsonNode> plain = new ArrayList<>();
        for (JsonNode said : content.isArray() ? content : List.of(content)) {
            ObjectNode one = message.deepCopy();
            String inside = Fields.filled(said, "role").orElse(outside);
            one.put("role", OF_SYSTEM.contains(outside) ? outside : inside);
            one.set("content", said.path("parts"));
            one.remove("author");
            plain.add(one);
        }
        return plain;
    }
}
