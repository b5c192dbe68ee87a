package dev.logmill.export.rule;

import dev.logmill.export.example.Kind;
import java.util.Optional;

/** The better answer is not the worse one in other white space or another order of keys. */
final class AnswersDiffer implements RowRule {
    @Override
    public Optional<String> breach(Row row) {
        if (row.kind() == Kind.SFT) {
            return Optional.empty();
        }
        AnswerPair answers = AnswerPair.of(row.conversation());
        return answers.chosen().equals(answers.rejected())
                ? Optional.of("both answers are the same %d characters"
                        .formatted(answers.chosen().length()))
                : Optional.empty();
    }
}
