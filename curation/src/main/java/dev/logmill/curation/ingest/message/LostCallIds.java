package dev.logmill.curation.ingest.message;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Ids that a log leaves out of the calls and keeps in their results, as the NeMo Agent Toolkit does: the calls of a message get
 * the ids of the results that follow it, in order, where there are as many.
 */
final class LostCallIds {
    private LostCallIds() {}

    static List<Message> filled(List<Message> messages) {
        if (messages.stream().noneMatch(LostCallIds::hasLost)) {
            return messages;
        }
        List<Message> filled = new ArrayList<>(messages);
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            List<String> answered = answered(messages, i + 1);
            if (hasLost(message) && answered.size() == message.toolCalls().size()) {
                filled.set(i, named(message, answered));
            }
        }
        return filled;
    }

    private static boolean hasLost(Message message) {
        return !message.toolCalls().isEmpty()
                && message.toolCalls().stream().allMatch(call -> call.id().isEmpty());
    }

    /** The ids of the results that stand from an index on. */
    private static List<String> answered(List<Message> messages, int from) {
        List<String> ids = new ArrayList<>();
        for (int i = from; i < messages.size() && messages.get(i).role() == Role.TOOL; i++) {
            Optional<String> id = messages.get(i).toolCallId();
            id.ifPresent(ids::add);
        }
        return ids;
    }

    private static Message named(Message message, List<String> ids) {
        List<ToolCall> calls = new ArrayList<>();
        for (ToolCall call : message.toolCalls()) {
            calls.add(new ToolCall(ids.get(calls.size()), call.name(), call.arguments()));
        }
        return new Message(
                message.role(),
                message.content(),
                message.reasoning(),
                message.refusal(),
                message.name(),
                message.toolCallId(),
                calls,
                message.media());
    }
}
