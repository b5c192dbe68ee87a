package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.SpanBuilder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * When a call began and ended; what the log leaves out follows from its length, or from the provider's own time.
 *
 * @param guessed whether the unit of one of them is told by its magnitude alone
 */
record SpanTimes(Optional<Instant> start, Optional<Instant> end, boolean guessed) {
    static SpanTimes of(Scopes scopes, JsonNode created) throws UnreadableRecord {
        Optional<Instant> start = time(scopes, Key.START);
        Optional<Instant> end = time(scopes, Key.END);
        Optional<Duration> latency =
                scopes.find(Key.LATENCY).flatMap(found -> Timestamps.duration(found.value(), EpochUnit.MILLIS));
        if (start.isEmpty() && end.isEmpty()) {
            start = told(created);
        }
        Optional<Instant> begun = start;
        Optional<Instant> ended = end;
        return new SpanTimes(
                start.or(() -> ended.flatMap(at -> latency.map(at::minus))),
                end.or(() -> begun.flatMap(at -> latency.map(at::plus))),
                isGuessed(scopes, Key.START) || isGuessed(scopes, Key.END));
    }

    /** Logs of calls count seconds, as the providers themselves do; some gateways count something else under the same names. */
    private static boolean isGuessed(Scopes scopes, Key key) {
        return scopes.find(key)
                .filter(found -> Timestamps.isGuess(found.name(), found.value(), EpochUnit.SECONDS))
                .isPresent();
    }

    static Optional<Instant> time(Scopes scopes, Key key) throws UnreadableRecord {
        Optional<Scopes.Found> found = scopes.find(key);
        return found.isEmpty()
                ? Optional.empty()
                : Optional.of(Timestamps.read(found.get().name(), found.get().value()));
    }

    /** The provider's time only stands in for the log's: where it makes no sense, there is just no time. */
    private static Optional<Instant> told(JsonNode created) {
        if (!created.isNumber() && !created.isTextual()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Timestamps.read("created", created, EpochUnit.SECONDS));
        } catch (UnreadableRecord noClock) {
            return Optional.empty();
        }
    }

    void addTo(SpanBuilder span) {
        span.startedAt(start).endedAt(end);
        if (start.isEmpty() && end.isEmpty()) {
            span.note(Fidelity.MISSING_TIME);
        }
        if (start.isPresent() && end.isPresent() && end.get().isBefore(start.get())) {
            span.note(Fidelity.TIME_INVERTED);
        }
        if (guessed) {
            span.note(Fidelity.GUESSED_UNIT);
        }
    }
}
