package dev.logmill.eval.statistics;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The sign-flip permutation test over clusters (Fisher 1935; for clusters as in Winkler et al., NeuroImage 92, 2014): were
 * two models equal, what differs within a cluster could as well have come out the other way round, for the cluster as a
 * whole. It needs no normal distribution, so it holds where clusters are few.
 *
 * <p>Exact where at most {@value #EXACT_UP_TO} clusters differ; beyond, from seeded draws, counted as (hits + 1) / (draws + 1),
 * which never promises more than it can (Phipson and Smyth 2010). The least that comes out so is a {@value #FINER}th of the
 * level that is asked for, or less.
 */
public final class SignFlip {
    private static final int EXACT_UP_TO = 16;
    private static final int DRAWS = 4999;
    private static final int FINER = 20;
    private static final long SEED = 20_141_115;

    private SignFlip() {}

    /**
     * Probability of a sum at least as great as that of these clusters, between equal models.
     *
     * @param alpha the level that it will be held against
     */
    public static double greater(List<Double> clusterSums, double alpha) {
        double[] sums = clusterSums.stream()
                .mapToDouble(Double::doubleValue)
                .filter(sum -> sum != 0)
                .toArray();
        double scale = 0;
        double observed = 0;
        for (double sum : sums) {
            scale += Math.abs(sum);
            observed += sum;
        }
        double least = observed - 1e-9 * scale;
        int draws = (int) Math.max(DRAWS, Math.min(Integer.MAX_VALUE, Math.ceil(FINER / alpha) - 1));
        return sums.length <= EXACT_UP_TO ? exact(sums, least) : drawn(sums, least, draws);
    }

    /** Probability of a sum at least as small as that of these clusters, between equal models. */
    public static double less(List<Double> clusterSums, double alpha) {
        return greater(clusterSums.stream().map(sum -> -sum).toList(), alpha);
    }

    private static double exact(double[] sums, double least) {
        int all = 1 << sums.length;
        int hits = 0;
        for (int signs = 0; signs < all; signs++) {
            hits += flipped(sums, signs) >= least ? 1 : 0;
        }
        return (double) hits / all;
    }

    private static double drawn(double[] sums, double least, int draws) {
        SplittableRandom random = new SplittableRandom(SEED);
        int hits = 0;
        for (int draw = 0; draw < draws; draw++) {
            double sum = 0;
            for (int from = 0; from < sums.length; from += Long.SIZE) {
                long signs = random.nextLong();
                for (int i = from; i < Math.min(sums.length, from + Long.SIZE); i++) {
                    sum += (signs & 1) == 0 ? sums[i] : -sums[i];
                    signs >>>= 1;
                }
            }
            hits += sum >= least ? 1 : 0;
        }
        return (hits + 1.0) / (draws + 1.0);
    }

    private static double flipped(double[] sums, int signs) {
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += (signs >> i & 1) == 0 ? sums[i] : -sums[i];
        }
        return sum;
    }
}
