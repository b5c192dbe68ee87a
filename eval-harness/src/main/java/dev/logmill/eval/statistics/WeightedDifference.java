package dev.logmill.eval.statistics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of a measure over all traffic, as the difference of two models or one model's pass rate, from cases that stand for unequal shares of it: Hájek's ratio
 * estimator (Särndal, Swensson and Wretman 1992, 5.7), with a standard error over clusters, since cases of one leak group
 * are not independent (linearised, with G / (G - 1) as in Miller 2024, appendix A).
 *
 * @param estimate the weighted mean difference
 * @param standardError never less than that of unclustered cases
 * @param effectiveSize Kish's effective number of cases
 * @param effectiveClusters Kish's effective number of clusters
 * @param wins weighted share of cases with a difference above 0
 * @param losses weighted share of cases with a difference below 0
 * @param clusterSums weighted differences, summed by cluster, in the order of the clusters' names
 */
public record WeightedDifference(
        double estimate,
        double standardError,
        double effectiveSize,
        double effectiveClusters,
        double wins,
        double losses,
        List<Double> clusterSums) {
    public WeightedDifference {
        clusterSums = List.copyOf(clusterSums);
    }

    /**
     * One case.
     *
     * @param difference candidate's score less baseline's, -1 to 1
     * @param weight how much traffic it stands for: one over its probability of having been drawn
     * @param cluster what it is not independent of
     */
    public record Observation(double difference, double weight, String cluster) {}

    /** The estimate over some cases; there must be one. */
    public static WeightedDifference of(Collection<Observation> observations) {
        if (observations.isEmpty()) {
            throw new IllegalArgumentException("A difference needs a case");
        }
        double weights = 0;
        double squares = 0;
        double sum = 0;
        double wins = 0;
        double losses = 0;
        for (Observation one : observations) {
            weights += one.weight();
            squares += one.weight() * one.weight();
            sum += one.weight() * one.difference();
            wins += one.difference() > 0 ? one.weight() : 0;
            losses += one.difference() < 0 ? one.weight() : 0;
        }
        double mean = sum / weights;
        Map<String, Double> sums = new TreeMap<>();
        Map<String, Double> residuals = new TreeMap<>();
        Map<String, Double> sizes = new TreeMap<>();
        double plain = 0;
        for (Observation one : observations) {
            double residual = (one.difference() - mean) * one.weight();
            residuals.merge(one.cluster(), residual, Double::sum);
            sums.merge(one.cluster(), one.difference() * one.weight(), Double::sum);
            sizes.merge(one.cluster(), one.weight(), Double::sum);
            plain += residual * residual;
        }
        double between = squares(residuals);
        double variance = Math.max(corrected(between, residuals.size()), corrected(plain, observations.size()));
        return new WeightedDifference(
                mean,
                Math.sqrt(variance) / weights,
                weights * weights / squares,
                weights * weights / squares(sizes),
                wins / weights,
                losses / weights,
                List.copyOf(sums.values()));
    }

    private static double squares(Map<String, Double> sums) {
        return sums.values().stream().mapToDouble(sum -> sum * sum).sum();
    }

    private static double corrected(double squares, int count) {
        return count < 2 ? Double.POSITIVE_INFINITY : squares * count / (count - 1);
    }

    /** Clusters that cases came from. */
    public int clusters() {
        return clusterSums.size();
    }

    /**
     * The interval of a difference. It spans two: the estimate with its clustered
     * error and Student's t with G - 1, and Tango's score interval at the effective number of cases, which keeps a width
     * where no case differs.
     *
     * @param alpha what each side may miss: 0.05 gives a two-sided confidence of 90 %
     */
    public Interval interval(double alpha) {
        if (clusters() < 2) {
            return new Interval(-1, 1);
        }
        Interval student = studentInterval(alpha);
        Interval tango =
                Tango.interval(effectiveSize, wins * effectiveSize, losses * effectiveSize, Power.z(1 - alpha));
        return new Interval(
                Math.max(-1, Math.min(tango.lower(), student.lower())),
                Math.min(1, Math.max(tango.upper(), student.upper())));
    }

    /**
     * The interval of a share, where each case is 0 or 1. It spans two: Student's, as above, and Clopper and Pearson's at the
     * number of independent cases that have the same error (Korn and Graubard, Survey Methodology 24, 193-201, 1998); where no
     * case differs that error says nothing, and each cluster counts as one.
     */
    public Interval proportion(double alpha) {
        if (clusters() < 2) {
            return new Interval(0, 1);
        }
        Interval student = studentInterval(alpha);
        double variance = standardError * standardError;
        double alike =
                variance == 0 ? effectiveClusters : Math.min(effectiveSize, estimate * (1 - estimate) / variance);
        double z = Power.z(1 - alpha);
        double t = quantile(alpha);
        double cases = alike * z * z / (t * t);
        Interval exact = Proportions.clopperPearson(estimate * cases, cases, 2 * alpha);
        return new Interval(
                Math.max(0, Math.min(exact.lower(), student.lower())),
                Math.min(1, Math.max(exact.upper(), student.upper())));
    }

    private double quantile(double alpha) {
        return TDistribution.of(clusters() - 1.0).inverseCumulativeProbability(1 - alpha);
    }

    /** The clustered half of it alone, for what is no difference of proportions and has no bounds. */
    public Interval studentInterval(double alpha) {
        if (clusters() < 2) {
            return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        }
        double t = quantile(alpha);
        return new Interval(estimate - t * standardError, estimate + t * standardError);
    }
}
