package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Privacy mode {@code content}: text is kept with its identifiers replaced, people and sessions go by pseudonym.
 *
 * <p>Everything of a row that a log can put text in is gone through. Names that rows are joined by (agent, model, tool,
 * project) are replaced alike in the whole deployment. An id that holds a mail address, an IP address, an IBAN or a phone
 * behind a plus becomes a keyed name as a whole, alike wherever it stands, so that what it joins stays joined; its plain
 * digits stay, since ids are made of them, as does a version. Not gone through is what Logmill makes itself: source,
 * digests, kinds, times and counts.
 *
 * <p>Whatever fails is a {@link PrivacyFailure}: what cannot be checked is not kept.
 */
public final class ContentRedaction implements Redaction {
    /** Names and ids join across sessions, so their scope is the whole deployment. */
    private static final String IDS = "ids";

    private static final int SHORTEST_ID = 4;

    private final TextRedactor texts;
    private final JsonRedactor json;
    private final PathRedactor paths;
    private final Pseudonyms pseudonyms;

    public ContentRedaction(Pseudonyms pseudonyms) {
        this(pseudonyms, DetectorKind.all());
    }

    ContentRedaction(Pseudonyms pseudonyms, List<Detector> detectors) {
        this.pseudonyms = pseudonyms;
        this.texts = new TextRedactor(detectors, pseudonyms);
        this.json = new JsonRedactor(texts, pseudonyms);
        this.paths = new PathRedactor(texts, pseudonyms);
    }

    @Override
    public Span span(Span span) throws PrivacyFailure {
        try {
            return redacted(span);
        } catch (RuntimeException failed) {
            throw new PrivacyFailure(failed.getClass().getSimpleName());
        }
    }

    @Override
    public Signal signal(Signal signal) throws PrivacyFailure {
        try {
            return redacted(signal);
        } catch (RuntimeException failed) {
            throw new PrivacyFailure(failed.getClass().getSimpleName());
        }
    }

    @Override
    public String key(String text) {
        return pseudonyms.key(text);
    }

    @Override
    public String digest(String plain) {
        return pseudonyms.record(plain);
    }

    @Override
    public String path(String path) {
        return paths.redact(path);
    }

    /** The row's ids, which may stand in other fields too, and what stands for them; very short ones are as any number. */
    private Map<String, String> known(Span span) {
        Map<String, String> known = new HashMap<>();
        span.groupId().ifPresent(id -> known.put(id, pseudonyms.group(id)));
        span.sessionId().ifPresent(id -> known.put(id, pseudonyms.session(id)));
        span.subject().ifPresent(id -> known.put(id, pseudonyms.subject(id)));
        known.keySet().removeIf(id -> id.length() < SHORTEST_ID);
        return known;
    }

    private Span redacted(Span span) throws PrivacyFailure {
        String scope = span.sessionId().orElse(span.traceId());
        Map<String, String> known = known(span);
        return Span.of(span.source(), id(span.traceId()), id(span.spanId()), span.kind())
                .from(span)
                .project(name(span.project()))
                .parentSpanId(ids(span.parentSpanId()))
                .continuesSpanId(ids(span.continuesSpanId()))
                .sessionId(span.sessionId().map(pseudonyms::session))
                .subject(span.subject().map(pseudonyms::subject))
                .groupId(span.groupId().map(pseudonyms::group))
                .name(texts.redact(span.name(), scope))
                .agent(names(span.agent()))
                .agentVersion(version(span.agentVersion()))
                .messagesIn(messages(span.messagesIn(), known, scope))
                .messagesOut(messages(span.messagesOut(), known, scope))
                .tools(tools(span.tools()))
                .toolUse(toolUse(span.toolUse(), scope))
                .failure(failure(span.failure(), scope))
                .model(model(span.model(), known, scope))
                .attributes(json.redactWithUsers(span.attributes(), known, scope))
                .build();
    }

