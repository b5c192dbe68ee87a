package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.ToolUse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Privacy mode {@code content}: text is kept with its identifiers replaced, people and sessions go by pseudonym.
 *
 * <p>Everything of a row that a log can put text in is gone through. Ids and the names that rows are joined by
 * (agent, model, tool, project) stay joined; see {@link JoinRedactor}. Not gone through is what Logmill makes itself:
 * source, digests, kinds, times and counts.
 *
 * <p>Whatever fails is a {@link PrivacyFailure}: what cannot be checked is not kept.
 */
public final class ContentRedaction implements Redaction {
    private static final int SHORTEST_ID = 4;

    private final TextRedactor texts;
    private final JsonRedactor json;
    private final JoinRedactor joins;
    private final MessageRedactor spoken;
    private final PathRedactor paths;
    private final Pseudonyms pseudonyms;

    public ContentRedaction(Pseudonyms pseudonyms) {
        this(pseudonyms, DetectorKind.all());
    }

    ContentRedaction(Pseudonyms pseudonyms, List<Detector> detectors) {
        this.pseudonyms = pseudonyms;
        this.texts = new TextRedactor(detectors, pseudonyms);
        this.json = new JsonRedactor(texts, pseudonyms);
        this.joins = new JoinRedactor(texts, pseudonyms);
        this.spoken = new MessageRedactor(joins, json);
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
        span.subject().ifPresent(id -> known.put(id, pseudonyms.subject(id).pseudonym()));
        known.keySet().removeIf(id -> id.length() < SHORTEST_ID);
        return known;
    }

    private Span redacted(Span span) throws PrivacyFailure {
        String scope = span.sessionId().orElse(span.traceId());
        Map<String, String> known = known(span);
        return Span.of(span.source(), joins.id(span.traceId()), joins.id(span.spanId()), span.kind())
                .from(span)
                .project(joins.name(span.project()))
                .parentSpanId(joins.ids(span.parentSpanId()))
                .continuesSpanId(joins.ids(span.continuesSpanId()))
                .sessionId(span.sessionId().map(pseudonyms::session))
                .subject(span.subject().map(pseudonyms::subject).map(Subject::pseudonym))
                .groupId(span.groupId().map(pseudonyms::group))
                .name(texts.redact(span.name(), scope))
                .agent(joins.names(span.agent()))
                .agentVersion(joins.version(span.agentVersion()))
                .messagesIn(spoken.messages(span.messagesIn(), known, scope))
                .messagesOut(spoken.messages(span.messagesOut(), known, scope))
                .tools(spoken.tools(span.tools()))
                .toolUse(toolUse(span.toolUse(), scope))
                .failure(failure(span.failure(), scope))
                .model(model(span.model(), known, scope))
                .attributes(json.redactWithUsers(span.attributes(), known, scope))
                .build();
    }

    private Signal redacted(Signal signal) throws PrivacyFailure {
        String scope = signal.sessionId().or(signal::traceId).orElse("");
        return signal.toBuilder()
                .feedbackId(joins.id(signal.feedbackId()))
                .supersedes(joins.ids(signal.supersedes()))
                .project(joins.name(signal.project()))
                .traceId(joins.ids(signal.traceId()))
                .spanId(joins.ids(signal.spanId()))
                .sessionId(signal.sessionId().map(pseudonyms::session))
                .text(json.redact(signal.text(), scope))
                .subject(signal.subject().map(pseudonyms::subject).map(Subject::pseudonym))
                .build();
    }

    private Optional<ToolUse> toolUse(Optional<ToolUse> use, String scope) throws PrivacyFailure {
        if (use.isEmpty()) {
            return use;
        }
        return Optional.of(new ToolUse(
                joins.name(use.get().name()),
                joins.ids(use.get().callId()),
                json.redact(use.get().arguments(), scope),
                json.redact(use.get().result(), scope)));
    }

    private Optional<Failure> failure(Optional<Failure> failure, String scope) throws PrivacyFailure {
        return failure.isEmpty()
                ? failure
                : Optional.of(new Failure(
                        texts.redact(failure.get().type(), scope),
                        json.redact(failure.get().message(), scope)));
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
                joins.names(known.provider()),
                joins.names(known.requested()),
                joins.names(known.responded()),
                parameters,
                joins.ids(known.responseId()),
                joins.names(known.finishReason())));
    }
}
