package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Anthropic messages: a system text or blocks beside them, and content blocks. */
public final class AnthropicBlocks {
    private final Content content;
    private final ChatMessages messages;

    public AnthropicBlocks(Fields fields) {
        this.content = new Content(fields);
        this.messages = new ChatMessages(fields);
    }

    /** The system text and the messages of a request, oldest first. */
    public List<Message> input(JsonNode request) throws UnreadableRecord {
        List<Message> input = new ArrayList<>();
        if (!Fields.isEmpty(request.path("system"))) {
            MessageParts system = new MessageParts();
            content.read(request.path("system"), "request.system", system);
            input.add(system.message(Role.SYSTEM, Optional.empty(), Optional.empty()));
        }
        input.addAll(messages.messages(request.path("messages"), "request.messages"));
        return input;
    }

    /** The answer that a response's content blocks make; several messages where the provider ran tools in between. */
    public List<Message> answer(JsonNode blocks) throws UnreadableRecord {
        MessageParts parts = new MessageParts();
        content.read(blocks, "response.content", parts);
        return ToolNames.resolved(parts.messages(Role.ASSISTANT, Optional.empty(), Optional.empty()));
    }
}
