package dev.logmill.eval.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** What a comparison of a given size can see. */
public final class Power {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Power() {}

    /** The normal quantile of a probability. */
    public static double z(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }

    /** The smallest difference that a one-sided test at {@code alpha} finds with the given power. */
    public static double minimumDetectable(double standardError, double alpha, double power) {
        return (z(1 - alpha) + z(power)) * standardError;
    }

    /** Cases needed to see a difference, where a share of them is discordant (paired, two-sided; Miller 2024, 5). */
    public static long casesNeeded(double discordant, double difference, double alpha, double power) {
        double z = z(1 - alpha / 2) + z(power);
        return (long) Math.ceil(z * z * (discordant - difference * difference) / (difference * difference));
    }
}
