package dev.logmill.eval.verdict;

import dev.logmill.eval.run.Transcript;
import java.util.List;
import java.util.Optional;

/**
 * What a model's answer to a case is worth.
 *
 * @param passed whether it is right
 * @param why in the grader's words
 * @param said the transcript; none where there is no answer that could be graded
 */
record Mark(boolean passed, String why, Optional<Transcript> said) {
    /** Of a model that gave no answer that could be graded, at its worst. */
    static final Mark MISSING = new Mark(false, "no answer that could be graded", Optional.empty());

    /** The share of marks that passed; none of no marks. */
    static Optional<Double> passRate(List<Mark> marks) {
        return marks.isEmpty()
                ? Optional.empty()
                : Optional.of((double) marks.stream().filter(Mark::passed).count() / marks.size());
    }
}
