package dev.logmill.curation.json;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;

/**
 * Distinct ids in order, sixteen bytes each, so that those of a large night fit into memory. Each has a place, counted
 * from 0.
 */
public final class DigestSet implements Serializable {
    private final long[] high;
    private final long[] low;

    private DigestSet(long[] high, long[] low) {
        this.high = high;
        this.low = low;
    }

    public static DigestSet of(Collection<DigestBits> digests) {
        List<DigestBits> sorted = digests.stream().sorted().distinct().toList();
        return new DigestSet(
                sorted.stream().mapToLong(DigestBits::high).toArray(),
                sorted.stream().mapToLong(DigestBits::low).toArray());
    }

    public int size() {
        return high.length;
    }

    public DigestBits at(int place) {
        return new DigestBits(high[place], low[place]);
    }

    /** The place of a digest; nothing where it is no member. */
    public OptionalInt placeOf(DigestBits digest) {
        int from = 0;
        int to = size();
        while (from < to) {
            int middle = (from + to) >>> 1;
            int order = at(middle).compareTo(digest);
            if (order == 0) {
                return OptionalInt.of(middle);
            }
            from = order < 0 ? middle + 1 : from;
            to = order < 0 ? to : middle;
        }
        return OptionalInt.empty();
    }

    public boolean holds(DigestBits digest) {
        return placeOf(digest).isPresent();
    }

    /** The places here of the members of another, all of which are members here. */
    public int[] placesOf(DigestSet part) {
        int[] places = new int[part.size()];
        int here = 0;
        for (int place = 0; place < places.length; place++) {
            while (order(here, part, place) != 0) {
                here++;
            }
            places[place] = here;
        }
        return places;
    }

    /** The members of both. */
    public DigestSet and(DigestSet other) {
        long[] highs = new long[size() + other.size()];
        long[] lows = new long[highs.length];
        int count = 0;
        int mine = 0;
        int theirs = 0;
        while (mine < size() || theirs < other.size()) {
            int order = mine == size() ? 1 : theirs == other.size() ? -1 : order(mine, other, theirs);
            highs[count] = order <= 0 ? high[mine] : other.high[theirs];
            lows[count] = order <= 0 ? low[mine] : other.low[theirs];
            count++;
            mine += order <= 0 ? 1 : 0;
            theirs += order >= 0 ? 1 : 0;
        }
        return new DigestSet(Arrays.copyOf(highs, count), Arrays.copyOf(lows, count));
    }

    private int order(int mine, DigestSet other, int theirs) {
        int byHigh = Long.compareUnsigned(high[mine], other.high[theirs]);
        return byHigh != 0 ? byHigh : Long.compareUnsigned(low[mine], other.low[theirs]);
    }
}
