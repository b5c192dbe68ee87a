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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Feedback on spans: OpenInference's annotations and evaluations, in the span that they are of or later in a span of their
 * own that links to it, and OpenTelemetry's {@code gen_ai.evaluation.result}. Whose child a carrier is says nothing of what
 * it is about; that only its one link does.
 */
final class Annotations {
    static final String RESULT_EVENT = "gen_ai.evaluation.result";

    private static final List<String> GIVEN = List.of("created_at");
    private static final List<String> UPDATED = List.of("updated_at");

    private Annotations() {}

    /** What a piece of feedback is about. */
    record Target(Optional<String> traceId, Optional<String> spanId, Optional<String> sessionId, Optional<Instant> at) {
        Target wholeTrace() {
            return new Target(traceId, Optional.empty(), Optional.empty(), at);
        }

        Target at(Optional<Instant> time) {
            return new Target(traceId, spanId, sessionId, time);
        }

        Target session(Optional<String> session) {
            return new Target(Optional.empty(), Optional.empty(), session, at);
        }
    }

    /** Whether a span only brings feedback on another one. */
    static boolean isCarrier(Carried span) {
        boolean annotated = Kind.any(span.attributes());
        return annotated
                && span.links().size() == 1
                && span.links().get(0).traceId().isPresent();
    }

    /** The signals that a span brings; those without a time of their own came at its end. */
    static List<Signal> of(String source, Carried span, ScoreScales scales) throws UnreadableRecord {
        Optional<Instant> at = span.endedAt().or(span::startedAt);
        Optional<CarriedLink> link = isCarrier(span) ? Optional.of(span.links().get(0)) : Optional.empty();
        Target target = new Target(
                link.isPresent() ? link.flatMap(CarriedLink::traceId) : Optional.of(span.traceId()),
                link.isPresent() ? link.flatMap(CarriedLink::spanId) : Optional.of(span.spanId()),
                Optional.empty(),
                at);
        Optional<String> session = new FieldValues(span.attributes()).text(Field.SESSION);
        List<Signal> signals = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            Target about = kind.of(target, session);
            for (JsonNode listed : span.attributes().list(kind.list)) {
                JsonNode inner = listed.path(kind.element);
                signal(source, inner.isObject() ? inner : listed, about, scales).ifPresent(signals::add);
            }
        }
        for (JsonNode embedded : span.body().path("annotations")) {
            signal(source, embedded, target, scales).ifPresent(signals::add);
        }
        for (CarriedEvent event : span.events()) {
            if (event.name().equals(RESULT_EVENT)) {
                Target then = target.at(event.at().or(() -> at));
                signal(source, result(event.attributes()), then, scales).ifPresent(signals::add);
            }
        }
        return signals;
    }

    /** Whether a record is an annotation as Phoenix lists them apart from what they are about. */
    static boolean isAlone(JsonNode record) {
        boolean result = record.path("result").isObject() || record.has("score") || record.has("label");
        return Fields.filled(record, "annotator_kind").isPresent()
                && result
                && Stream.of("span_id", "trace_id", "session_id")
                        .anyMatch(id -> Fields.filled(record, id).isPresent());
    }

    /** The signal of such an annotation. */
    static List<Signal> alone(String source, JsonNode record, ScoreScales scales) throws UnreadableRecord {
        ObjectNode said = Json.MAPPER.createObjectNode();
        record.properties().forEach(field -> said.set(field.getKey(), field.getValue()));
        record.path("result").properties().forEach(field -> said.set(field.getKey(), field.getValue()));
        Target target = new Target(
                Fields.filled(record, "trace_id"),
                Fields.filled(record, "span_id"),
                Fields.filled(record, "session_id"),
                Optional.empty());
        return signal(source, said, target, scales).stream().toList();
    }

    /** The signal of a log record that is an evaluation's result. */
    static List<Signal> ofLog(String source, Attributes told, Target logged, ScoreScales scales)
            throws UnreadableRecord {
        Optional<String> session = told.text("gen_ai.conversation.id")
                .filter(id -> logged.traceId().isEmpty());
        Target target = new Target(logged.traceId(), logged.spanId(), session, logged.at());
        return signal(source, result(told), target, scales).stream().toList();
    }

    /** The result of OpenTelemetry in the fields of OpenInference, as its specification has them side by side. */
    private static ObjectNode result(Attributes told) {
        ObjectNode result = Json.MAPPER.createObjectNode();
        result.set("name", told.take("gen_ai.evaluation.name"));
        result.set("score", told.take("gen_ai.evaluation.score.value"));
        result.set("label", told.take("gen_ai.evaluation.score.label"));
        result.set("explanation", told.take("gen_ai.evaluation.explanation"));
        result.set("annotator_kind", told.take("annotator_kind"));
        return result;
    }

    private static Optional<Signal> signal(String source, JsonNode said, Target target, ScoreScales scales)
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
            throw UnknownScale.of(name, "neither from 0 to 1, nor a word that is known for good or bad as its label");
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
        return Optional.of(
                Signal.of(source, id, Appraised.channel(Fields.word(said, "annotator_kind"), said.path("label")))
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

    /** Where annotations stand, and what those that stand there are about. */
    private enum Kind {
        ANNOTATIONS("annotations", "annotation"),
        EVALUATIONS("evaluations", "evaluation"),
        OF_TRACE("trace.annotations", "annotation"),
        OF_SESSION("session.annotations", "annotation");

        private final String list;
        private final String element;

        Kind(String list, String element) {
            this.list = list;
            this.element = element;
        }

        static boolean any(Attributes attributes) {
            for (Kind kind : values()) {
                if (attributes.has(kind.list)) {
                    return true;
                }
            }
            return false;
        }

        Target of(Target span, Optional<String> session) {
            return switch (this) {
                case ANNOTATIONS, EVALUATIONS -> span;
                case OF_TRACE -> span.wholeTrace();
                case OF_SESSION -> span.session(session);
            };
        }
    }
}
