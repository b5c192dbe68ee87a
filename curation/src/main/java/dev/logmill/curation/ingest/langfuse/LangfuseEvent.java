package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One event of Langfuse's ingestion, {@code {id, timestamp, type, body}}: a create or an update of a trace or an observation, or
 * a score. What later events say stands; of one moment a create comes before an update.
 */
final class LangfuseEvent {
    /** Of other things than traces. */
    private static final Set<String> OTHERS = Set.of("sdk-log", "dataset-run-item-create");

    private LangfuseEvent() {}

    static boolean isEvent(JsonNode body) {
        return body.path("body").isObject()
                && (Fields.word(body, "type").matches("[a-z-]+-(create|update)")
                        || OTHERS.contains(Fields.word(body, "type")));
    }

    private static Optional<Instant> told(JsonNode event) throws UnreadableRecord {
        JsonNode at = event.path("timestamp");
        return Fields.isEmpty(at) ? Optional.empty() : Optional.of(Timestamps.read("timestamp", at));
    }

    static Reading.Read read(String source, JsonNode event, ScoreScales scales) throws UnreadableRecord {
        String type = Fields.word(event, "type");
        JsonNode body = event.path("body");
        if (OTHERS.contains(type)) {
            throw new UnreadableRecord(
                    QuarantineReason.UNKNOWN_SHAPE, type + ": an event that tells nothing of a trace");
        }
        if (type.startsWith("score-")) {
            return new Reading.Read(List.of(), Score.of(source, body, scales, told(event)));
        }
        Instant at = Timestamps.read("timestamp", event.path("timestamp"));
        boolean update = type.endsWith("-update");
        Span told = type.startsWith("trace-")
                ? LoggedTrace.part(source, body)
                : Observation.part(source, body, type.replaceFirst("-(create|update)$", ""));
        SpanBuilder part = told.toBuilder().part(update ? 1 : 0).versionAt(at);
        if (!type.startsWith("trace-") && !body.path("traceId").isTextual()) {
            part.note(Fidelity.MISSING_TRACE);
        }
        return new Reading.Read(List.of(part.build()), List.of());
    }
}
