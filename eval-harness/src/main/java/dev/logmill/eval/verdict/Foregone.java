package dev.logmill.eval.verdict;

import static dev.logmill.eval.verdict.Gate.said;

import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.Case;
import java.util.Optional;

/** What is certain before anything is asked, so that nothing need be paid for it. */
public final class Foregone {
    private Foregone() {}

    /** The verdict that no answer could change; {@code unasked} are models without trials. */
    public static Optional<Verdict> of(Comparison unasked, EvaluateConfig config) {
        long gradable = unasked.cases().stream().filter(Case::gradable).count();
        long random = unasked.cases().stream()
                .filter(one -> one.gradable() && one.randomSample())
                .count();
        if (gradable == 0 || random >= config.minCases()) {
            return Optional.empty();
        }
        Reasoned verdict = new Reasoned(unasked, Scoring.of(unasked), config.alpha());
        verdict.because(said(
                "only %d cases of the random draw over all traffic can be graded, and what production failed decides nothing; %d are needed, so nothing was asked",
                random, config.minCases()));
        return Optional.of(verdict.is(Decision.INCONCLUSIVE));
    }
}
