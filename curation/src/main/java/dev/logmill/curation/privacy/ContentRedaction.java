package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Privacy mode {@code content}: text is kept with its identifiers replaced, people and sessions go by pseudonym.
 *
 * <p>An id that holds an identifier is replaced alike wherever it stands, so that what it joins stays joined.
 */
public final class ContentRedaction implements Redaction {
    /** Ids join across sessions, so their scope is the whole deployment. */
    private static final String IDS = "ids";

    private final TextRedactor texts;
    private final JsonRedactor json;
    private final Pseudonyms pseudonyms;

    public ContentRedaction(Pseudonyms pseudonyms) {
        this.pseudonyms = pseudonyms;
        this.texts = new TextRedactor(DetectorKind.all(), pseudonyms);
        this.json = new JsonRedactor(texts, pseudonyms);
    }

    @Override
    public Span span(Span span) throws PrivacyFailure {
        String scope = span.sessionId().orElse(span.traceId());
        return Span.of(span.source(), id(span.traceId()), id(span.spanId()), span.kind())
                .from(span)
                .parentSpanId(ids(span.parentSpanId()))
                .continuesSpanId(ids(span.continuesSpanId()))
                .sessionId(span.sessionId().map(pseudonyms::session))
                .subject(span.subject().map(pseudonyms::subject))
                .groupId(span.groupId().map(pseudonyms::group))
                .name(texts.redact(span.name(), scope))
                .messagesIn(messages(span.messagesIn(), scope))
                .messagesOut(messages(span.messagesOut(), scope))
                .tools(tools(span.tools()))
                .toolUse(toolUse(span.toolUse(), scope))
                .failure(failure(span.failure(), scope))
                .model(model(span.model(), scope))
                .attributes(json.redactWithUsers(span.attributes(), scope))
                .build();
    }

    @Override
    public Signal signal(Signal signal) throws PrivacyFailure {
        String scope = signal.sessionId().or(signal::traceId).orElse("");
        return new Signal(
                signal.signalId(),
                id(signal.feedbackId()),
                ids(signal.supersedes()),
                signal.source(),
                signal.project(),
                signal.channel(),
                ids(signal.traceId()),
                ids(signal.spanId()),
                signal.sessionId().map(pseudonyms::session),
                signal.value(),
                text(signal.text(), scope),
                signal.subject().map(pseudonyms::subject),
                signal.withdrawn(),
                signal.eventAt(),
                signal.arrivedAt(),
                signal.recordDigest(),
                signal.day(),
                signal.batch());
    }

    /** An id that holds a mail address goes by a keyed name, long enough that no two ids ever share one. */
    private String id(String id) throws PrivacyFailure {
        return id.indexOf('@') >= 0 && !texts.redact(id, IDS).equals(id) ? pseudonyms.id(id) : id;
    }

    private Optional<String> ids(Optional<String> id) throws PrivacyFailure {
        return id.isEmpty() ? id : Optional.of(id(id.get()));
    }

    private Optional<String> text(Optional<String> text, String scope) throws PrivacyFailure {
        return text.isEmpty() ? text : Optional.of(json.redact(text.get(), scope));
    }

    private List<Message> messages(List<Message> messages, String scope) throws PrivacyFailure {
        List<Message> redacted = new ArrayList<>(messages.size());
        for (Message message : messages) {
            redacted.add(new Message(
                    message.role(),
                    text(message.content(), scope),
                    text(message.reasoning(), scope),
                    text(message.refusal(), scope),
                    text(message.name(), scope),
                    message.toolCallId(),
                    calls(message.toolCalls(), scope),
                    media(message.media(), scope)));
        }
        return redacted;
    }

    private List<ToolCall> calls(List<ToolCall> calls, String scope) throws PrivacyFailure {
        List<ToolCall> redacted = new ArrayList<>(calls.size());
        for (ToolCall call : calls) {
            redacted.add(new ToolCall(call.id(), call.name(), json.redact(call.arguments(), scope)));
        }
        return redacted;
    }

    private List<Media> media(List<Media> media, String scope) throws PrivacyFailure {
        List<Media> redacted = new ArrayList<>(media.size());
        for (Media one : media) {
            redacted.add(new Media(one.type(), one.mime(), text(one.uri(), scope), one.sha256()));
        }
        return redacted;
    }

    private List<Tool> tools(List<Tool> tools) throws PrivacyFailure {
        List<Tool> redacted = new ArrayList<>(tools.size());
        for (Tool tool : tools) {
            redacted.add(new Tool(tool.name(), text(tool.description(), IDS), text(tool.parameters(), IDS)));
        }
        return redacted;
    }

    private Optional<ToolUse> toolUse(Optional<ToolUse> use, String scope) throws PrivacyFailure {
        if (use.isEmpty()) {
            return use;
        }
        return Optional.of(new ToolUse(
                use.get().name(),
                use.get().callId(),
                text(use.get().arguments(), scope),
                text(use.get().result(), scope)));
    }

    private Optional<Failure> failure(Optional<Failure> failure, String scope) throws PrivacyFailure {
        return failure.isEmpty()
                ? failure
                : Optional.of(new Failure(
                        texts.redact(failure.get().type(), scope),
                        text(failure.get().message(), scope)));
    }

    private Optional<Model> model(Optional<Model> model, String scope) throws PrivacyFailure {
        if (model.isEmpty()) {
            return model;
        }
        Model known = model.get();
        Optional<String> parameters = known.parameters().isEmpty()
                ? known.parameters()
                : Optional.of(json.redactWithUsers(known.parameters().get(), scope));
        return Optional.of(new Model(
                known.provider(),
                known.requested(),
                known.responded(),
                parameters,
                known.responseId(),
                known.finishReason()));
    }
}
