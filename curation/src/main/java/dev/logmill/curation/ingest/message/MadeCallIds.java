package dev.logmill.curation.ingest.message;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Ids for calls that have none. A call and its result are paired by the tool's name, and of several calls of one tool by their
 * order, which is all that such a conversation knows; a conversation that goes on keeps its ids.
 */
final class MadeCallIds {
    private static final String MARK = "function-";

    private MadeCallIds() {}

    /** The id of a tool's only call. */
    static String of(String tool) {
        return MARK + tool;
    }

    /** The same messages; the second call of a tool, and its second result, have a number in their made ids, and so on. */
    static List<Message> numbered(List<Message> messages) {
        if (messages.stream().noneMatch(MadeCallIds::hasSome)) {
            return messages;
        }
        Map<String, Integer> calls = new HashMap<>();
        Map<String, Integer> results = new HashMap<>();
        List<Message> numbered = new ArrayList<>(messages.size());
        for (Message message : messages) {
            List<ToolCall> called = message.toolCalls().stream()
                    .map(call -> new ToolCall(next(call.id(), calls), call.name(), call.arguments()))
                    .toList();
            Optional<String> answered = message.role() == Role.TOOL
                    ? message.toolCallId().map(id -> next(id, results))
                    : message.toolCallId();
            numbered.add(new Message(
                    message.role(),
                    message.content(),
                    message.reasoning(),
                    message.refusal(),
                    message.name(),
                    answered,
                    called,
                    message.media()));
        }
        return numbered;
    }

    private static boolean hasSome(Message message) {
        return message.toolCalls().stream().anyMatch(call -> call.id().startsWith(MARK))
                || message.toolCallId().filter(id -> id.startsWith(MARK)).isPresent();
    }

    private static String next(String id, Map<String, Integer> seen) {
        if (!id.startsWith(MARK)) {
            return id;
        }
        int count = seen.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "-" + count;
    }
}
