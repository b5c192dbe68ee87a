package dev.logmill.eval.grade;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Message;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * The last number of the answer is the reference's, within {@code tolerance} (relative, default 1e-6). Commas between
 * groups of three digits are no part of it; a percent sign is not undone: {@code 60%} is 60, never 0.6.
 */
final class NumericGrader implements Grader {
    private final double tolerance;

    NumericGrader(JsonNode settings) {
        this.tolerance = settings.path("tolerance").asDouble(1e-6);
    }

    @Override
    public Judgement grade(Message reference, Message answer) {
        Optional<BigDecimal> wanted = last(Answers.text(reference));
        if (wanted.isEmpty()) {
            return new Judgement.Unscored("the reference has no number");
        }
        Optional<BigDecimal> given = last(Answers.text(answer));
        if (given.isEmpty()) {
            return Judgement.Score.of(false, "", "the answer has no number");
        }
        double distance = given.get().subtract(wanted.get()).abs().doubleValue();
        boolean close = distance <= tolerance * Math.max(1, wanted.get().abs().doubleValue());
        return Judgement.Score.of(close, given.get().toPlainString(), "%s off".formatted(distance));
    }

    static Optional<BigDecimal> last(String text) {
        Optional<BigDecimal> last = Optional.empty();
        int i = 0;
        while (i < text.length()) {
            if (!isDigit(text, i)) {
                i++;
                continue;
            }
            int start = i;
            StringBuilder number = new StringBuilder();
            boolean point = false;
            while (i < text.length() && (isDigit(text, i) || isGroup(text, i) || (!point && isPoint(text, i)))) {
                point |= text.charAt(i) == '.';
                if (text.charAt(i) != ',') {
                    number.append(text.charAt(i));
                }
                i++;
            }
            boolean negative = start > 0 && text.charAt(start - 1) == '-' && (start < 2 || !isDigit(text, start - 2));
            last = Optional.of(new BigDecimal((negative ? "-" : "") + number));
        }
        return last;
    }

    private static boolean isDigit(String text, int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private static boolean isPoint(String text, int i) {
        return text.charAt(i) == '.' && isDigit(text, i + 1);
    }

    private static boolean isGroup(String text, int i) {
        return text.charAt(i) == ','
                && isDigit(text, i + 1)
                && isDigit(text, i + 2)
                && isDigit(text, i + 3)
                && !isDigit(text, i + 4);
    }
}
