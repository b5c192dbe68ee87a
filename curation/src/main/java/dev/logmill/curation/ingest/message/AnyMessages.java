package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Messages in whatever form a logger kept them: a text, one message, a list of them or the parts of one, as JSON or as
 * JSON in text. What is none of the known forms is what the speaker said, word for word.
 */
public final class AnyMessages {
    /** How often one form can stand inside another: a choice holds a message that a framework wrote. */
    private static final int LEVELS = 3;

    private final Content content;
    private final ChatMessages messages;
    private final Fields fields;

    public AnyMessages(Fields fields) {
        this.fields = fields;
        this.content = new Content(fields, KnownPartForm.ALL);
        this.messages = new ChatMessages(fields, content);
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
        if (speaker == Role.ASSISTANT
                && !node.has("role")
                && node.path("tool_calls").isArray()
                && !KnownMessageForm.isMessage(node)) {
            return List.of(messages.answer(node, place));
        }
        List<Message> made = new ArrayList<>();
        if (!known(node, place, speaker, made)) {
            return List.of(Message.of(speaker, Fields.asText(logged)));
        }
        return ToolNames.resolved(made);
    }

    /** Reads a value of a known form; false, and nothing read, where it has none. */
    private boolean known(JsonNode node, String place, Role speaker, List<Message> made) throws UnreadableRecord {
        boolean conversation = isConversation(node);
        if (node.has("role") || (!conversation && KnownMessageForm.isMessage(node))) {
            message(node, place, speaker, made);
        } else if (conversation) {
            for (int i = 0; i < node.size(); i++) {
                message(node.path(i), place + "[" + i + "]", speaker, made);
            }
        } else if (node.isArray() && content.knowsAll(node)) {
            parts(node, place, speaker, made);
        } else {
            return false;
        }
        return true;
    }

    /** Whether it is a list of what look like messages, none of which says who speaks. */
    public static boolean isSpeakerless(JsonNode list) {
        return all(list, message -> message.has("content") && !message.has("type")) && !isConversation(list);
    }

    private static boolean isConversation(JsonNode list) {
        return list.path(0).has("role") || all(list, KnownMessageForm::isMessage);
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> fit) {
        return list.isArray()
                && !list.isEmpty()
                && StreamSupport.stream(list.spliterator(), false).allMatch(fit);
    }

    private void message(JsonNode message, String place, Role speaker, List<Message> made) throws UnreadableRecord {
        JsonNode plain = message;
        Optional<MessageForm> form = KnownMessageForm.of(plain);
        for (int level = 0; level < LEVELS && form.isPresent(); level++) {
            plain = form.get().plain(plain, place, fields);
            form = KnownMessageForm.of(plain);
        }
        if (plain.equals(message) || plain.has("role")) {
            messages.addTo(made, plain, place);
        } else {
            ObjectNode spoken = plain.deepCopy();
            messages.addTo(made, spoken.put("role", speaker.name()), place);
        }
    }

    private void parts(JsonNode list, String place, Role speaker, List<Message> made) throws UnreadableRecord {
        MessageParts parts = new MessageParts();
        content.read(list, place, parts);
        made.addAll(parts.results());
        if (!parts.isEmpty() || parts.results().isEmpty()) {
            made.add(parts.message(speaker, Optional.empty(), Optional.empty()));
        }
    }
}
