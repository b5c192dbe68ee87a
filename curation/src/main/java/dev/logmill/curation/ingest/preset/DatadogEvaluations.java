package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.ScoreName;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnknownScale;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.otlp.Appraised;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalBuilder;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Evaluations of Datadog, {@code {label, metric_type, score_value, assessment, reasoning}}: in a span, one, a list of them or by their
 * labels; or alone, of a span that they name. An assessment, pass or fail, says which end of a score is good.
 */
final class DatadogEvaluations {
    private static final List<String> PLACES = List.of("evaluation", "evaluations", "evaluation_metrics");
    private static final List<String> NUMBERS = List.of("score_value", "value");
    private static final List<String> WORDS = List.of("assessment", "boolean_value", "categorical_value", "value");
    private final List<Signal> signals = new ArrayList<>();
    private final Map<String, JsonNode> others = new TreeMap<>();
    private final Span span;

    /** Those that stand in the record of a span. */
    DatadogEvaluations(Span span, JsonNode body) {
        this.span = span;
        for (JsonNode holder : List.of(body, body.path("attributes"), body.path("meta"))) {
            PLACES.forEach(place -> read(holder.path(place)));
        }
    }

    List<Signal> signals() {
        return signals;
    }

    /** The span's attributes with the numbers of which nothing tells whether they are good. */
    String attributes() {
        if (others.isEmpty()) {
            return span.attributes();
        }
        try {
            ObjectNode attributes = (ObjectNode) Json.parse(span.attributes());
            others.forEach((label, value) -> attributes.set("evaluations." + label, value));
            return Json.canonical(attributes);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("Attributes of a span are no JSON", impossible);
        }
    }

    private void read(JsonNode told) {
        if (told.isArray()) {
            told.forEach(each -> read(Fields.word(each, "label"), each));
        } else if (told.path("label").isTextual()) {
            read(Fields.word(told, "label"), told);
        } else {
            told.properties().forEach(each -> read(each.getKey(), each.getValue()));
        }
    }

    private void read(String label, JsonNode evaluation) {
        Optional<SignalBuilder> said = signal(span.source(), span.spanId(), label, evaluation);
        JsonNode number = first(evaluation, NUMBERS);
        if (said.isPresent()) {
            signals.add(said.get()
                    .project(span.project())
                    .traceId(Optional.of(span.traceId()))
                    .eventAt(span.endedAt())
                    .build());
        } else if (!number.isMissingNode()) {
            others.put(label, number);
        }
    }

    static boolean isAlone(JsonNode body) {
        return body.path("label").isTextual()
                && body.path("metric_type").isTextual()
                && !target(body).isEmpty();
    }

    private static String target(JsonNode body) {
        return Fields.filled(body, "span_id")
                .or(() -> Fields.filled(body.at("/join_on/span"), "span_id"))
                .orElse("");
    }

    static List<Signal> alone(String source, JsonNode body) throws UnreadableRecord {
        String label = Fields.word(body, "label");
        Optional<String> trace =
                Fields.filled(body, "trace_id").or(() -> Fields.filled(body.at("/join_on/span"), "trace_id"));
        return List.of(signal(source, target(body), label, body)
                .orElseThrow(() -> UnknownScale.of(label))
                .traceId(trace)
                .eventAt(Timestamps.epoch(body.path("timestamp_ms"), EpochUnit.MILLIS)
                        .filter(Timestamps::isPlausible))
                .build());
    }

    private static Optional<SignalBuilder> signal(String source, String span, String label, JsonNode evaluation) {
        JsonNode number = first(evaluation, NUMBERS);
        Optional<Double> value = Appraised.value(label, number, first(evaluation, WORDS));
        Optional<String> said = Fields.filled(evaluation, "reasoning");
        return value.isEmpty() && said.isEmpty()
                ? Optional.empty()
                : Optional.of(Signal.of(source, MadeId.of("evaluation", span, label), channel(label, value))
                        .spanId(Optional.of(span))
                        .value(value)
                        .text(said));
    }

    private static SignalChannel channel(String label, Optional<Double> value) {
        if (!ScoreName.isOfUsers(label)) {
            return SignalChannel.JUDGE;
        }
        boolean sided = value.filter(share -> share == 0 || share == 1).isPresent();
        return sided ? SignalChannel.THUMB : SignalChannel.RATING;
    }

    private static JsonNode first(JsonNode evaluation, List<String> names) {
        return names.stream()
                .map(evaluation::path)
                .filter(value -> value.isValueNode() && !Fields.isEmpty(value))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }
}
