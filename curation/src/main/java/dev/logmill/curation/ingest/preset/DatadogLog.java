package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What Datadog's mapping cannot tell of its records: evaluations, beside their spans and alone, and times that are called
 * nanoseconds and are none, of which the size tells the unit.
 */
record DatadogLog(Dialect inner) implements AroundDialect {
    private static final String START = "start_ns";
    private static final String TOOK = "duration";
    /** No call takes so few nanoseconds: a duration beside a start in another unit is in that unit too. */
    private static final double SHORTEST_NANOS = 1e5;

    @Override
    public List<RawRecord> records(RawRecord document) throws UnreadableRecord {
        List<RawRecord> alone = new ArrayList<>();
        for (String place : List.of("/data/attributes/metrics", "/metrics")) {
            JsonNode metrics = document.body().at(place);
            for (int i = 0; metrics.isArray() && i < metrics.size(); i++) {
                String digest =
                        Digest.of("metric", Json.canonical(metrics.path(i))).hex();
                alone.add(document.inside("%s/%d".formatted(place, i), digest, metrics.path(i)));
            }
        }
        return alone.isEmpty() ? inner.records(document) : alone;
    }

    @Override
    public Reading.Read read(RawRecord record) throws UnreadableRecord {
        JsonNode body = record.body();
        if (DatadogEvaluations.isAlone(body)) {
            return new Reading.Read(List.of(), DatadogEvaluations.alone(record.source(), body));
        }
        JsonNode inNanos = body.deepCopy();
        boolean outer = inNanos instanceof ObjectNode span && inNanos(span);
        boolean guessed = outer || (inNanos.path("attributes") instanceof ObjectNode span && inNanos(span));
        Reading.Read read = inner.read(guessed ? record.told(inNanos) : record);
        List<Span> told = new ArrayList<>();
        List<Signal> signals = new ArrayList<>(read.signals());
        for (Span span : read.spans()) {
            DatadogEvaluations evaluations = new DatadogEvaluations(span, body);
            signals.addAll(evaluations.signals());
            SpanBuilder noted = span.toBuilder().attributes(evaluations.attributes());
            DatadogTags.failure(span, body).ifPresent(failure -> noted.failure(Optional.of(failure)));
            told.add((guessed ? noted.note(Fidelity.GUESSED_UNIT) : noted).build());
        }
        return new Reading.Read(told, signals);
    }

    /** Whether the start of a span was in another unit, in which it and its duration no longer are. */
    private static boolean inNanos(ObjectNode span) {
        JsonNode start = span.path(START);
        EpochUnit unit = start.isNumber() ? EpochUnit.ofMagnitude(start.doubleValue()) : EpochUnit.NANOS;
        if (unit == EpochUnit.NANOS || start.doubleValue() <= 0) {
            return false;
        }
        double factor = EpochUnit.NANOS.aSecond() / unit.aSecond();
        span.put(
                START, start.decimalValue().multiply(BigDecimal.valueOf(factor)).longValue());
        JsonNode took = span.path(TOOK);
        if (took.isNumber() && took.doubleValue() < SHORTEST_NANOS) {
            span.put(TOOK, took.doubleValue() * factor);
        }
        return true;
    }
}
