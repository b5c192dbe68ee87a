package dev.logmill.eval.grade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Message;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/**
 * The last number of the answer is the reference's, as {@link Numbers} reads them: no further off than the greater of
 * {@code absolute-tolerance} (default 1e-9) and {@code relative-tolerance} (default 1e-6) of the reference. Units are not
 * converted: {@code 60%} is 60, never 0.6.
 */
public final class NumericGrader implements Grader {
    private final BigDecimal absolute;
    private final BigDecimal relative;

    NumericGrader(JsonNode settings) {
        this.absolute = tolerance(settings, "absolute-tolerance", "1e-9");
        this.relative = tolerance(settings, "relative-tolerance", "1e-6");
    }

    /** Whether a text is one number and nothing else but a currency or a percent sign. */
    public static boolean isNumber(String text) {
        return Numbers.isOne(text);
    }

    private static BigDecimal tolerance(JsonNode settings, String key, String otherwise) {
        JsonNode set = settings.path(key);
        if (!set.isMissingNode() && (!set.isNumber() || set.decimalValue().signum() < 0)) {
            throw new IllegalArgumentException(
                    "Grader NUMERIC: %s must be a number, 0 or more, was %s".formatted(key, set));
        }
        return set.isMissingNode() ? new BigDecimal(otherwise) : set.decimalValue();
    }

    @Override
    public Judgement grade(Message reference, Message answer) {
        Optional<BigDecimal> wanted = Numbers.last(Answers.text(reference));
        if (wanted.isEmpty()) {
            return new Judgement.Unscored("the reference has no number");
        }
        Optional<BigDecimal> given = Numbers.last(Answers.text(answer));
        if (given.isEmpty()) {
            return Judgement.Score.of(false, "", "the answer has no number");
        }
        BigDecimal distance = given.get().subtract(wanted.get()).abs();
        BigDecimal allowed = absolute.max(relative.multiply(wanted.get().abs()));
        return Judgement.Score.of(
                distance.compareTo(allowed) <= 0,
                given.get().toString(),
                String.format(Locale.ROOT, "%.3g off, %.3g allowed", distance, allowed));
    }
}
