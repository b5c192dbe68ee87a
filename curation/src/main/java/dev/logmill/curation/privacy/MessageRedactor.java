package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces identifiers in what a model was told and what it said. */
final class MessageRedactor {
    private final JoinRedactor joins;
    private final JsonRedactor json;
    private final ToolRedactor offered;

    /** @param offered goes over what tools are called with */
    MessageRedactor(JoinRedactor joins, JsonRedactor json, ToolRedactor offered) {
        this.joins = joins;
        this.json = json;
        this.offered = offered;
    }

    /**
     * The messages without identifiers.
     *
     * @param tools those that were offered, which say what arguments they take
     * @param known ids of the row and what stands for them: a speaker's name may be one
     */
    List<Message> messages(List<Message> messages, List<Tool> tools, Map<String, String> known, String scope)
            throws PrivacyFailure {
        List<Message> redacted = new ArrayList<>(messages.size());
        for (Message message : messages) {
            redacted.add(new Message(
                    message.role(),
                    json.redact(message.content(), scope),
                    json.redact(message.reasoning(), scope),
                    json.redact(message.refusal(), scope),
                    speaker(message, messages, known, scope),
                    joins.ids(message.toolCallId()),
                    calls(message.toolCalls(), tools, scope),
                    media(message.media(), scope)));
        }
        return redacted;
    }

    /** Who speaks is a tool, an agent, or the person of the row; who asks and is no agent is somebody. */
    private Optional<String> speaker(Message message, List<Message> messages, Map<String, String> known, String scope)
            throws PrivacyFailure {
        Optional<String> name = message.name();
        Optional<String> person = name.map(known::get);
        if (person.isPresent() || name.isEmpty()) {
            return person;
        }
        boolean somebody = message.role() == Role.USER
                && !SpeakerName.isPart(name.get())
                && messages.stream()
                        .noneMatch(other ->
                                other.role() != Role.USER && other.name().equals(name));
        return somebody ? Optional.of(json.name(name.get(), scope)) : json.redact(name, scope);
    }

    private List<ToolCall> calls(List<ToolCall> calls, List<Tool> tools, String scope) throws PrivacyFailure {
        List<ToolCall> redacted = new ArrayList<>(calls.size());
        for (ToolCall call : calls) {
            redacted.add(
                    new ToolCall(joins.id(call.id()), joins.name(call.name()), offered.arguments(call, tools, scope)));
        }
        return redacted;
    }

    private List<Media> media(List<Media> media, String scope) throws PrivacyFailure {
        List<Media> redacted = new ArrayList<>(media.size());
        for (Media one : media) {
            redacted.add(new Media(
                    joins.name(one.type()), joins.names(one.mime()), json.redact(one.uri(), scope), one.sha256()));
        }
        return redacted;
    }
}
