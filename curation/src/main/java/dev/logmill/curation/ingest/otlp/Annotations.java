package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnknownScale;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Feedback on spans: OpenInference's annotations and evaluations, in the span that they are of or later in a span of their
 * own that links to it, and OpenTelemetry's {@code gen_ai.evaluation.result}. Whose child a carrier is says nothing of what
 * it is about; that only its one link does.
 */
final class Annotations {
    static final String RESULT_EVENT = "gen_ai.evaluation.result";

    /** The field that says who gave it. */
    static final String KIND = "annotator_kind";

    /** The fields that say when. */
    static final List<String> GIVEN = List.of("created_at");

    private static final List<String> UPDATED = List.of("updated_at");

    private Annotations() {}

    /** Whether a span only brings feedback on another one. */
    static boolean isCarrier(Carried span) {
        boolean annotated = AnnotationPlace.any(span.attributes());
        return annotated
                && span.links().size() == 1
                && span.links().get(0).traceId().isPresent();
    }

    /** The signals that a span brings; one that only brings feedback brings all of it. */
    static List<Signal> of(String source, Carried span, ScoreScales scales) throws UnreadableRecord {
        List<Signal> signals = new ArrayList<>();
        for (SaidInSpan each : said(span)) {
            if (isCarrier(span) || !each.needsScale(scales)) {
                signal(source, each.said(), each.target(), scales).ifPresent(signals::add);
            }
        }
        return signals;
    }

    /** The feedback in a span that only a scale tells the meaning of, as it would be listed apart, by its place among all. */
    static Map<Integer, ObjectNode> apart(Carried span, ScoreScales scales) {
        Map<Integer, ObjectNode> apart = new TreeMap<>();
        List<SaidInSpan> all = isCarrier(span) ? List.of() : said(span);
        for (int i = 0; i < all.size(); i++) {
            ObjectNode alone = all.get(i).alone();
            if (all.get(i).needsScale(scales) && isAlone(alone)) {
                apart.put(i, alone);
            }
        }
        return apart;
    }

    /** Whether a span may bring feedback, by the names of its fields. */
    static boolean mayStandIn(JsonNode span) {
        JsonNode attributes = span.path("attributes");
        return !Fields.isEmpty(span.path("annotations"))
                || StreamSupport.stream(span.path("events").spliterator(), false)
                        .anyMatch(event -> Fields.word(event, "name").equals(RESULT_EVENT))
                || StreamSupport.stream(attributes.spliterator(), false)
                        .anyMatch(attribute -> AnnotationPlace.mayBegin(Fields.word(attribute, "key")))
                || attributes.properties().stream().anyMatch(field -> AnnotationPlace.mayBegin(field.getKey()));
    }

    /** All feedback in a span; what has no time of its own came at the span's end. */
    private static List<SaidInSpan> said(Carried span) {
        Optional<Instant> at = span.endedAt().or(span::startedAt);
        Optional<CarriedLink> link = isCarrier(span) ? Optional.of(span.links().get(0)) : Optional.empty();
        AnnotationTarget target = new AnnotationTarget(
                link.isPresent() ? link.flatMap(CarriedLink::traceId) : Optional.of(span.traceId()),
                link.isPresent() ? link.flatMap(CarriedLink::spanId) : Optional.of(span.spanId()),
                Optional.empty(),
                at);
        Optional<String> session = new FieldValues(span.attributes()).text(Field.SESSION);
        List<SaidInSpan> all = new ArrayList<>();
        for (AnnotationPlace kind : AnnotationPlace.values()) {
            AnnotationTarget about = kind.of(target, session);
            for (JsonNode listed : span.attributes().list(kind.list)) {
                JsonNode inner = listed.path(kind.element);
                all.add(new SaidInSpan(inner.isObject() ? inner : listed, about));
            }
        }
        for (JsonNode embedded : span.body().path("annotations")) {
            all.add(new SaidInSpan(embedded, target));
        }
        for (CarriedEvent event : span.events()) {
            if (event.name().equals(RESULT_EVENT)) {
                AnnotationTarget then = target.at(event.at().or(() -> at));
                all.add(new SaidInSpan(result(event.attributes()), then));
            }
        }
        return all;
    }

