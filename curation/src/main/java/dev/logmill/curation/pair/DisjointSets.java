package dev.logmill.curation.pair;

import java.util.stream.IntStream;

/** Sets of the numbers from 0 up that have no number in common; each goes by its smallest. */
final class DisjointSets {
    private final int[] towardsSmallest;

    /** Every number by itself. */
    DisjointSets(int size) {
        towardsSmallest = IntStream.range(0, size).toArray();
    }

    void unite(int one, int other) {
        int first = smallest(one);
        int second = smallest(other);
        towardsSmallest[Math.max(first, second)] = Math.min(first, second);
    }

    /** The smallest number of the set that this one is in. */
    int smallest(int number) {
        int at = number;
        while (towardsSmallest[at] != at) {
            towardsSmallest[at] = towardsSmallest[towardsSmallest[at]];
            at = towardsSmallest[at];
        }
        return at;
    }
}
