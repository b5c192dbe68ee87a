package dev.logmill.eval.verdict;

import static dev.logmill.eval.verdict.Gate.said;

import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.WeightedDifference;
import java.util.List;
import java.util.Optional;

/**
 * What cases can show whose right answer production gave itself.
 *
 * <p>Such a case is there because production got it right once. Asked again it gets most of them right again; a model that is
 * as good, and fails other questions, falls back to its mean and looks worse. But it falls no further: where what is hard for
 * production is no easier for the candidate (its pass rate on such cases is then at least its pass rate over all traffic), an
 * equal model misses at most as many of them as production fails over all traffic. So over all traffic the candidate is at most
 * better by production's failure rate less the candidate's misses here. Where that is below 0 it is worse, whoever gave the
 * references.
 *
 * <p>Production's failure rate is that among the answers that feedback judged. That is no less than the rate over all traffic
 * as long as people call out a failure at least as readily as a success; nor can it be less than the share of these cases that
 * the baseline itself fails when asked again, and the greater of the two counts.
 *
 * @param cases how many there are
 * @param failureRate highest credible rate at which production fails; none where feedback called nothing bad
 * @param misses least credible rate at which the candidate misses these cases
 */
record OwnReferences(int cases, Optional<Double> failureRate, double misses) {
    /** Of graded cases of the draw over all traffic; none where no reference is production's own. */
    static Optional<OwnReferences> of(List<GradedCase> random, Traffic traffic, double alpha) {
        List<GradedCase> own = random.stream()
                .filter(one -> one.graded().ownReference() && !one.graded().productionFailed())
                .toList();
        if (own.isEmpty()) {
            return Optional.empty();
        }
        WeightedDifference missed = traffic.mean(own, one -> one.candidate().passed() ? 0 : 1);
        WeightedDifference again =
                traffic.mean(own, one -> one.baseline().orElseThrow().passed() ? 0 : 1);
        double atLeast = again.proportion(alpha).upper();
        return Optional.of(new OwnReferences(
                own.size(),
                traffic.failureRate().map(Interval::upper).map(judged -> Math.max(judged, atLeast)),
                missed.proportion(alpha).lower()));
    }

    /** Why a loss on these cases does not show that the candidate is worse. */
    String sentence() {
        return failureRate
                .map(rate -> said(
                        "it misses at least %.1f %% of them, and production itself may fail %.1f %% of what it is asked",
                        misses * 100, rate * 100))
                .orElse("how often production fails nobody knows, since feedback called none of its answers bad");
    }

    /** The most by which the candidate may be better over all traffic. */
    double atMost() {
        return failureRate.map(rate -> rate - misses).orElse(1.0);
    }
}
