package dev.logmill.curation.ingest.otlp;

import java.time.Instant;
import java.util.Optional;

/** What a piece of feedback is about. */
record AnnotationTarget(
        Optional<String> traceId, Optional<String> spanId, Optional<String> sessionId, Optional<Instant> at) {
    AnnotationTarget wholeTrace() {
        return new AnnotationTarget(traceId, Optional.empty(), Optional.empty(), at);
    }

    AnnotationTarget at(Optional<Instant> time) {
        return new AnnotationTarget(traceId, spanId, sessionId, time);
    }

    AnnotationTarget session(Optional<String> session) {
        return new AnnotationTarget(Optional.empty(), Optional.empty(), session, at);
    }
}
