package dev.logmill.eval.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** Intervals of one proportion. */
public final class Proportions {
    private Proportions() {}

    /** Wilson's score interval (JASA 22, 1927). */
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

    /** Clopper and Pearson's exact interval (Biometrika 26, 1934). */
    public static Interval clopperPearson(int passed, int of, double alpha) {
        double lower = passed == 0
                ? 0
                : BetaDistribution.of(passed, of - passed + 1.0).inverseCumulativeProbability(alpha / 2);
        double upper = passed == of
                ? 1
                : BetaDistribution.of(passed + 1.0, of - passed).inverseCumulativeProbability(1 - alpha / 2);
        return new Interval(lower, upper);
    }
}
