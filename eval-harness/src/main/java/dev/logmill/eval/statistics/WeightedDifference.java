package dev.logmill.eval.statistics;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean difference of two models over all traffic, from cases that were drawn unevenly: Hájek's ratio estimator, each
 * case weighted by one over its probability of having been drawn (Särndal et al. 1992, 5.7), with a standard error over
 * clusters of cases, since those of one leak group are not independent (linearised, with G / (G - 1); t with G - 1).
 *
 * @param estimate the weighted mean difference
 * @param standardError never less than that of unclustered cases
 * @param clusters leak groups that cases came from
 * @param effectiveSize Kish's effective sample size of the weights
 */
public record WeightedDifference(double estimate, double standardError, int clusters, double effectiveSize) {
    /** One case: candidate's score less baseline's, its probability of having been drawn, its cluster. */
    public record Observation(double difference, double inclusion, String cluster) {}

    /** The estimate over some cases. */
    public static WeightedDifference of(Collection<Observation> observations) {
        double weights = 0;
        double squares = 0;
        double sum = 0;
        for (Observation one : observations) {
            double weight = 1 / one.inclusion();
            weights += weight;
            squares += weight * weight;
            sum += weight * one.difference();
        }
        double mean = sum / weights;
        Map<String, Double> clusters = new TreeMap<>();
        double plain = 0;
        for (Observation one : observations) {
            double residual = (one.difference() - mean) / one.inclusion();
            clusters.merge(one.cluster(), residual, Double::sum);
            plain += residual * residual;
        }
        double between = 0;
        for (double residual : clusters.values()) {
            between += residual * residual;
        }
        double variance = Math.max(corrected(between, clusters.size()), corrected(plain, observations.size()));
        return new WeightedDifference(
                mean, Math.sqrt(variance) / weights, clusters.size(), weights * weights / squares);
    }

    private static double corrected(double squares, int count) {
        return count < 2 ? Double.POSITIVE_INFINITY : squares * count / (count - 1);
    }

    /** The interval with confidence 1 - alpha. */
    public Interval interval(double alpha) {
        if (clusters < 2) {
            return new Interval(-1, 1);
        }
        double t = TDistribution.of(clusters - 1.0).inverseCumulativeProbability(1 - alpha / 2);
        return new Interval(Math.max(-1, estimate - t * standardError), Math.min(1, estimate + t * standardError));
    }
}
