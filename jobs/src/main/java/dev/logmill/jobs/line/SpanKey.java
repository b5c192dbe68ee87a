package dev.logmill.jobs.line;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.trace.Span;
import java.time.Instant;

/** What tells a span from others, and its versions from each other. */
record SpanKey(String source, String project, String traceId, String spanId, Instant versionAt, String recordDigest) {
    String key() {
        return key(source, project, traceId, spanId);
    }

    /** Whether this version of a span stands where the lake holds the other. */
    boolean isNewerThan(SpanKey known) {
        int byVersion = versionAt.compareTo(known.versionAt);
        return byVersion > 0 || (byVersion == 0 && recordDigest.compareTo(known.recordDigest) > 0);
    }

    static String key(Span span) {
        return key(span.source(), span.project(), span.traceId(), span.spanId());
    }

    private static String key(String source, String project, String traceId, String spanId) {
        return "span|" + Digest.of(source, project, traceId, spanId).id();
    }
}
