package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.trace.Signal;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The spans that feedback means which names no more than the record of one: few, since few people say what they think. Where all
 * feedback says more, no span is looked at.
 */
final class RecordSpans implements Serializable {
    private final Map<String, Found> byRecord;

    private RecordSpans(Map<String, Found> byRecord) {
        this.byRecord = byRecord;
    }

    /** A span that a record tells. */
    record Spot(String project, String traceId, String spanId, Optional<String> recordId) {
        String record() {
            return TraceKey.text(project, recordId.orElse(""));
        }

        Found found() {
            return new Found(traceId, spanId);
        }
    }

    private record Found(String traceId, String spanId) implements Serializable, Comparable<Found> {
        @Override
        public int compareTo(Found other) {
            int byTrace = traceId.compareTo(other.traceId);
            return byTrace != 0 ? byTrace : spanId.compareTo(other.spanId);
        }
    }

    /** Those that the lake's feedback means. */
    static RecordSpans of(Night night) {
        List<DataFile> signals = night.state(CurationTables.SIGNALS).files();
        HashSet64 named = new HashSet64(night.tables()
                .read(CurationTables.SIGNALS, signals, TouchedPairs.Said.class)
                .filter(TouchedPairs.Said::knowsOnlyItsSpan)
                .map(said -> TraceKey.hash(said.project(), said.spanId().orElse("")))
                .distinct()
                .collect());
        Map<String, Found> byRecord = new HashMap<>();
        List<DataFile> spans =
                named.isEmpty() ? List.of() : night.state(CurationTables.SPANS).files();
        night.tables()
                .read(CurationTables.SPANS, spans, Spot.class)
                .filter(spot -> spot.recordId().isPresent() && named.mayHold(HashSet64.hash(spot.record())))
                .distinct()
                .collect()
                .forEach(spot -> byRecord.merge(
                        spot.record(), spot.found(), (one, other) -> one.compareTo(other) <= 0 ? one : other));
        return new RecordSpans(byRecord);
    }

    /** A signal, on the span whose record it names. */
    Signal on(Signal signal) {
        return found(signal.project(), signal.traceId(), signal.sessionId(), signal.spanId())
                .map(spot -> signal.toBuilder()
                        .traceId(Optional.of(spot.traceId()))
                        .spanId(Optional.of(spot.spanId()))
                        .build())
                .orElse(signal);
    }

    /** What a signal speaks of, likewise. */
    TouchedPairs.Said on(TouchedPairs.Said said) {
        return found(said.project(), said.traceId(), said.sessionId(), said.spanId())
                .map(spot -> said.at(spot.traceId(), spot.spanId()))
                .orElse(said);
    }

    private Optional<Found> found(
            String project, Optional<String> traceId, Optional<String> sessionId, Optional<String> spanId) {
        return traceId.isPresent() || sessionId.isPresent()
                ? Optional.empty()
                : spanId.map(record -> byRecord.get(TraceKey.text(project, record)));
    }
}
