package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Every message has a text or calls a tool; only the result of a tool may be empty. */
final class SaysSomething implements RowRule {
    @Override
    public Optional<String> breach(Row row) {
        int at = 0;
        for (JsonNode message : row.conversation().messages()) {
            JsonNode content = message.path("content");
            boolean calls = !message.path("tool_calls").isEmpty();
            boolean text = content.isTextual()
                    && (!content.textValue().isBlank()
                            || message.path("role").asText().equals("tool"));
            if (!text && !calls) {
                return Optional.of("message %d has no text and no call".formatted(at));
            }
            at++;
        }
        return Optional.empty();
    }
}
