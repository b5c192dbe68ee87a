package dev.logmill.curation.ingest.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnknownScale;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An assessment of MLflow, {@code {assessment_id, assessment_name, trace_id, span_id, source, create_time,
 * last_update_time, feedback | expectation | issue, rationale, metadata, overrides, valid}}, see {@code
 * entities/assessment.py} of MLflow. A person's expectation that is the whole answer is a correction; every other one, what
 * a model expects, and a value that nobody knows the good end of make no signal.
 */
final class Assessment {
    private static final List<String> GIVEN = List.of("create_time", "create_time_ms", "timestamp");
    private static final List<String> UPDATED = List.of("last_update_time", "last_update_time_ms");
    /** A labelling session, or a run of an evaluation, that the assessment was given in. */
    private static final String RUN = "mlflow.assessment.sourceRunId";
    /** The source id where nobody gave one. */
    private static final String NOBODY = "default";

    private final JsonNode given;
    private final JsonNode source;
    private final Optional<String> traceUser;
    private final AssessedValue value;

    /** The trace that holds an assessment, where it does not say so itself, and who used the application in that trace. */
    record Held(Optional<String> trace, Optional<String> user) {}

    private Assessment(JsonNode given, Optional<String> traceUser, ScoreScales scales) {
        this.given = given;
        this.value = AssessedValue.of(given, name(given).orElse(""), scales);
        this.source = JsonInText.decoded(given.path("source"));
        this.traceUser = traceUser;
    }

    static boolean isAssessment(JsonNode body) {
        return name(body).isPresent()
                && (body.has("feedback") || body.has("expectation") || body.has("issue"))
                && (body.has("source") || body.has("assessment_id"));
    }

    /** Whether it makes a signal, or would if the scale of its number were told. */
    static boolean maySpeak(JsonNode given) {
        Assessment assessment = new Assessment(given, Optional.empty(), ScoreScales.NONE);
        return assessment.speaks() || assessment.value.number().isPresent();
    }

    private boolean speaks() {
        return correction().isPresent() || value.isPresent() || comment().isPresent();
    }

    /** One that makes no signal, as it is kept: without who gave it. */
    static ObjectNode kept(JsonNode given) {
        ObjectNode kept = Json.MAPPER.createObjectNode();
        name(given).ifPresent(name -> kept.put("name", name));
        kept.put("source_type", new Assessment(given, Optional.empty(), ScoreScales.NONE).giver());
        for (String kind : List.of("feedback", "expectation", "issue")) {
            JsonNode said = JsonInText.decoded(given.path(kind));
            if (!Fields.isEmpty(said)) {
                kept.set(kind, said);
            }
        }
        return kept;
    }

    /** Its signal. */
    static Signal signal(String from, JsonNode given, Held held, ScoreScales scales) throws UnreadableRecord {
        return new Assessment(given, held.user(), scales).signal(from, held.trace());
    }

    private Signal signal(String from, Optional<String> held) throws UnreadableRecord {
        Optional<String> trace = held.or(() -> Fields.filled(given, "trace_id")
                .or(() -> Fields.filled(given, "request_id"))
                .map(Ids::trace));
        Optional<String> span = Fields.filled(given, "span_id").map(Ids::span);
        if (trace.isEmpty() && span.isEmpty()) {
            throw new UnreadableRecord(
                    QuarantineReason.MISSING_FIELD, "trace_id: an assessment without the trace that it is about");
        }
        boolean unscaled = value.number().isPresent() && !value.isPresent();
        if (!speaks() && value.number().isEmpty()) {
            throw UnknownScale.ofWord(
                    name(given).orElse(""), "neither a rationale nor a person's expectation of the whole answer");
        }
        if (!speaks() || (unscaled && correction().isEmpty())) {
            throw UnknownScale.of(
                    name(given).orElse(""),
                    "no value that is true or false, a word for good or bad, or from 0 to 1, and no rationale;"
                            + " nor a person's expectation of the whole answer");
        }
        String id = Fields.filled(given, "assessment_id")
                .orElseGet(() -> MadeId.of(
                        "assessment",
                        trace.orElse(""),
                        span.orElse(""),
                        name(given).orElse(""),
                        giver(),
                        person().orElse("")));
        Optional<String> correction = correction();
        Optional<Instant> updated = at(UPDATED);
        return Signal.of(from, id, correction.isPresent() ? SignalChannel.CORRECTION : channel())
                .supersedes(Fields.filled(given, "overrides"))
                .traceId(trace)
                .spanId(span)
                .value(correction.isPresent() ? Optional.empty() : value.share())
                .text(correction.or(this::comment))
                .subject(person())
                .withdrawn(Fields.word(given, "valid").equals("false"))
                .eventAt(at(GIVEN).or(() -> updated))
                .versionAt(updated)
                .build();
    }

    private static Optional<String> name(JsonNode given) {
        return Fields.filled(given, "assessment_name").or(() -> Fields.filled(given, "name"));
    }

    private String giver() {
        return Fields.word(source, "source_type").toUpperCase(Locale.ROOT);
    }

    private boolean isHuman() {
        return giver().equals("HUMAN");
    }

    private Optional<String> person() {
        return isHuman() ? Fields.filled(source, "source_id").filter(id -> !id.equals(NOBODY)) : Optional.empty();
    }

    /**
     * A person other than the user of the trace, one who overrides another's word, and one who answers in a labelling
     * session reviews; where nobody knows who used the application, the feedback is taken for a user's, which counts less.
     */
    private SignalChannel channel() {
        if (!isHuman()) {
            return SignalChannel.JUDGE;
        }
        boolean other = traceUser.isPresent() && person().isPresent() && !person().equals(traceUser);
        boolean inRun =
                !Fields.isEmpty(JsonInText.decoded(given.path("metadata")).path(RUN));
        if (other || inRun || Fields.filled(given, "overrides").isPresent()) {
            return SignalChannel.REVIEWER;
        }
        return value.isGraded() ? SignalChannel.RATING : SignalChannel.THUMB;
    }

    private Optional<String> comment() {
        boolean feedback = !Fields.isEmpty(JsonInText.decoded(given.path("feedback")));
        return feedback ? Fields.filled(given, "rationale") : Optional.empty();
    }

    private Optional<String> correction() {
        return isHuman() ? ExpectedAnswer.of(name(given).orElse(""), given.path("expectation")) : Optional.empty();
    }

    private Optional<Instant> at(List<String> fields) throws UnreadableRecord {
        for (String field : fields) {
            if (!Fields.isEmpty(given.path(field))) {
                return Optional.of(Timestamps.read(field, given.path(field)));
            }
        }
        return Optional.empty();
    }
}
