package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.export.example.Kind;
import java.util.List;
import java.util.Optional;

/**
 * Exactly one assistant turn is learned; of a preference, one on each side. More would train on tool results and
 * earlier turns, none would train on nothing.
 */
final class OneTrainedTurn implements RowRule {
    @Override
    public Optional<String> breach(Row row) {
        Optional<String> answer = notOneTurn("answer", row.conversation().answer());
        if (answer.isPresent() || row.kind() == Kind.SFT) {
            return answer.or(() -> trainedContext(row));
        }
        return notOneTurn("rejected answer", row.conversation().rejected());
    }

    private static Optional<String> notOneTurn(String what, List<JsonNode> messages) {
        if (messages.size() != 1) {
            return Optional.of("%s of %d messages, wanted 1".formatted(what, messages.size()));
        }
        boolean assistant = messages.get(0).path("role").asText().equals("assistant");
        return assistant ? Optional.empty() : Optional.of("%s is not the assistant's".formatted(what));
    }

    private static Optional<String> trainedContext(Row row) {
        long trained = row.conversation().prompt().stream()
                .filter(message -> message.path("weight").asInt() != 0)
                .count();
        return trained == 0 ? Optional.empty() : Optional.of("%d earlier turns have a weight".formatted(trained));
    }
}
