package dev.logmill.eval.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Two models on the same cases, pass or fail: what differs are the discordant cases.
 *
 * @param cases cases that both answered
 * @param wins passed by the candidate alone
 * @param losses passed by the baseline alone
 */
public record PairedComparison(int cases, int wins, int losses) {
    public PairedComparison {
        if (wins < 0 || losses < 0 || wins + losses > cases) {
            throw new IllegalArgumentException(
                    "%d wins and %d losses do not fit %d cases".formatted(wins, losses, cases));
        }
    }

    /** Candidate's pass rate less baseline's. */
    public double difference() {
        return cases == 0 ? Double.NaN : (double) (wins - losses) / cases;
    }

    /** McNemar's exact test (1947), two-sided: the binomial probability of a split at least as uneven. */
    public double twoSidedP() {
        return Math.min(1, 2 * tail(Math.max(wins, losses)));
    }

    /** McNemar's exact test, one-sided: that the candidate is better. */
    public double oneSidedP() {
        return tail(wins);
    }

    /** The mid-p form of the two-sided test: half the probability of the split itself is left out. */
    public double midP() {
        if (wins + losses == 0) {
            return 1;
        }
        double point = BinomialDistribution.of(wins + losses, 0.5).probability(wins);
        return wins == losses ? 1 - point / 2 * 1.0 : Math.min(1, twoSidedP() - point);
    }

    private double tail(int atLeast) {
        int discordant = wins + losses;
        if (discordant == 0 || atLeast == 0) {
            return 1;
        }
        return BinomialDistribution.of(discordant, 0.5).survivalProbability(atLeast - 1);
    }

    /**
     * Tango's score interval of the difference (Statistics in Medicine 17, 1998): it keeps a width where no case differs.
     *
     * @param z normal quantile of the confidence, 1.959964 for 95 %
     */
    public Interval tango(double z) {
        if (cases == 0) {
            return new Interval(-1, 1);
        }
        double at = difference();
        return new Interval(root(z, -1, at), root(-z, at, 1));
    }

    /** Where the score statistic takes a value, by bisection; it falls as the difference grows. */
    private double root(double target, double from, double to) {
        double low = from;
        double high = to;
        for (int i = 0; i < 100; i++) {
            double middle = (low + high) / 2;
            if (score(middle) > target) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return (low + high) / 2;
    }

    private double score(double delta) {
        double n = cases;
        double a = 2 * n;
        double b = -wins - losses + (2 * n - wins + losses) * delta;
        double c = -losses * delta * (1 - delta);
        double q = (Math.sqrt(Math.max(0, b * b - 4 * a * c)) - b) / (2 * a);
        double variance = n * (2 * q + delta * (1 - delta));
        double numerator = wins - losses - n * delta;
        return variance <= 0 ? Math.signum(numerator) * Double.MAX_VALUE : numerator / Math.sqrt(variance);
    }
}