    /** Whether a record is an annotation as Phoenix lists them apart from what they are about. */
    static boolean isAlone(JsonNode record) {
        boolean result = record.path("result").isObject() || record.has("score") || record.has("label");
        return Fields.filled(record, KIND).isPresent()
                && result
                && Stream.of("span_id", "trace_id", "session_id")
                        .anyMatch(id -> Fields.filled(record, id).isPresent());
    }

    /** The signal of such an annotation. */
    static List<Signal> alone(String source, JsonNode record, ScoreScales scales) throws UnreadableRecord {
        ObjectNode said = Json.MAPPER.createObjectNode();
        record.properties().forEach(field -> said.set(field.getKey(), field.getValue()));
        record.path("result").properties().forEach(field -> said.set(field.getKey(), field.getValue()));
        AnnotationTarget target = new AnnotationTarget(
                Fields.filled(record, "trace_id"),
                Fields.filled(record, "span_id"),
                Fields.filled(record, "session_id"),
                Optional.empty());
        return signal(source, said, target, scales).stream().toList();
    }

    /** The signal of a log record that is an evaluation's result. */
    static List<Signal> ofLog(String source, Attributes told, AnnotationTarget logged, ScoreScales scales)
            throws UnreadableRecord {
        Optional<String> session = told.text("gen_ai.conversation.id")
                .filter(id -> logged.traceId().isEmpty());
        AnnotationTarget target = new AnnotationTarget(logged.traceId(), logged.spanId(), session, logged.at());
        return signal(source, result(told), target, scales).stream().toList();
    }

    /** The result of OpenTelemetry in the fields of OpenInference, as its specification has them side by side. */
    private static ObjectNode result(Attributes told) {
        ObjectNode result = Json.MAPPER.createObjectNode();
        result.set("name", told.take("gen_ai.evaluation.name"));
        result.set("score", told.take("gen_ai.evaluation.score.value"));
        result.set("label", told.take("gen_ai.evaluation.score.label"));
        result.set("explanation", told.take("gen_ai.evaluation.explanation"));
        result.set(KIND, told.take(KIND));
        return result;
    }

    private static Optional<Signal> signal(String source, JsonNode said, AnnotationTarget target, ScoreScales scales)
            throws UnreadableRecord {
        String name = Fields.word(said, "name");
        Optional<Double> number = FieldValues.number(said.path("score"));
        Optional<Double> scaled = scales.share(name, number);
        Optional<Double> value =
                scaled.isPresent() ? scaled : Appraised.value(name, said.path("score"), said.path("label"));
        Optional<String> text = Fields.filled(said, "explanation");
        boolean about =
                Stream.of(target.traceId(), target.spanId(), target.sessionId()).anyMatch(Optional::isPresent);
        if (value.isEmpty() && number.isPresent()) {
            throw UnknownScale.of(name);
        }
        if (about && value.isEmpty() && SaidInSpan.isWordAlone(said)) {
            throw UnknownScale.ofWord(name, "no explanation beside it");
        }
        if (!about || (value.isEmpty() && text.isEmpty())) {
            return Optional.empty();
        }
        Optional<Instant> updated = CarriedTime.of(said, UPDATED);
        Optional<Instant> at = CarriedTime.of(said, GIVEN).or(() -> updated).or(target::at);
        // A result of the same name and identifier on the same target replaces the one before.
        String id = MadeId.of(
                "annotation",
                target.traceId().orElse(""),
                target.spanId().orElse(""),
                target.sessionId().orElse(""),
                name,
                Fields.word(said, "identifier"));
        return Optional.of(Signal.of(source, id, Appraised.channel(Fields.word(said, KIND), said.path("label")))
                .traceId(target.traceId())
                .spanId(target.spanId())
                .sessionId(target.sessionId())
                .value(value)
                .text(text)
                .subject(Fields.filled(said, "user_id"))
                .eventAt(at)
                .versionAt(updated)
                .build());
    }
}
