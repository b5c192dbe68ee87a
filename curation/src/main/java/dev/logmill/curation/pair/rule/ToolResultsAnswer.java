package dev.logmill.curation.pair.rule;

import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drops inputs in which calls and results do not fit together: no chat template renders those. */
record ToolResultsAnswer() implements Rule {
    @Override
    public Decision judge(Candidate candidate) {
        List<Message> input = candidate.input();
        Set<String> open = new HashSet<>();
        for (int i = 0; i < input.size(); i++) {
            Message message = input.get(i);
            if (message.role() == Role.TOOL
                    && !message.toolCallId().map(open::remove).orElse(false)) {
                return new Decision.Drop(
                        Reason.RESULT_WITHOUT_CALL,
                        "message %d of %d answers no open call".formatted(i + 1, input.size()));
            }
            if (message.role() == Role.ASSISTANT) {
                if (!open.isEmpty()) {
                    return unanswered(open.size(), "before message %d of %d".formatted(i + 1, input.size()));
                }
                message.toolCalls().stream().map(ToolCall::id).forEach(open::add);
            }
        }
        return open.isEmpty() ? Decision.KEEP : unanswered(open.size(), "before the answer");
    }

    private static Decision unanswered(int calls, String where) {
        return new Decision.Drop(Reason.UNANSWERED_CALL, "%d calls without a result %s".formatted(calls, where));
    }
}
