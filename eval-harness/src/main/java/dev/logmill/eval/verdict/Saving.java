package dev.logmill.eval.verdict;

import dev.logmill.eval.run.EndpointConfig;
import dev.logmill.eval.run.EvaluateConfig.Win;
import dev.logmill.eval.run.Transcript;
import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.WeightedDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * What a candidate saves over all traffic, in money or in time, as a share of what the baseline takes.
 *
 * @param relative baseline's less candidate's, case by case, over the baseline's mean
 */
record Saving(WeightedDifference relative) {
    /** Nothing where an answer does not tell what it took. */
    static Optional<Saving> of(Win win, Comparison comparison, List<GradedCase> random) {
        BiFunction<Comparison.Contender, Transcript, Optional<Double>> measure =
                win == Win.COST ? Saving::cost : (model, said) -> Optional.of((double) said.latencyMs());
        Comparison.Contender baseline = comparison.baseline().orElseThrow();
        double spent = 0;
        double weights = 0;
        List<WeightedDifference.Observation> saved = new ArrayList<>();
        for (GradedCase one : random) {
            Optional<Double> now =
                    measure.apply(comparison.candidate(), one.candidate().said().orElseThrow());
            Optional<Double> before =
                    measure.apply(baseline, one.baseline().orElseThrow().said().orElseThrow());
            if (now.isEmpty() || before.isEmpty()) {
                return Optional.empty();
            }
            double weight = one.graded().trafficWeight();
            weights += weight;
            spent += weight * before.get();
            saved.add(new WeightedDifference.Observation(
                    before.get() - now.get(), weight, one.graded().leakGroup()));
        }
        double mean = spent / weights;
        if (mean <= 0) {
            return Optional.empty();
        }
        return Optional.of(new Saving(WeightedDifference.of(saved.stream()
                .map(one -> new WeightedDifference.Observation(one.difference() / mean, one.weight(), one.cluster()))
                .toList())));
    }

    private static Optional<Double> cost(Comparison.Contender model, Transcript said) {
        EndpointConfig endpoint = model.endpoint();
        return endpoint.cost(said.usage());
    }

    double estimate() {
        return relative.estimate();
    }

    /** Its interval; each side may miss with probability alpha. The baseline's mean is taken as known. */
    Interval share(double alpha) {
        return relative.studentInterval(alpha);
    }
}
