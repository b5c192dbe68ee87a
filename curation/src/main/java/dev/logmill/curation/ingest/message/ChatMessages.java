package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Messages with a role and a content: those of OpenAI chat completions, the older functions included, and of Anthropic.
 * Tool results that stand inside a message become tool messages: before it, and after it those that answer a call of its
 * own.
 */
public final class ChatMessages {
    private static final Set<String> KNOWN = Set.of(
            "role",
            "type",
            "id",
            "status",
            "content",
            "name",
            "tool_calls",
            "function_call",
            "tool_call_id",
            "refusal",
            "reasoning",
            "reasoning_content",
            "thinking_blocks",
            "tool_plan",
            "audio",
            "images",
            ExecutedTools.NAME);

    private final Fields fields;
    private final Content content;
    private final ToolCalls calls;

    public ChatMessages(Fields fields) {
        this(fields, new Content(fields));
    }

    /** Messages with a content of its own kind. */
    ChatMessages(Fields fields, Content content) {
        this.fields = fields;
        this.content = content;
        this.calls = new ToolCalls(fields);
    }

    /** The messages of an array that stands at {@code place}, oldest first; tool messages know their tool's name. */
    public List<Message> messages(JsonNode array, String place) throws UnreadableRecord {
        List<Message> messages = new ArrayList<>(array.size());
        for (int i = 0; i < array.size(); i++) {
            addTo(messages, array.path(i), place + "[" + i + "]");
        }
        return ToolNames.resolved(messages);
    }

    /** The one message that stands at {@code place}; several where it holds results of tools. */
    public List<Message> message(JsonNode message, String place) throws UnreadableRecord {
        List<Message> messages = new ArrayList<>(1);
        addTo(messages, message, place);
        return messages;
    }

    /** The assistant message of an answer, whether or not it names its role; several where tools ran inside it. */
    public List<Message> answer(JsonNode message, String place) throws UnreadableRecord {
        MessageParts parts = read(message, place);
        return ToolNames.resolved(parts.messages(Role.ASSISTANT, Fields.filled(message, "name"), Optional.empty()));
    }

    void addTo(List<Message> messages, JsonNode message, String place) throws UnreadableRecord {
        if (!message.isObject()) {
            throw new UnreadableRecord(
                    QuarantineReason.INVALID_FIELD, place + ": no object but " + message.getNodeType());
        }
        Role role = Speaker.of(message, place);
        MessageParts parts = read(message, place);
        messages.addAll(parts.messages(role, Fields.filled(message, "name"), callId(message, role)));
    }

    private MessageParts read(JsonNode written, String place) throws UnreadableRecord {
        JsonNode message = UsualNames.of(written);
        MessageParts parts = new MessageParts();
        ExecutedTools.read(message, place, parts, fields, content);
        content.read(message.path("content"), place + ".content", parts);
        images(message.path("images"), place + ".images", parts);
        Fields.text(message, "reasoning_content")
                .or(() -> Fields.text(message, "reasoning"))
                .ifPresent(parts::reasoning);
        // What Cohere's model thinks before it calls tools.
        Fields.text(message, "tool_plan").ifPresent(parts::reasoning);
        Fields.text(message, "refusal").ifPresent(parts::refusal);
        if (!Fields.isEmpty(message.path("tool_calls"))) {
            calls(message.path("tool_calls"), place + ".tool_calls", parts);
        }
        JsonNode function = message.path("function_call");
        if (function.isObject() && !function.isEmpty()) {
            parts.call(functionCall(function, place + ".function_call"));
        }
        audio(message.path("audio"), parts);
        fields.keepRest(place, message, KNOWN);
        return parts;
    }

    /** Images that the model made, as OpenRouter and LiteLLM have them beside the content; what else is called so has no place. */
    private void images(JsonNode images, String place, MessageParts parts) throws UnreadableRecord {
        if (images.path(0).has("image_url")) {
            content.read(images, place, parts);
        } else {
            fields.keep(place, images);
        }
    }

    /** A spoken answer: what it says is its transcript. */
    private void audio(JsonNode audio, MessageParts parts) {
        if (audio.isObject()) {
            fields.note(Fidelity.MULTIMODAL);
            parts.media(MediaReferences.spoken(audio));
            if (!parts.hasText()) {
                Fields.text(audio, "transcript").ifPresent(parts::text);
            }
        }
    }

    /** Calls may have been logged as text, and one that stands alone is a list of one. */
    private void calls(JsonNode logged, String place, MessageParts parts) throws UnreadableRecord {
        JsonNode list = JsonInText.decoded(logged);
        if (list.isObject()) {
            parts.call(calls.read(list, place));
        } else if (list.isTextual()) {
            throw new UnreadableRecord(QuarantineReason.INVALID_FIELD, place + ": a text that holds no calls");
        }
        for (int i = 0; list.isArray() && i < list.size(); i++) {
            parts.call(calls.read(list.path(i), place + "[" + i + "]"));
        }
    }

    private ToolCall functionCall(JsonNode call, String place) throws UnreadableRecord {
        String name = ToolCalls.name(call, place);
        return new ToolCall(legacyId(name), name, fields.arguments(call.path("arguments")));
    }

    private static Optional<String> callId(JsonNode message, Role role) {
        Optional<String> id = Fields.filled(message, "tool_call_id");
        return role == Role.TOOL ? id.or(() -> Fields.filled(message, "name").map(ChatMessages::legacyId)) : id;
    }

    /** The older functions have no call ids: a result answers the call of the same name. */
    static String legacyId(String function) {
        return "function-" + function;
    }
}