    private Signal redacted(Signal signal) throws PrivacyFailure {
        String scope = signal.sessionId().or(signal::traceId).orElse("");
        return new Signal(
                signal.signalId(),
                id(signal.feedbackId()),
                ids(signal.supersedes()),
                signal.source(),
                name(signal.project()),
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

    /** An id goes by a keyed name if it holds an identifier or is a digest: one long enough that no two ids ever share it. */
    private String id(String id) throws PrivacyFailure {
        if (MadeId.is(id)) {
            return pseudonyms.id(id);
        }
        for (Finding finding : texts.standing(id, "")) {
            boolean digits = finding.type().equals("CARD")
                    || (finding.type().equals("PHONE") && id.charAt(finding.start()) != '+');
            if (!digits) {
                return pseudonyms.id(id);
            }
        }
        return id;
    }

    private String name(String name) throws PrivacyFailure {
        return texts.redact(name, IDS);
    }

    private Optional<String> version(Optional<String> version) throws PrivacyFailure {
        return version.isEmpty() ? version : Optional.of(texts.redact(version.get(), "version", IDS));
    }

    private Optional<String> names(Optional<String> name) throws PrivacyFailure {
        return name.isEmpty() ? name : Optional.of(name(name.get()));
    }

    private Optional<String> ids(Optional<String> id) throws PrivacyFailure {
        return id.isEmpty() ? id : Optional.of(id(id.get()));
    }

    private Optional<String> text(Optional<String> text, String scope) throws PrivacyFailure {
        return text.isEmpty() ? text : Optional.of(json.redact(text.get(), scope));
    }

    private List<Message> messages(List<Message> messages, Map<String, String> known, String scope)
            throws PrivacyFailure {
        List<Message> redacted = new ArrayList<>(messages.size());
        for (Message message : messages) {
            redacted.add(new Message(
                    message.role(),
                    text(message.content(), scope),
                    text(message.reasoning(), scope),
                    text(message.refusal(), scope),
                    speaker(message.name(), known, scope),
                    ids(message.toolCallId()),
                    calls(message.toolCalls(), scope),
                    media(message.media(), scope)));
        }
        return redacted;
    }

    /** Who speaks is a tool, an agent, or the person of the row. */
    private Optional<String> speaker(Optional<String> name, Map<String, String> known, String scope)
            throws PrivacyFailure {
        Optional<String> person = name.map(known::get);
        return person.isPresent() ? person : text(name, scope);
    }

    private List<ToolCall> calls(List<ToolCall> calls, String scope) throws PrivacyFailure {
        List<ToolCall> redacted = new ArrayList<>(calls.size());
        for (ToolCall call : calls) {
            redacted.add(new ToolCall(id(call.id()), name(call.name()), json.redact(call.arguments(), scope)));
        }
        return redacted;
    }

    private List<Media> media(List<Media> media, String scope) throws PrivacyFailure {
        List<Media> redacted = new ArrayList<>(media.size());
        for (Media one : media) {
            redacted.add(new Media(name(one.type()), names(one.mime()), text(one.uri(), scope), one.sha256()));
        }
        return redacted;
    }

    private List<Tool> tools(List<Tool> tools) throws PrivacyFailure {
        List<Tool> redacted = new ArrayList<>(tools.size());
        for (Tool tool : tools) {
            redacted.add(new Tool(name(tool.name()), text(tool.description(), IDS), text(tool.parameters(), IDS)));
        }
        return redacted;
    }

    private Optional<ToolUse> toolUse(Optional<ToolUse> use, String scope) throws PrivacyFailure {
        if (use.isEmpty()) {
            return use;
        }
        return Optional.of(new ToolUse(
                name(use.get().name()),
                ids(use.get().callId()),
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

    private Optional<Model> model(Optional<Model> model, Map<String, String> ids, String scope) throws PrivacyFailure {
        if (model.isEmpty()) {
            return model;
        }
        Model known = model.get();
        Optional<String> parameters = known.parameters().isEmpty()
                ? known.parameters()
                : Optional.of(json.redactWithUsers(known.parameters().get(), ids, scope));
        return Optional.of(new Model(
                names(known.provider()),
                names(known.requested()),
                names(known.responded()),
                parameters,
                ids(known.responseId()),
                names(known.finishReason())));
    }
}
