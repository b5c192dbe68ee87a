package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.StreamSupport;

/**
 * Messages in whatever form a logger kept them: a text, one message, a list of them or the parts of one, as JSON or as
 * JSON in text, also where that was cut. What is none of the known forms is what the speaker said, word for word.
 */
public final class AnyMessages {
    /** How often one form can stand inside another: a choice holds a message that a framework wrote. */
    private static final int LEVELS = 3;

    /** The names under which a response says why it ended. */
    private static final List<String> ENDED = List.of("finish_reason", "finishReason", "stop_reason", "stopReason");

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
        return fields.ofInput(() -> read(logged, place, Role.USER));
    }

    /** What came out. */
    public List<Message> output(JsonNode logged, String place) throws UnreadableRecord {
        return read(logged, place, Role.ASSISTANT);
    }

    private List<Message> read(JsonNode logged, String place, Role speaker) throws UnreadableRecord {
        if (logged.isMissingNode() || logged.isNull()) {
            return List.of();
        }
        JsonNode whole = JsonInText.decoded(logged);
        if (whole.isContainerNode() && whole.isEmpty()) {
            return List.of();
        }
        List<Message> made = new ArrayList<>();
        Optional<JsonNode> cut = CutJson.mended(whole);
        if (cut.isPresent() && known(unwrapped(cut.get(), speaker), place, speaker, made)) {
            fields.note(speaker == Role.USER ? Fidelity.TRUNCATED_INPUT : Fidelity.TRUNCATED_OUTPUT);
            made.removeIf(Message::saysNothing);
            return paired(made);
        }
        JsonNode node = unwrapped(whole, speaker);
        if (!known(node, place, speaker, made)) {
            return List.of(Message.of(speaker, Fields.asText(node.equals(whole) ? logged : node)));
        }
        if (speaker == Role.ASSISTANT && whole.isObject()) {
            fields.finished(ENDED.stream()
                    .flatMap(name -> Fields.filled(whole, name).stream())
                    .findFirst());
        }
        return paired(made);
    }

    private static JsonNode unwrapped(JsonNode whole, Role speaker) {
        return JsonInText.decoded(speaker == Role.USER ? WrappedInput.of(whole) : WrappedOutput.of(whole));
    }

    private static List<Message> paired(List<Message> made) {
        return ToolNames.resolved(MadeCallIds.numbered(ResultsByName.paired(made)));
    }

    /** Reads a value of a known form; false, and nothing read, where it has none. */
    private boolean known(JsonNode node, String place, Role speaker, List<Message> made) throws UnreadableRecord {
        boolean conversation = isConversation(node);
        if (ResponsesItems.areItems(node)) {
            made.addAll(new ResponsesItems(fields, content).messages(SdkItems.plain(node), place));
        } else if (KnownMessageForm.isSpoken(node) || (!conversation && KnownMessageForm.isMessage(node))) {
            message(node, place, speaker, made);
        } else if (conversation) {
            JsonNode said = Approvals.resolved(SpokenThought.joined(node), place, fields);
            for (int i = 0; i < said.size(); i++) {
                message(said.path(i), place + "[" + i + "]", speaker, made);
            }
        } else if (content.knowsAll(node) || content.knowsMixed(node)) {
            parts(node, place, speaker, made);
        } else if (content.knowsAll(node.path("content")) || content.knowsMixed(node.path("content"))) {
            parts(node.path("content"), place + ".content", speaker, made);
        } else if (speaker == Role.ASSISTANT && node.path("tool_calls").isArray()) {
            made.addAll(messages.answer(node, place));
        } else {
            return false;
        }
        return true;
    }

    /** Whether it is a list of what look like messages, none of which says who speaks. */
    public static boolean isSpeakerless(JsonNode list) {
        return all(list, message -> message.has("content") && !message.has("type")) && !isConversation(list);
    }

    /** Whether a message that stands where an API has one is of a form that no API takes: with parts, text or calls beside its role. */
    public static boolean isOfFramework(JsonNode message) {
        return KnownMessageForm.isOfFramework(message);
    }

    /** Whether any message of a list is. */
    public static boolean areOfFramework(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).anyMatch(AnyMessages::isOfFramework);
    }

    /** Whether an object that names no speaker is none of plain messages: a message of a framework, which says so in a way of its own, or none. */
    public static boolean isOtherwiseSpoken(JsonNode message) {
        return KnownMessageForm.of(message).isPresent() || KnownMessageForm.isSilent(message);
    }

    private static boolean isConversation(JsonNode list) {
        return KnownMessageForm.isSpoken(list.path(0)) || all(list, KnownMessageForm::isMessage);
    }

    private static boolean all(JsonNode list, Predicate<JsonNode> fit) {
        return list.isArray()
                && !list.isEmpty()
                && StreamSupport.stream(list.spliterator(), false).allMatch(fit);
    }

    private void message(JsonNode message, String place, Role speaker, List<Message> made) throws UnreadableRecord {
        message(message, place, speaker, made, LEVELS);
    }

    private void message(JsonNode message, String place, Role speaker, List<Message> made, int levels)
            throws UnreadableRecord {
        Optional<MessageForm> form = KnownMessageForm.of(message);
        if (levels > 0 && form.isPresent()) {
            for (JsonNode plain : form.get().plain(message, place, fields)) {
                message(plain, place, speaker, made, levels - 1);
            }
        } else if (KnownMessageForm.isSpoken(message) && !Speaker.isKnown(message)) {
            messages.addTo(made, named(message, made, speaker), place);
        } else if (message.has("role") || !message.isObject()) {
            messages.addTo(made, message, place);
        } else if (KnownMessageForm.isSilent(message)) {
            // An empty message would hide what stands there.
            made.add(Message.of(speaker, Json.canonical(message)));
        } else {
            ObjectNode spoken = message.deepCopy();
            messages.addTo(made, spoken.put("role", speaker.name()), place);
        }
    }

    /**
     * A message whose role is a name: of a tool that was called before, whose result it is, else of somebody, who is a model where
     * it is what came out.
     */
    private static JsonNode named(JsonNode message, List<Message> before, Role speaker) {
        String name = Fields.word(message, "role");
        boolean tool = before.stream()
                .flatMap(earlier -> earlier.toolCalls().stream())
                .anyMatch(call -> call.name().equals(name));
        ObjectNode spoken = message.deepCopy();
        return spoken.put("role", tool ? "tool" : speaker.name()).put("name", name);
    }

    private void parts(JsonNode list, String place, Role speaker, List<Message> made) throws UnreadableRecord {
        MessageParts parts = new MessageParts();
        content.read(list, place, parts);
        made.addAll(parts.messages(speaker, Optional.empty(), Optional.empty()));
    }
}
