package dev.logmill.export.rule;

import dev.logmill.export.example.Kind;
import java.util.Optional;

/** Neither answer is the beginning of the other: trainers cut off what both begin with, and one would be empty. */
final class NoAnswerBeginsTheOther implements RowRule {
    @Override
    public Optional<String> breach(Row row) {
        if (row.kind() == Kind.SFT) {
            return Optional.empty();
        }
        AnswerPair answers = AnswerPair.of(row.conversation());
        boolean prefix = answers.chosen().startsWith(answers.rejected())
                || answers.rejected().startsWith(answers.chosen());
        return prefix
                ? Optional.of("answers of %d and %d characters, one begins the other"
                        .formatted(answers.chosen().length(), answers.rejected().length()))
                : Optional.empty();
    }
}
