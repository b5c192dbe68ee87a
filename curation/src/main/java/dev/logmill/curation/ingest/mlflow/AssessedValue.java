package dev.logmill.curation.ingest.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.ScoreScales;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.Unquoted;
import dev.logmill.curation.ingest.otlp.Appraised;
import dev.logmill.curation.json.Json;
import java.util.Optional;

/**
 * The value of an assessment's feedback.
 *
 * @param name the assessment's
 * @param value as it is logged
 * @param scales what numbers under which names mean
 */
record AssessedValue(String name, JsonNode value, ScoreScales scales) {
    static AssessedValue of(JsonNode assessment, String name, ScoreScales scales) {
        JsonNode value = JsonInText.decoded(assessment.path("feedback")).path("value");
        return new AssessedValue(
                name,
                value.isTextual() ? Json.MAPPER.getNodeFactory().textNode(Unquoted.of(value.textValue())) : value,
                scales);
    }

    /** Whether it says something, or would if it were on its scale. */
    boolean isPresent() {
        return isScaled() || known().isPresent();
    }

    /** From 0 bad to 1 good. */
    Optional<Double> share() throws UnreadableRecord {
        return isScaled() ? scales.share(name, number()) : known();
    }

    /** Whether it is more than good or bad, or neither. */
    boolean isGraded() {
        return isScaled() || (value.isNumber() && !isSided(value)) || known().isEmpty();
    }

    private boolean isScaled() {
        return scales.has(name) && number().isPresent();
    }

    /** Its number, where it is one. */
    Optional<Double> number() {
        return Appraised.number(value);
    }

    private Optional<Double> known() {
        return value.isValueNode()
                ? Appraised.value(name, value, value.isNumber() ? whole(value) : value)
                : Optional.empty();
    }

    /** A number is a word for good or bad only where it is 0 or 1. */
    private static JsonNode whole(JsonNode number) {
        return isSided(number)
                ? Json.MAPPER.getNodeFactory().numberNode((int) number.doubleValue())
                : MissingNode.getInstance();
    }

    private static boolean isSided(JsonNode number) {
        return number.doubleValue() == 0 || number.doubleValue() == 1;
    }
}
