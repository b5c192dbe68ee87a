package dev.logmill.jobs.line;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.stream.LongStream;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * A set of 64-bit digests, eight bytes each. A stranger may collide with a member, once in some billions: whoever asks
 * must bear a yes too many.
 */
final class HashSet64 implements Serializable {
    private final long[] sorted;

    HashSet64(Collection<Long> digests) {
        this(digests.stream().mapToLong(Long::longValue).sorted().toArray());
    }

    private HashSet64(long[] sorted) {
        this.sorted = sorted;
    }

    static HashSet64 of(LongStream digests) {
        return new HashSet64(digests.sorted().toArray());
    }

    /** Sixty-four bits of a text, quickly: the first half of MurmurHash3 x64 128. */
    static long hash(String text) {
        return MurmurHash3.hash128x64(text.getBytes(StandardCharsets.UTF_8))[0];
    }

    boolean mayHold(long digest) {
        return Arrays.binarySearch(sorted, digest) >= 0;
    }

    /** Whether it has every member of another. */
    boolean holdsAll(HashSet64 others) {
        return others.stream().allMatch(this::mayHold);
    }

    LongStream stream() {
        return Arrays.stream(sorted);
    }

    boolean isEmpty() {
        return sorted.length == 0;
    }
}
