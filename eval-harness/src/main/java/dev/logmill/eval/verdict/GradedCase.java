package dev.logmill.eval.verdict;

import dev.logmill.eval.run.Transcript;
import dev.logmill.eval.statistics.PairedComparison;
import dev.logmill.eval.statistics.WeightedDifference;
import dev.logmill.eval.suite.Case;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * A case that every model answered and that could be graded.
 *
 * @param candidate whether the candidate passed
 * @param baseline whether the baseline passed, where there is one
 * @param candidateSaid the candidate's transcript
 * @param baselineSaid the baseline's
 */
record GradedCase(
        Case graded,
        boolean candidate,
        Optional<Boolean> baseline,
        Transcript candidateSaid,
        Optional<Transcript> baselineSaid) {
    /** Candidate's score less baseline's. */
    double difference() {
        return (candidate ? 1 : 0) - (baseline.orElseThrow() ? 1 : 0);
    }

    /** Wins and losses, each case counting once. */
    static PairedComparison paired(Collection<GradedCase> cases) {
        List<GradedCase> compared =
                cases.stream().filter(one -> one.baseline().isPresent()).toList();
        int wins = (int) compared.stream().filter(one -> one.difference() > 0).count();
        int losses = (int) compared.stream().filter(one -> one.difference() < 0).count();
        return new PairedComparison(compared.size(), wins, losses);
    }

    /** A mean over all traffic, from cases of the random sample. */
    static WeightedDifference overTraffic(Collection<GradedCase> random, ToDoubleFunction<GradedCase> difference) {
        return weighted(random, difference, one -> one.graded().trafficWeight());
    }

    /** The mean difference over some cases, each counting once. */
    static WeightedDifference overCases(Collection<GradedCase> cases) {
        return weighted(cases, GradedCase::difference, one -> 1);
    }

    private static WeightedDifference weighted(
            Collection<GradedCase> cases,
            ToDoubleFunction<GradedCase> difference,
            ToDoubleFunction<GradedCase> weight) {
        return WeightedDifference.of(cases.stream()
                .map(one -> new WeightedDifference.Observation(
                        difference.applyAsDouble(one),
                        weight.applyAsDouble(one),
                        one.graded().leakGroup()))
                .toList());
    }
}
