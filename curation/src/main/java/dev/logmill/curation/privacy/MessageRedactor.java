package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Replaces identifiers in what a model was told and what it said: messages, and the tools that it was offered. */
final class MessageRedactor implements Serializable {
    private final JoinRedactor joins;
    private final JsonRedactor json;
    private final JsonRedactor offered;

    /** @param offered what looks at the tools that are offered, which developers wrote and whose examples name cities */
    MessageRedactor(JoinRedactor joins, JsonRedactor json, JsonRedactor offered) {
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
                    speaker(message.name(), known, scope),
                    joins.ids(message.toolCallId()),
                    calls(message.toolCalls(), tools, scope),
                    media(message.media(), scope)));
        }
        return redacted;
    }

    /** The tools without identifiers; they are offered in many sessions, so their scope is the whole deployment. */
    List<Tool> tools(List<Tool> tools) throws PrivacyFailure {
        List<Tool> redacted = new ArrayList<>(tools.size());
        for (Tool tool : tools) {
            redacted.add(new Tool(
                    joins.name(tool.name()),
                    offered.redact(tool.description(), JoinRedactor.SCOPE),
                    offered.redact(tool.parameters(), JoinRedactor.SCOPE)));
        }
        return redacted;
    }

    /** Who speaks is a tool, an agent, or the person of the row. */
    private Optional<String> speaker(Optional<String> name, Map<String, String> known, String scope)
            throws PrivacyFailure {
        Optional<String> person = name.map(known::get);
        return person.isPresent() ? person : json.redact(name, scope);
    }

    private List<ToolCall> calls(List<ToolCall> calls, List<Tool> tools, String scope) throws PrivacyFailure {
        List<ToolCall> redacted = new ArrayList<>(calls.size());
        for (ToolCall call : calls) {
            redacted.add(new ToolCall(joins.id(call.id()), joins.name(call.name()), arguments(call, tools, scope)));
        }
        return redacted;
    }

    private String arguments(ToolCall call, List<Tool> tools, String scope) throws PrivacyFailure {
        String redacted = json.redact(call.arguments(), scope);
        Optional<JsonNode> schema = redacted.equals(call.arguments())
                ? Optional.empty()
                : tools.stream()
                        .filter(tool -> tool.name().equals(call.name()))
                        .findFirst()
                        .flatMap(Tool::parameters)
                        .flatMap(Json::container);
        return schema.isEmpty() ? redacted : json.redact(call.arguments(), schema.get(), offered, scope);
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
