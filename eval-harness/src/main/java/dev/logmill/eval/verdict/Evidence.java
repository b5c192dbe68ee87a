package dev.logmill.eval.verdict;

import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.SignFlip;
import dev.logmill.eval.statistics.WeightedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What the graded cases of the draw over all traffic show of the difference between two models.
 *
 * @param estimate candidate's pass rate less baseline's, over all traffic
 * @param observed its interval from the cases that both answered, whoever gave the references
 * @param lower its lower end where the candidate is taken to fail what it alone has no answer to
 * @param upper its upper end where the baseline is, and where references that production gave count for no more than
 *     {@link OwnReferences} lets them
 * @param better probability that an equal model does as well: the greater of the two that belong to {@code lower}, 1 where that
 *     is not above 0
 * @param worse probability that an equal model does as badly: the greater of the two that belong to {@code upper}, 1 where
 *     neither is below 0
 */
record Evidence(double estimate, Interval observed, double lower, double upper, double better, double worse) {
    static Evidence of(Scoring scoring, Traffic traffic, int minGroups, double alpha) {
        List<GradedCase> both = random(scoring.graded(), List.of());
        List<GradedCase> worst = random(scoring.graded(), scoring.candidateMissing());
        List<GradedCase> best = random(scoring.graded(), scoring.baselineMissing());
        WeightedDifference difference = traffic.mean(both, GradedCase::difference);
        WeightedDifference atWorst = traffic.mean(worst, GradedCase::difference);
        WeightedDifference atBest = traffic.mean(best, GradedCase::difference);
        Interval observed = difference.interval(alpha);
        double lower = Math.min(observed.lower(), atWorst.interval(alpha).lower());
        double upper = Math.max(observed.upper(), atBest.interval(alpha).upper());
        return new Evidence(
                difference.estimate(),
                observed,
                lower,
                Math.max(upper, allowed(best, traffic, minGroups, alpha)),
                // Flipping signs is dear, and is asked only where the interval does not say no.
                lower > 0
                        ? Math.max(
                                SignFlip.greater(difference.clusterSums(), alpha),
                                SignFlip.greater(atWorst.clusterSums(), alpha))
                        : 1,
                upper < 0
                        ? Math.max(
                                SignFlip.less(difference.clusterSums(), alpha),
                                SignFlip.less(atBest.clusterSums(), alpha))
                        : 1);
    }

    /** The graded cases of the draw over all traffic, and those that one model is missing from. */
    static List<GradedCase> random(List<GradedCase> graded, List<GradedCase> missing) {
        List<GradedCase> all = new ArrayList<>(graded);
        all.addAll(missing);
        return all.stream().filter(one -> one.graded().randomSample()).toList();
    }

    /**
     * The upper end that references let stand: that of the cases whose reference is not production's own, where they are of
     * enough groups; else what production's own allow.
     */
    private static double allowed(List<GradedCase> random, Traffic traffic, int minGroups, double alpha) {
        Optional<OwnReferences> own = OwnReferences.of(random, traffic, alpha);
        List<GradedCase> others =
                random.stream().filter(one -> !one.graded().ownReference()).toList();
        if (own.isEmpty()) {
            return -1;
        }
        return GradedCase.groups(others) >= minGroups
                ? traffic.mean(others, GradedCase::difference).interval(alpha).upper()
                : own.get().atMost();
    }

    Interval interval() {
        return new Interval(lower, upper);
    }

    boolean isBetter(double alpha) {
        return lower > 0 && better <= alpha;
    }

    boolean isWorse(double alpha) {
        return upper < 0 && worse <= alpha;
    }

    /** Whether it would be worse, were references that production gave as good as others. */
    boolean seemsWorse() {
        return observed.upper() < 0 && upper >= 0;
    }
}
