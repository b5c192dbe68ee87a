package dev.logmill.eval.statistics;

import org.apache.commons.statistics.distribution.BetaDistribution;

/** Intervals of one proportion. */
final class Proportions {
    private Proportions() {}

    /**
     * Clopper and Pearson's exact interval (Biometrika 26, 404-413, 1934), with confidence 1 - alpha. Counts need not be whole:
     * of clustered and weighted cases enter the effective numbers (Korn and Graubard, Survey Methodology 24, 193-201, 1998).
     */
    static Interval clopperPearson(double passed, double of, double alpha) {
        if (of <= 0) {
            return new Interval(0, 1);
        }
        double lower =
                passed <= 0 ? 0 : BetaDistribution.of(passed, of - passed + 1).inverseCumulativeProbability(alpha / 2);
        double upper = passed >= of
                ? 1
                : BetaDistribution.of(passed + 1, of - passed).inverseCumulativeProbability(1 - alpha / 2);
        return new Interval(lower, upper);
    }
}
