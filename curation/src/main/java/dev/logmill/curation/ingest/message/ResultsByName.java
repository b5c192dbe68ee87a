package dev.logmill.curation.ingest.message;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Results that name their tool and no call: each is that of the tool's first call which nothing has answered yet. */
final class ResultsByName {
    private ResultsByName() {}

    /** The same messages; a result with a made id gets the id of the call before it, where the calls have ids of their own. */
    static List<Message> paired(List<Message> messages) {
        Set<String> answered = new HashSet<>();
        messages.forEach(message -> message.toolCallId().ifPresent(answered::add));
        List<ToolCall> open = new ArrayList<>();
        List<Message> paired = new ArrayList<>(messages.size());
        for (Message message : messages) {
            message.toolCalls().stream()
                    .filter(call -> !call.id().isEmpty() && !answered.contains(call.id()))
                    .forEach(open::add);
            Optional<ToolCall> call = message.role() == Role.TOOL && isMade(message)
                    ? open.stream()
                            .filter(one -> message.name().equals(Optional.of(one.name())))
                            .findFirst()
                    : Optional.empty();
            call.ifPresent(open::remove);
            paired.add(call.map(one -> withId(message, one.id())).orElse(message));
        }
        return paired;
    }

    private static boolean isMade(Message result) {
        return result.toolCallId().equals(result.name().map(MadeCallIds::of));
    }

    private static Message withId(Message result, String id) {
        return new Message(
                result.role(),
                result.content(),
                result.reasoning(),
                result.refusal(),
                result.name(),
                Optional.of(id),
                result.toolCalls(),
                result.media());
    }
}
