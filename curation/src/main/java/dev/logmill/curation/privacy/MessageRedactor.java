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
import java.util.Set;

/** Replaces identifiers in what a model was told and what it said. */
final class MessageRedactor {
    private static final Set<Role> SPEAKERS = Set.of(Role.USER, Role.ASSISTANT);

    private final JoinRedactor joins;
    private final JsonRedactor json;
    private final ToolRedactor offered;
    private final Recall recall;

    /**
     * One for a record.
     *
     * @param offered goes over what tools are called with
     */
    MessageRedactor(JoinRedactor joins, JsonRedactor json, ToolRedactor offered, Recall recall) {
        this.joins = joins;
        this.json = json;
        this.offered = offered;
        this.recall = recall;
    }

    /**
     * The messages without identifiers; each answers what the one before it asks.
     *
     * @param messages what the model was told and what it said to that, in order
     * @param tools those that were offered, which say what arguments they take
     * @param known ids of the row and what stands for them: a speaker's name may be one
     */
    List<Message> messages(List<Message> messages, List<Tool> tools, Map<String, String> known, String scope)
            throws PrivacyFailure {
        List<Message> redacted = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            Message message = messages.get(i);
            redacted.add(new Message(
                    message.role(),
                    content(messages, i, scope),
                    json.redact(message.reasoning(), scope),
                    json.redact(message.refusal(), scope),
                    speaker(message, messages, known, scope),
                    joins.ids(message.toolCallId()),
                    calls(message.toolCalls(), tools, scope),
                    media(message.media(), scope)));
        }
        return redacted;
    }

    private Optional<String> content(List<Message> messages, int at, String scope) throws PrivacyFailure {
        Message message = messages.get(at);
        return message.content().isEmpty()
                ? message.content()
                : Optional.of(json.answer(message.content().get(), asked(messages, at), scope));
    }

    /** What somebody else asked last before a message; what tools and instructions say asks nobody. */
    private Optional<Asked> asked(List<Message> messages, int at) {
        Role role = messages.get(at).role();
        int before = at - 1;
        while (before >= 0 && messages.get(before).role() == role) {
            before--;
        }
        if (before < 0
                || !SPEAKERS.contains(role)
                || !SPEAKERS.contains(messages.get(before).role())) {
            return Optional.empty();
        }
        boolean ofPerson = role == Role.USER;
        return messages.get(before).content().flatMap(text -> recall.asked(text, ofPerson));
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
