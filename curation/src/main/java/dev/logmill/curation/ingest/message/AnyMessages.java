package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.List;

/**
 * Messages in whatever form a logger kept them: a text, one message or a list of them, as JSON or as JSON in text. What is
 * none of the known forms is what the speaker said, word for word.
 */
public final class AnyMessages {
    private final Fields fields;

    public AnyMessages(Fields fields) {
        this.fields = fields;
    }

    /** What went in, oldest first. */
    public List<Message> input(JsonNode logged, String place) throws UnreadableRecord {
        return read(logged, place, Role.USER);
    }

    /** What came out. */
    public List<Message> output(JsonNode logged, String place) throws UnreadableRecord {
        return read(logged, place, Role.ASSISTANT);
    }

    private List<Message> read(JsonNode logged, String place, Role speaker) throws UnreadableRecord {
        if (logged.isMissingNode() || logged.isNull()) {
            return List.of();
        }
        JsonNode node = JsonInText.decoded(logged);
        if (node.path(0).has("role")) {
            return new ChatMessages(fields).messages(node, place);
        }
        if (node.has("role")) {
            return new ChatMessages(fields).message(node, place);
        }
        if (speaker == Role.ASSISTANT && node.path("tool_calls").isArray()) {
            return List.of(new ChatMessages(fields).answer(node, place));
        }
        return List.of(Message.of(speaker, Fields.asText(logged)));
    }
}
