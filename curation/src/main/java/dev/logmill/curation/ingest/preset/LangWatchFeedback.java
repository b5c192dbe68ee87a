package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalBuilder;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What is said of a trace of LangWatch: its evaluations, the events that its users made, and the answer that was expected. */
final class LangWatchFeedback {
    private static final String EVALUATION = "evaluation";
    private static final String EVENT = "event";
    private static final String EXPECTED = "expected";

    private LangWatchFeedback() {}

    private static final Set<String> KINDS = Set.of(EVALUATION, EVENT, EXPECTED);
    private static final Set<String> IDS = Set.of("trace_id", "user_id");

    /** Each with its ids, by its place in the trace; an evaluation that did not come to an end says nothing. */
    static Map<String, ObjectNode> records(JsonNode trace) {
        Map<String, ObjectNode> records = new LinkedHashMap<>();
        JsonNode evaluations = trace.path("evaluations");
        for (int i = 0; i < evaluations.size(); i++) {
            JsonNode evaluation = evaluations.path(i);
            boolean speaks = Stream.of("score", "passed", "label").anyMatch(evaluation::hasNonNull);
            if (speaks) {
                records.put("/evaluations/" + i, of(trace, EVALUATION, evaluation));
            }
        }
        JsonNode events = trace.path("events");
        for (int i = 0; i < events.size(); i++) {
            records.put("/events/" + i, of(trace, EVENT, events.path(i)));
        }
        if (trace.path("expected_output").hasNonNull("value")) {
            records.put("/expected_output", of(trace, EXPECTED, trace.path("expected_output")));
        }
        return records;
    }

    private static ObjectNode of(JsonNode trace, String kind, JsonNode said) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        record.set("trace_id", trace.path("trace_id"));
        Fields.filled(trace.path("metadata"), "user_id").ifPresent(user -> record.put("user_id", user));
        return record.set(kind, said);
    }

    /** Whether a record was made here of what stood in a trace; a column of another log may be called so too. */
    static boolean isOne(JsonNode body) {
        return KINDS.stream().anyMatch(kind -> body.path(kind).isObject())
                && body.properties().stream()
                        .allMatch(field -> KINDS.contains(field.getKey()) || IDS.contains(field.getKey()));
    }

    static Signal signal(String source, JsonNode body, ScoreScales scales) throws UnreadableRecord {
        String trace = Fields.word(body, "trace_id");
        if (body.has(EXPECTED)) {
            JsonNode answer = body.path(EXPECTED).path("value");
            return Signal.of(source, MadeId.of(EXPECTED, trace), SignalChannel.CORRECTION)
                    .text(Optional.of(Fields.asText(answer)))
                    .traceId(Optional.of(trace))
                    .build();
        }
        JsonNode said = body.path(body.has(EVENT) ? EVENT : EVALUATION);
        SignalBuilder signal = body.has(EVENT) ? event(source, trace, said) : evaluation(source, trace, said, scales);
        return signal.traceId(Optional.of(trace))
                .spanId(Fields.filled(said, "span_id"))
                .subject(body.has(EVENT) ? Fields.filled(body, "user_id") : Optional.empty())
                .eventAt(Stream.of("finished_at", "started_at", "inserted_at", "updated_at")
                        .flatMap(field -> time(said, field).stream())
                        .findFirst())
                .versionAt(time(said, "updated_at"))
                .build();
    }

    /** A verdict says which end is good; a number between says more. */
    private static SignalBuilder evaluation(String source, String trace, JsonNode said, ScoreScales scales)
            throws UnreadableRecord {
        String name = Fields.filled(said, "name").orElseGet(() -> Fields.word(said, "evaluator_id"));
        String id = Fields.filled(said, "evaluation_id").orElseGet(() -> MadeId.of(EVALUATION, trace, name));
        Optional<String> details = Fields.filled(said, "details");
        if (said.path("passed").isBoolean() && !scales.has(name)) {
            return Signal.of(source, id, SignalChannel.JUDGE)
                    .value(Optional.of(said.path("passed").booleanValue() ? 1.0 : 0.0))
                    .text(details);
        }
        return new ListedScore(name, said.path("score"), said.path("label"), details, false).signal(source, id, scales);
    }

    private static SignalBuilder event(String source, String trace, JsonNode said) throws UnreadableRecord {
        String type = Fields.word(said, "event_type");
        String id = Fields.filled(said, "event_id").orElseGet(() -> MadeId.of(EVENT, trace, type));
        double vote = named(said.path("metrics"), "vote").asDouble();
        if (type.equals("thumbs_up_down") && vote != 0) {
            return Signal.of(source, id, SignalChannel.THUMB)
                    .value(Optional.of(vote > 0 ? 1.0 : 0.0))
                    .text(Fields.text(named(said.path("event_details"), "feedback"))
                            .filter(text -> !text.isBlank()));
        }
        if (type.equals("selected_text")) {
            return Signal.of(source, id, SignalChannel.COPY);
        }
        throw new UnreadableRecord(
                QuarantineReason.UNKNOWN_SHAPE,
                "an event of LangWatch that is no feedback: looked for event_type selected_text, or thumbs_up_down with a vote of 1 or -1");
    }

    /** A value of an object, or of a list of keys and values. */
    private static JsonNode named(JsonNode holder, String key) {
        if (holder.isArray()) {
            for (JsonNode each : holder) {
                if (Fields.word(each, "key").equals(key)) {
                    return each.path("value");
                }
            }
            return MissingNode.getInstance();
        }
        return holder.path(key);
    }

    private static Optional<Instant> time(JsonNode said, String field) {
        return Timestamps.epoch(said.path("timestamps").path(field), EpochUnit.MILLIS)
                .filter(Timestamps::isPlausible);
    }
}
