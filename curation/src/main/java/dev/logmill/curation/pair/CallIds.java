package dev.logmill.curation.pair;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Renames the tool calls of a conversation to c0, c1, ... in the order they were made. Logged ids are random, which would
 * make equal conversations look different, and unique only until the next turn, which would join a result to the
 * wrong call. Unchanging: what is known after a message.
 *
 * @param next the number of the next call
 * @param open the calls that no result has answered yet
 */
record CallIds(int next, List<Open> open) {
    static final CallIds NONE = new CallIds(0, List.of());

    CallIds {
        open = List.copyOf(open);
    }

    /** A call without a result. */
    record Open(String logged, String tool, String id) {}

    /** A message with its calls renamed, and what is known after it. */
    record Renamed(Message message, CallIds after) {}

    Renamed rename(Message message) {
        if (message.role() == Role.TOOL) {
            return result(message);
        }
        return message.toolCalls().isEmpty() ? new Renamed(message, this) : calls(message);
    }

    private Renamed calls(Message message) {
        List<Open> nowOpen = new ArrayList<>(open);
        List<ToolCall> calls = new ArrayList<>();
        int number = next;
        for (ToolCall call : message.toolCalls()) {
            String id = "c" + number++;
            nowOpen.add(new Open(call.id(), call.name(), id));
            calls.add(new ToolCall(id, call.name(), call.arguments()));
        }
        return new Renamed(with(message, message.toolCallId(), calls), new CallIds(number, nowOpen));
    }

    /** The oldest open call of its id; without an id that of its tool, then any. None: an id that no call has. */
    private Renamed result(Message message) {
        Optional<Open> call = message.toolCallId().isPresent()
                ? oldest(each -> message.toolCallId().equals(Optional.of(each.logged())))
                : oldest(each -> message.name().equals(Optional.of(each.tool())))
                        .or(() -> oldest(each -> true));
        if (call.isEmpty()) {
            return new Renamed(
                    with(message, Optional.of("c" + next), message.toolCalls()), new CallIds(next + 1, open));
        }
        List<Open> stillOpen =
                open.stream().filter(each -> !each.equals(call.get())).toList();
        Message renamed = with(message, call.map(Open::id), message.toolCalls());
        return new Renamed(renamed, new CallIds(next, stillOpen));
    }

    private Optional<Open> oldest(Predicate<Open> wanted) {
        return open.stream().filter(wanted).findFirst();
    }

    private static Message with(Message message, Optional<String> toolCallId, List<ToolCall> calls) {
        return new Message(
                message.role(),
                message.content(),
                message.reasoning(),
                message.refusal(),
                message.name(),
                toolCallId,
                calls,
                message.media());
    }
}
