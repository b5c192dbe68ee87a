package dev.logmill.curation.ingest.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.JsonInText;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** An expectation that is the whole answer: others are of facts or of parts of it, and no better answer. */
final class ExpectedAnswer {
    /** The names that an expectation of the whole answer goes by; the first is that of MLflow's own scorers. */
    private static final Set<String> ANSWERS = Set.of(
            "expected_response",
            "expected_output",
            "expected_answer",
            "ground_truth",
            "reference_answer",
            "reference",
            "ideal_response",
            "ideal_answer",
            "correct_answer",
            "corrected_response",
            "correction");

    private ExpectedAnswer() {}

    /** The answer that is expected, where the assessment's name says that it is one. */
    static Optional<String> of(String name, JsonNode expectation) {
        boolean whole = ANSWERS.contains(name.strip().toLowerCase(Locale.ROOT).replace(' ', '_'));
        JsonNode expected = JsonInText.decoded(expectation).path("value");
        return whole && expected.isTextual()
                ? Optional.of(expected.textValue()).filter(text -> !text.isBlank())
                : Optional.empty();
    }
}
