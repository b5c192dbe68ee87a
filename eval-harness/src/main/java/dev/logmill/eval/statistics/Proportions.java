package dev.logmill.eval.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** Intervals of one proportion. */
public final class Proportions {
    private Proportions() {}

    /**
     * Wilson's score interval (JASA 22, 209-212, 1927).
     *
     * @param z normal quantile of the confidence, 1.959964 for 95 % two-sided
     */
    public static Interval wilson(int passed, int of, double z) {
        if (of == 0) {
            return new Interval(0, 1);
        }
        double p = (double) passed / of;
        double denominator = 1 + z * z / of;
        double centre = (p + z * z / (2 * of)) / denominator;
        double half = z / denominator * Math.sqrt(p * (1 - p) / of + z * z / (4.0 * of * of));
        return new Interval(Math.max(0, centre - half), Math.min(1, centre + half));
    }

    /** Clopper and Pearson's exact interval (Biometrika 26, 404-413, 1934), with confidence 1 - alpha. */
    public static Interval clopperPearson(int passed, int of, double alpha) {
        if (of == 0) {
            return new Interval(0, 1);
        }
        double lower = passed == 0
                ? 0
                : BetaDistribution.of(passed, of - passed + 1.0).inverseCumulativeProbability(alpha / 2);
        double upper = passed == of
                ? 1
                : BetaDistribution.of(passed + 1.0, of - passed).inverseCumulativeProbability(1 - alpha / 2);
        return new Interval(lower, upper);
    }
}
