package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every call is answered once, right after the turn that made it, and every tool message answers a call. */
final class CallsAnswered implements RowRule {
    @Override
    public Optional<String> breach(Row row) {
        return breach(row.conversation().answered())
                .or(() -> breach(row.conversation().answeredWorse()));
    }

    private static Optional<String> breach(List<JsonNode> messages) {
        Set<String> open = new HashSet<>();
        Set<String> seen = new HashSet<>();
        int at = 0;
        for (JsonNode message : messages) {
            if (message.path("role").asText().equals("tool")) {
                if (!open.remove(message.path("tool_call_id").asText())) {
                    return Optional.of("message %d answers no open call".formatted(at));
                }
            } else if (!open.isEmpty()) {
                return Optional.of("%d calls unanswered before message %d".formatted(open.size(), at));
            }
            for (JsonNode call : message.path("tool_calls")) {
                String id = call.path("id").asText();
                if (id.isEmpty() || !seen.add(id)) {
                    return Optional.of("message %d has a call without an id of its own".formatted(at));
                }
                open.add(id);
            }
            at++;
        }
        return Optional.empty();
    }
}
