package dev.logmill.eval.verdict;

import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.WeightedDifference;
import dev.logmill.eval.suite.Case;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * What the cases of the draw over all traffic, graded or not, say of production.
 *
 * <p>Right answers are not known of all of them, and whether one is known depends on how production did: feedback that calls an
 * answer good makes it the reference, feedback that calls it bad brings a correction at best. So the graded ones are weighted
 * again, those that production failed to the share of all traffic that it is known to have failed, and the others to the rest
 * (post-stratification: Holt and Smith, JRSS A 142, 33-46, 1979). Were corrections to count for more, a model as good as
 * production would look better, since it is asked again just what production got wrong. Production fails more than is known,
 * so the estimate errs against the candidate, and a promotion may rest on it.
 *
 * @param knownFailures share of all traffic that production is known to have failed
 * @param failureRate production's failures among the answers that feedback judged, either way; none where it called none bad
 */
record Traffic(double knownFailures, Optional<Interval> failureRate) {
    /** @param alpha what each side of the rate's interval may miss */
    static Traffic of(Collection<Case> cases, double alpha) {
        List<Case> drawn = cases.stream().filter(Case::randomSample).toList();
        double all = drawn.stream().mapToDouble(Case::trafficWeight).sum();
        double failed = drawn.stream()
                .filter(Case::productionFailed)
                .mapToDouble(Case::trafficWeight)
                .sum();
        List<WeightedDifference.Observation> judged = drawn.stream()
                .filter(one -> one.productionFailed() || one.ownReference())
                .map(one -> new WeightedDifference.Observation(
                        one.productionFailed() ? 1 : 0, one.trafficWeight(), one.leakGroup()))
                .toList();
        return new Traffic(
                all == 0 ? 0 : failed / all,
                failed == 0
                        ? Optional.empty()
                        : Optional.of(WeightedDifference.of(judged).proportion(alpha)));
    }

    /** The mean of a measure over all traffic, from graded cases of the draw; there must be one. */
    WeightedDifference mean(Collection<GradedCase> random, ToDoubleFunction<GradedCase> measure) {
        double failed = weight(random, one -> one.graded().productionFailed());
        double others = weight(random, one -> !one.graded().productionFailed());
        boolean both = failed > 0 && others > 0;
        double ofFailed = both ? knownFailures / failed : 1;
        double ofOthers = both ? (1 - knownFailures) / others : 1;
        return WeightedDifference.of(random.stream()
                .map(one -> new WeightedDifference.Observation(
                        measure.applyAsDouble(one),
                        one.graded().trafficWeight() * (one.graded().productionFailed() ? ofFailed : ofOthers),
                        one.graded().leakGroup()))
                .toList());
    }

    private static double weight(Collection<GradedCase> random, Predicate<GradedCase> which) {
        return random.stream()
                .filter(which)
                .mapToDouble(one -> one.graded().trafficWeight())
                .sum();
    }
}
