package dev.logmill.curation.pair.rule;

import dev.logmill.curation.pair.Candidate;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.Optional;

/** Drops what has no whole input, asks nothing or answers nothing. */
record Complete() implements Rule {
    @Override
    public Decision judge(Candidate candidate) {
        if (candidate.fidelity().contains(Fidelity.MISSING_MESSAGES)) {
            return new Decision.Drop(Reason.MISSING_MESSAGES, "messages of the call are missing");
        }
        if (candidate.input().stream().noneMatch(Complete::asks)) {
            return new Decision.Drop(
                    Reason.NO_QUESTION,
                    "0 of %d messages are of a user or a tool and hold something"
                            .formatted(candidate.input().size()));
        }
        Optional<Message> answer = candidate.output();
        if (answer.isEmpty()) {
            return new Decision.Drop(Reason.NO_ANSWER, "0 answers");
        }
        return says(answer.get()) ? Decision.KEEP : new Decision.Drop(Reason.NO_ANSWER, "0 characters, 0 tool calls");
    }

    /** Where privacy keeps no text, neither words nor what tells an image are left. */
    private static boolean asks(Message message) {
        boolean text = message.content().filter(content -> !content.isBlank()).isPresent();
        boolean media = message.media().stream()
                .anyMatch(file -> file.uri().isPresent() || file.sha256().isPresent());
        return (message.role() == Role.USER || message.role() == Role.TOOL) && (text || media);
    }

    private static boolean says(Message answer) {
        boolean text = answer.content().filter(content -> !content.isBlank()).isPresent();
        return answer.role() == Role.ASSISTANT && (text || !answer.toolCalls().isEmpty());
    }
}
