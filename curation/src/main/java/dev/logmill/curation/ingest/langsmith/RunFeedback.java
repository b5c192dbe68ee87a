package dev.logmill.curation.ingest.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnknownScale;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.Mark;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalBuilder;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A feedback record of LangSmith, {@code {id, run_id, trace_id, key, score, value, comment, correction, feedback_source}}:
 * what it scores, and the correction that it brings. A score outside 0 to 1 and without a scale has no known end.
 */
final class RunFeedback {
    /** Feedback of evaluators, whether models or code. */
    private static final Set<String> EVALUATORS = Set.of("model", "auto_eval", "evaluator");
    /** Given by a person in LangSmith itself. */
    private static final String REVIEWED = "app";

    private static final List<String> CORRECTED = List.of("output", "content", "answer", "text");

    private RunFeedback() {}

    static boolean isFeedback(JsonNode body) {
        return body.path("key").isTextual()
                && (body.path("run_id").isTextual() || body.path("trace_id").isTextual())
                && (body.has("score") || body.has("value") || body.has("comment") || body.has("correction"));
    }

    static List<Signal> of(String source, JsonNode body, ScoreScales scales) throws UnreadableRecord {
        JsonNode origin = JsonInText.decoded(body.path("feedback_source"));
        Optional<String> trace = Fields.filled(body, "trace_id");
        Optional<String> run = Fields.filled(body, "run_id");
        String id = Fields.filled(body, "id")
                .orElseGet(() -> MadeId.of("feedback", trace.orElse(""), run.orElse(""), Fields.word(body, "key")));
        Optional<Double> scaled = scales.share(Fields.word(body, "key"), number(body.path("score")));
        Optional<Double> value = scaled.isPresent() ? scaled : value(body);
        Optional<String> comment = Fields.filled(body, "comment");
        if (value.isEmpty() && number(body.path("score")).isPresent()) {
            throw UnknownScale.of(Fields.word(body, "key"));
        }
        List<SignalBuilder> said = new ArrayList<>();
        if (value.isPresent() || comment.isPresent()) {
            said.add(Signal.of(source, id, channel(body, origin, scaled.isPresent()))
                    .value(value)
                    .text(comment));
        }
        correction(JsonInText.decoded(body.path("correction")))
                .ifPresent(text ->
                        said.add(Signal.of(source, id, SignalChannel.CORRECTION).text(Optional.of(text))));
        if (said.isEmpty()) {
            throw UnknownScale.ofWord(Fields.word(body, "key"), "neither a comment nor a correction");
        }
        Optional<Instant> modified = time(body, "modified_at");
        Optional<Instant> given = time(body, "created_at").or(() -> modified);
        return said.stream()
                .map(signal -> signal.traceId(trace)
                        .spanId(run)
                        .subject(Fields.filled(origin, "user_id"))
                        .eventAt(given)
                        .versionAt(modified)
                        .build())
                .toList();
    }

    private static SignalChannel channel(JsonNode body, JsonNode origin, boolean graded) {
        String type = Fields.word(origin, "type");
        if (EVALUATORS.contains(type)) {
            return SignalChannel.JUDGE;
        }
        if (type.equals(REVIEWED)) {
            return SignalChannel.REVIEWER;
        }
        double score = body.path("score").asDouble(Double.NaN);
        boolean sided = score == 0 || Math.abs(score) == 1 || body.path("score").isBoolean();
        return sided && !graded ? SignalChannel.THUMB : SignalChannel.RATING;
    }

    private static Optional<Double> number(JsonNode score) {
        return Optional.of(score).filter(JsonNode::isNumber).map(JsonNode::doubleValue);
    }

    /** The score, else a flag or a word among the known ones for good and bad. */
    private static Optional<Double> value(JsonNode body) {
        JsonNode score = body.path("score");
        String name = Fields.word(body, "key");
        return Fields.isEmpty(score)
                ? Optional.of(body.path("value"))
                        .filter(said -> said.isTextual() || said.isBoolean())
                        .flatMap(word -> Mark.sided(name, word))
                : Mark.share(name, score);
    }

    private static Optional<String> correction(JsonNode correction) {
        if (Fields.isEmpty(correction)) {
            return Optional.empty();
        }
        return CORRECTED.stream()
                .flatMap(name -> Fields.filled(correction, name).stream())
                .findFirst()
                .or(() -> Optional.of(Fields.asText(correction)));
    }

    private static Optional<Instant> time(JsonNode body, String field) throws UnreadableRecord {
        JsonNode value = body.path(field);
        return Fields.isEmpty(value) ? Optional.empty() : Optional.of(Timestamps.read(field, value));
    }
}
