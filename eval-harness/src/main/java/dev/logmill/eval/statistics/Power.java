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

    /**
     * Cases needed to see a difference, where a share of them is discordant (paired, two-sided; Miller 2024, 5).
     *
     * @param discordant share of cases that come out differently; the difference cannot be greater
     * @param difference in pass rate, above 0
     */
    public static long casesNeeded(double discordant, double difference, double alpha, double power) {
        if (!(difference > 0 && discordant >= difference && discordant <= 1)) {
            throw new IllegalArgumentException(
                    "A difference of %s does not fit a share of %s that differs".formatted(difference, discordant));
        }
        double z = z(1 - alpha / 2) + z(power);
        return (long) Math.ceil(z * z * (discordant - difference * difference) / (difference * difference));
    }
}
