package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What was said of a call in Weave, which keeps it in the call: {@code summary: {weave: {feedback: [{feedback_type: wandb.reaction.1, payload: {emoji}}]}}}. What
 * is of Weave's own types {@link WeaveMark} reads; a type that an application made up, {@code {feedback_type: user_feedback, payload: {rating: bad}}}, is
 * read as the feedback of any record ({@link RecordFeedback}). What is not understood stays where it was logged.
 *
 * @see <a href="https://docs.wandb.ai/weave/guides/tracking/feedback">Feedback</a>
 */
final class WeaveFeedback {
    private final RawRecord raw;
    private final RecordFeedback.Target target;
    private final Optional<Instant> otherwiseAt;

    private WeaveFeedback(RawRecord raw, RecordFeedback.Target target, Optional<Instant> otherwiseAt) {
        this.raw = raw;
        this.target = target;
        this.otherwiseAt = otherwiseAt;
    }

    /** The signals of a record; one without a time of its own came at {@code otherwiseAt}. */
    static List<Signal> of(
            RawRecord raw,
            Envelope envelope,
            Fields fields,
            RecordFeedback.Target target,
            Optional<Instant> otherwiseAt)
            throws UnreadableRecord {
        JsonNode summary = envelope.record().path("summary");
        JsonNode logged = summary.path("weave").path("feedback");
        if (Fields.isEmpty(logged)) {
            return List.of();
        }
        WeaveFeedback reader = new WeaveFeedback(raw, target, otherwiseAt);
        List<Signal> signals = new ArrayList<>();
        ArrayNode rest = Json.MAPPER.createArrayNode();
        for (JsonNode given : logged) {
            List<Signal> said = WeaveMark.isOwn(Fields.word(given, "feedback_type"))
                    ? reader.own(given, JsonInText.decoded(given.path("payload")))
                    : reader.signals(given, JsonInText.decoded(given.path("payload")));
            signals.addAll(said);
            if (said.isEmpty()) {
                rest.add(given);
            }
        }
        envelope.use("summary");
        fields.keepRest("summary", summary, Set.of("weave"));
        fields.keepRest("summary.weave", summary.path("weave"), Set.of("feedback"));
        fields.keep("summary.weave.feedback", rest);
        return signals;
    }

    private List<Signal> signals(JsonNode given, JsonNode payload) {
        return WeaveMark.of(Fields.word(given, "feedback_type"), payload).stream()
                .map(mark -> Signal.of(raw.source(), id(given, mark.part()), mark.channel())
                        .project(target.project())
                        .traceId(target.traceId())
                        .spanId(target.spanId())
                        .value(mark.value())
                        .text(mark.text())
                        .subject(giver(given))
                        .eventAt(at(given).or(() -> otherwiseAt))
                        .build())
                .toList();
    }

    private List<Signal> own(JsonNode given, JsonNode payload) throws UnreadableRecord {
        if (!payload.isObject()) {
            return List.of();
        }
        ObjectNode feedback = payload.deepCopy();
        feedback.put("id", id(given, ""));
        giver(given).ifPresent(person -> feedback.put("user_id", person));
        if (FeedbackFields.name(feedback).isEmpty()) {
            feedback.put("name", Fields.word(given, "feedback_type"));
        }
        ObjectNode alone = Json.MAPPER.createObjectNode();
        alone.set("feedback", feedback);
        Scopes scopes = new Scopes(alone, Json.MAPPER.createObjectNode());
        return RecordFeedback.of(raw, scopes, new Fields(), target, at(given).or(() -> otherwiseAt));
    }

    private static Optional<String> giver(JsonNode given) {
        return Fields.filled(given, "wb_user_id").or(() -> Fields.filled(given, "creator"));
    }

    private static Optional<Instant> at(JsonNode given) {
        return Timestamps.iso(given.path("created_at")).filter(Timestamps::isPlausible);
    }

    /** Of several answers that stand under one id each has its own. */
    private static String id(JsonNode given, String part) {
        String id = Fields.filled(given, "id").orElseGet(() -> MadeId.of("weave", Json.canonical(given)));
        return part.isEmpty() ? id : MadeId.of("weave", id, part);
    }
}
