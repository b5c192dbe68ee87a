package dev.logmill.eval.grade;

import java.util.function.Function;

/** What a grader says of an answer: a score, or why there is none. An answer without a score is not a zero. */
public sealed interface Judgement {
    <T> T fold(Function<Score, T> score, Function<Unscored, T> unscored);

    /**
     * A score.
     *
     * @param value 0 to 1
     * @param passed whether it is good enough
     * @param extracted what was taken out of the answer and compared
     * @param explanation why, for whoever reads the transcript
     */
    record Score(double value, boolean passed, String extracted, String explanation) implements Judgement {
        static Score of(boolean passed, String extracted, String explanation) {
            return new Score(passed ? 1 : 0, passed, extracted, explanation);
        }

        @Override
        public <T> T fold(Function<Score, T> score, Function<Unscored, T> unscored) {
            return score.apply(this);
        }
    }

    /** The grader cannot judge. */
    record Unscored(String why) implements Judgement {
        @Override
        public <T> T fold(Function<Score, T> score, Function<Unscored, T> unscored) {
            return unscored.apply(this);
        }
    }
}
