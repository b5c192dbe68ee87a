package dev.logmill.curation.ingest.message;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Gives the results of tools the name of the tool that was called, where the conversation holds the call. */
public final class ToolNames {
    private ToolNames() {}

    /** The same messages, tool messages named; of two calls with one id the later one is answered. */
    public static List<Message> resolved(List<Message> messages) {
        List<Message> named = new ArrayList<>(messages.size());
        Map<String, String> names = new HashMap<>();
        for (Message message : LostCallIds.filled(messages)) {
            for (ToolCall call : message.toolCalls()) {
                names.put(call.id(), call.name());
            }
            named.add(message.role() == Role.TOOL && message.name().isEmpty() ? named(message, names) : message);
        }
        return named;
    }

    private static Message named(Message result, Map<String, String> names) {
        Optional<String> name = result.toolCallId().map(names::get);
        return name.isEmpty()
                ? result
                : new Message(
                        result.role(),
                        result.content(),
                        result.reasoning(),
                        result.refusal(),
                        name,
                        result.toolCallId(),
                        result.toolCalls(),
                        result.media());
    }
}
