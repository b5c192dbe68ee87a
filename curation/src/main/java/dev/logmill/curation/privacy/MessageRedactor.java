package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.ToolCall;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces identifiers in messages: in what is said, in who says it, in the calls and in what lies beside them. */
final class MessageRedactor implements Serializable {
    private final JsonRedactor json;
    private final NameRedactor names;

    MessageRedactor(JsonRedactor json, NameRedactor names) {
        this.json = json;
        this.names = names;
    }

    /**
     * The messages without identifiers.
     *
     * @param known ids of the row and what stands for them: a speaker's name may be one
     */
    List<Message> redact(List<Message> messages, Map<String, String> known, String scope) throws PrivacyFailure {
        List<Message> redacted = new ArrayList<>(messages.size());
        for (Message message : messages) {
            redacted.add(new Message(
                    message.role(),
                    json.redact(message.content(), scope),
                    json.redact(message.reasoning(), scope),
                    json.redact(message.refusal(), scope),
                    speaker(message.name(), known, scope),
                    names.id(message.toolCallId()),
                    calls(message.toolCalls(), scope),
                    media(message.media(), scope)));
        }
        return redacted;
    }

    /** Who speaks is a tool, an agent, or the person of the row. */
    private Optional<String> speaker(Optional<String> name, Map<String, String> known, String scope)
            throws PrivacyFailure {
        Optional<String> person = name.map(known::get);
        return person.isPresent() ? person : json.redact(name, scope);
    }

    private List<ToolCall> calls(List<ToolCall> calls, String scope) throws PrivacyFailure {
        List<ToolCall> redacted = new ArrayList<>(calls.size());
        for (ToolCall call : calls) {
            redacted.add(
                    new ToolCall(names.id(call.id()), names.name(call.name()), json.redact(call.arguments(), scope)));
        }
        return redacted;
    }

    private List<Media> media(List<Media> media, String scope) throws PrivacyFailure {
        List<Media> redacted = new ArrayList<>(media.size());
        for (Media one : media) {
            redacted.add(new Media(
                    names.name(one.type()), names.name(one.mime()), json.redact(one.uri(), scope), one.sha256()));
        }
        return redacted;
    }
}
