package dev.logmill.jobs.line;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Span;
import java.time.Instant;
import java.util.Optional;

/** What tells a span from others, and its versions from each other; parts of one span are told apart by their records. */
record SpanKey(
        String source,
        String project,
        String traceId,
        String spanId,
        Optional<Integer> part,
        Instant versionAt,
        String recordDigest) {
    static SpanKey of(Span span) {
        return new SpanKey(
                span.source(),
                span.project(),
                span.traceId(),
                span.spanId(),
                span.part(),
                span.versionAt(),
                span.recordDigest());
    }

    String key() {
        Digest span = Digest.of(source, project, traceId, spanId);
        return "span|" + (part.isEmpty() ? span : span.add(recordDigest)).id();
    }

    /** Whether this version of a span stands where the lake holds the other. */
    boolean isNewerThan(SpanKey known) {
        int byVersion = versionAt.compareTo(known.versionAt);
        return byVersion > 0 || (byVersion == 0 && recordDigest.compareTo(known.recordDigest) > 0);
    }
}
