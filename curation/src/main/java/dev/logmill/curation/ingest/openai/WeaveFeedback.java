package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What people said of a call in Weave, which keeps it in the call: {@code summary: {weave: {feedback: [{feedback_type: wandb.reaction.1, payload: {emoji}}]}}}. A
 * reaction that is a thumb is one, a note is a comment; what else was given stays where it was logged.
 *
 * @see <a href="https://docs.wandb.ai/weave/guides/tracking/feedback">Feedback</a>
 */
final class WeaveFeedback {
    private static final String REACTION = "wandb.reaction.";
    private static final String NOTE = "wandb.note.";

    private WeaveFeedback() {}

    /** The signals of a record; one without a time of its own came at {@code otherwiseAt}. */
    static List<Signal> of(
            String source,
            Envelope envelope,
            Fields fields,
            RecordFeedback.Target target,
            Optional<Instant> otherwiseAt) {
        JsonNode summary = envelope.record().path("summary");
        JsonNode logged = summary.path("weave").path("feedback");
        if (Fields.isEmpty(logged)) {
            return List.of();
        }
        List<Signal> signals = new ArrayList<>();
        ArrayNode rest = Json.MAPPER.createArrayNode();
        for (JsonNode given : logged) {
            String type = Fields.word(given, "feedback_type");
            JsonNode payload = given.path("payload");
            Optional<Double> thumb = type.startsWith(REACTION) ? thumb(payload) : Optional.empty();
            Optional<String> note = type.startsWith(NOTE) ? Fields.filled(payload, "note") : Optional.empty();
            if (thumb.isEmpty() && note.isEmpty()) {
                rest.add(given);
                continue;
            }
            SignalChannel channel = thumb.isPresent() ? SignalChannel.THUMB : SignalChannel.RATING;
            signals.add(Signal.of(source, id(given), channel)
                    .project(target.project())
                    .traceId(target.traceId())
                    .spanId(target.spanId())
                    .value(thumb)
                    .text(note)
                    .subject(Fields.filled(given, "wb_user_id").or(() -> Fields.filled(given, "creator")))
                    .eventAt(Timestamps.iso(given.path("created_at"))
                            .filter(Timestamps::isPlausible)
                            .or(() -> otherwiseAt))
                    .build());
        }
        envelope.use("summary");
        fields.keepRest("summary", summary, Set.of("weave"));
        fields.keepRest("summary.weave", summary.path("weave"), Set.of("feedback"));
        fields.keep("summary.weave.feedback", rest);
        return signals;
    }

    private static String id(JsonNode given) {
        return Fields.filled(given, "id").orElseGet(() -> MadeId.of("weave", Json.canonical(given)));
    }

    /** A thumb may have a tone of skin, without which the alias stands beside it. */
    private static Optional<Double> thumb(JsonNode payload) {
        return Mark.sided(payload.path("detoned")).or(() -> Mark.sided(payload.path("emoji")));
    }
}
