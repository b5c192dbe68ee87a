package dev.logmill.eval.statistics;

import java.util.List;
import java.util.SplittableRandom;

/**
 * The sign-flip permutation test over clusters (Fisher 1935; for clusters as in Winkler et al., NeuroImage 92, 2014): were
 * two models equal, what differs within a cluster could as well have come out the other way round, for the cluster as a
 * whole. It needs no normal distribution, so it holds where clusters are few.
 *
 * <p>Exact where at most {@value #EXACT_UP_TO} clusters differ; beyond, from {@value #DRAWS} seeded draws, counted as
 * (hits + 1) / (draws + 1), which never promises more than it can (Phipson and Smyth 2010).
 */
public final class SignFlip {
    private static final int EXACT_UP_TO = 16;
    private static final int DRAWS = 4999;
    private static final long SEED = 20_141_115;

    private SignFlip() {}

    /** Probability of a sum at least as great as that of these clusters, between equal models. */
    public static double greater(List<Double> clusterSums) {
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
        return sums.length <= EXACT_UP_TO ? exact(sums, least) : drawn(sums, least);
    }

    /** Probability of a sum at least as small as that of these clusters, between equal models. */
    public static double less(List<Double> clusterSums) {
        return greater(clusterSums.stream().map(sum -> -sum).toList());
    }

    private static double exact(double[] sums, double least) {
        int all = 1 << sums.length;
        int hits = 0;
        for (int signs = 0; signs < all; signs++) {
            hits += flipped(sums, signs) >= least ? 1 : 0;
        }
        return (double) hits / all;
    }

    private static double drawn(double[] sums, double least) {
        SplittableRandom random = new SplittableRandom(SEED);
        int hits = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
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
        return (hits + 1.0) / (DRAWS + 1.0);
    }

    private static double flipped(double[] sums, int signs) {
        double sum = 0;
        for (int i = 0; i < sums.length; i++) {
            sum += (signs >> i & 1) == 0 ? sums[i] : -sums[i];
        }
        return sum;
    }
}
