package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Signal;
import java.io.Serializable;
import java.util.Optional;

/** Replaces identifiers in a signal: its ids as those of spans, and what was said of an answer as a record of its own. */
final class SignalRedactor implements Serializable {
    private final TextRedactor prose;
    private final JoinRedactor joins;
    private final Pseudonyms pseudonyms;

    SignalRedactor(TextRedactor prose, JoinRedactor joins, Pseudonyms pseudonyms) {
        this.prose = prose;
        this.joins = joins;
        this.pseudonyms = pseudonyms;
    }

    Signal redact(Signal signal) throws PrivacyFailure {
        String scope = signal.sessionId().or(signal::traceId).or(signal::spanId).orElse("");
        return signal.toBuilder()
                .feedbackId(joins.id(signal.feedbackId()))
                .supersedes(joins.ids(signal.supersedes()))
                .project(joins.name(signal.project()))
                .traceId(joins.ids(signal.traceId()))
                .spanId(joins.ids(signal.spanId()))
                .sessionId(signal.sessionId().map(pseudonyms::session))
                .text(text(signal.text(), scope))
                .subject(signal.subject().map(pseudonyms::subject).map(Subject::pseudonym))
                .build();
    }

    /** Gone over twice, as a span is. */
    private Optional<String> text(Optional<String> text, String scope) throws PrivacyFailure {
        SeenValues seen = new SeenValues();
        Optional<String> once = new JsonRedactor(prose.noting(seen), pseudonyms).redact(text, scope);
        return seen.isEmpty() ? once : new JsonRedactor(prose.withSeen(seen), pseudonyms).redact(text, scope);
    }
}
