package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** There is something to answer, and the message before the answer is not the assistant's own. */
final class AnswerFollows implements RowRule {
    @Override
    public Optional<String> breach(Row row) {
        List<JsonNode> prompt = row.conversation().prompt();
        if (prompt.isEmpty()) {
            return Optional.of("0 messages before the answer");
        }
        boolean own = prompt.get(prompt.size() - 1).path("role").asText().equals("assistant");
        return own ? Optional.of("the assistant speaks twice in a row") : Optional.empty();
    }
}
