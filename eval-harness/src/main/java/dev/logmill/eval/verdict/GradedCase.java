package dev.logmill.eval.verdict;

import dev.logmill.eval.statistics.PairedComparison;
import dev.logmill.eval.statistics.WeightedDifference;
import dev.logmill.eval.suite.Case;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * A case that every model answered and that could be graded.
 *
 * @param candidate what the candidate's answer is worth
 * @param baseline what the baseline's is, where there is one
 */
record GradedCase(Case graded, Mark candidate, Optional<Mark> baseline) {
    /** Candidate's score less baseline's. */
    double difference() {
        return (candidate.passed() ? 1 : 0) - (baseline.orElseThrow().passed() ? 1 : 0);
    }

    /** Wins and losses, each case counting once. */
    static PairedComparison paired(Collection<GradedCase> cases) {
        List<GradedCase> compared =
                cases.stream().filter(one -> one.baseline().isPresent()).toList();
        int wins = (int) compared.stream().filter(one -> one.difference() > 0).count();
        int losses = (int) compared.stream().filter(one -> one.difference() < 0).count();
        return new PairedComparison(compared.size(), wins, losses);
    }

    /** Leak groups that cases came from. */
    static int groups(Collection<GradedCase> cases) {
        return (int)
                cases.stream().map(one -> one.graded().leakGroup()).distinct().count();
    }

    /** The mean difference over some cases, each counting once. */
    static WeightedDifference overCases(Collection<GradedCase> cases) {
        return WeightedDifference.of(cases.stream()
                .map(one -> new WeightedDifference.Observation(
                        one.difference(), 1, one.graded().leakGroup()))
                .toList());
    }
}
