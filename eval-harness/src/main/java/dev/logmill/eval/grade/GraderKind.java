package dev.logmill.eval.grade;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.function.Function;

/** Every grader. */
public enum GraderKind {
    EXACT(settings -> new ExactGrader()),
    NORMALISED(settings -> new NormalisedGrader()),
    CONTAINS(settings -> new ContainsGrader()),
    NUMERIC(NumericGrader::new),
    JSON_EQUALITY(settings -> new JsonEqualityGrader()),
    CLASSIFICATION(ClassificationGrader::new),
    TOOL_CALL(settings -> new ToolCallGrader());

    private final Function<JsonNode, Grader> constructor;

    GraderKind(Function<JsonNode, Grader> constructor) {
        this.constructor = constructor;
    }

    /** The grader with its settings. */
    public Grader with(JsonNode settings) {
        return constructor.apply(settings);
    }
}
