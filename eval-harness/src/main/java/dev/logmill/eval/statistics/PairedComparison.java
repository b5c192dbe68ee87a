package dev.logmill.eval.statistics;

import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Two models on the same cases, pass or fail: what differs are the discordant cases. The test is McNemar's in its exact
 * form (Psychometrika 12, 1947): given how many cases are discordant, each is as likely a win as a loss.
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

    /** Probability of a split at least as uneven, either way, between equal models. */
    public double twoSidedP() {
        return Math.min(1, 2 * tail(Math.max(wins, losses)));
    }

    private double tail(int atLeast) {
        int discordant = wins + losses;
        if (discordant == 0) {
            return 1;
        }
        return BinomialDistribution.of(discordant, 0.5).survivalProbability(atLeast - 1);
    }
}
