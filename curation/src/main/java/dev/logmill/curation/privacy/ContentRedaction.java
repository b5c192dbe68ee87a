package dev.logmill.curation.privacy;

import dev.logmill.curation.privacy.detect.Detector;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
    private final TextRedactor prose;
    private final JoinRedactor joins;
    private final PathRedactor paths;
    private final Pseudonyms pseudonyms;

    public ContentRedaction(Pseudonyms pseudonyms) {
        this(pseudonyms, DetectorKind.all(), DetectorKind.ofForm());
    }

    ContentRedaction(Pseudonyms pseudonyms, List<Detector> detectors) {
        this(pseudonyms, detectors, detectors);
    }

    /** @param ofForm what looks at ids, and at the names of agents, tools and folders */
    private ContentRedaction(Pseudonyms pseudonyms, List<Detector> detectors, List<Detector> ofForm) {
        this.pseudonyms = pseudonyms;
        this.texts = new TextRedactor(ofForm, pseudonyms);
        this.prose = new TextRedactor(detectors, pseudonyms);
        this.joins = new JoinRedactor(texts, pseudonyms);
        this.paths = new PathRedactor(texts, pseudonyms);
    }

    @Override
    public Span span(Span span) throws PrivacyFailure {
        try {
            String scope = span.sessionId().orElse(span.traceId());
            SeenValues seen = new SeenValues();
            Span once = redacted(span, scope, spoken(prose.noting(seen)));
            // Gone over again as it was logged: a name that is found only in part here may be known as a whole from
            // there.
            return seen.isEmpty() ? once : redacted(span, scope, spoken(prose.withSeen(seen)));
        } catch (RuntimeException failed) {
            throw new PrivacyFailure(failed.getClass().getSimpleName());
        }
    }

    private SpokenRedactor spoken(TextRedactor said) {
        return new SpokenRedactor(
                new JsonRedactor(said, pseudonyms), joins, new JsonRedactor(texts, pseudonyms), texts);
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

    private Span redacted(Span span, String scope, SpokenRedactor spoken) throws PrivacyFailure {
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
                .messagesIn(spoken.messages().messages(span.messagesIn(), known, scope))
                .messagesOut(spoken.messages().messages(span.messagesOut(), known, scope))
                .tools(spoken.messages().tools(span.tools()))
                .toolUse(spoken.toolUse(span.toolUse(), scope))
                .failure(spoken.failure(span.failure(), scope))
                .model(spoken.model(span.model(), known, scope))
                .attributes(spoken.json().redactWithUsers(span.attributes(), known, scope))
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
                .text(new JsonRedactor(prose, pseudonyms).redact(signal.text(), scope))
                .subject(signal.subject().map(pseudonyms::subject).map(Subject::pseudonym))
                .build();
    }
}
