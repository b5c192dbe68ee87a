package dev.logmill.curation.pair;

import dev.logmill.curation.json.DigestBits;
import dev.logmill.curation.json.DigestSet;
import java.io.Serializable;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * What rows tie together, each thing once however many rows say it: their keys, and by place among them what belongs to
 * one voice (see {@link Occurrence#ties}), which voices sent an input, be it as an earlier turn, and which name nobody. Some dozen bytes a thing; the order of the rows
 * leaves no trace.
 */
public final class LeakTies implements Serializable {
    public static final LeakTies NONE = new LeakTies(DigestSet.of(List.of()), new long[0], new long[0], new long[0]);

    private final DigestSet keys;
    /** Pairs of a voice and a tie of it, in order. */
    private final long[] tied;
    /** Pairs of an input and a voice that sent it, in order. */
    private final long[] sent;
    /** Pairs of a voice that names nobody and itself, in order. */
    private final long[] nameless;

    private LeakTies(DigestSet keys, long[] tied, long[] sent, long[] nameless) {
        this.keys = keys;
        this.tied = tied;
        this.sent = sent;
        this.nameless = nameless;
    }

    /** Gathers rows. */
    public static final class Builder {
        private final Map<DigestBits, Integer> numbers = new HashMap<>();
        private final Set<Long> tied = new HashSet<>();
        private final Set<Long> sent = new HashSet<>();
        private final Set<Long> nameless = new HashSet<>();

        public void add(Occurrence row) {
            List<DigestBits> ties = row.ties();
            int voice = number(ties.get(0));
            ties.stream().skip(1).forEach(tie -> tied.add(pair(voice, number(tie))));
            sent.add(pair(number(row.inputKey()), voice));
            row.historyKeys().forEach(earlier -> sent.add(pair(number(earlier), voice)));
            if (row.isNameless()) {
                nameless.add(pair(voice, voice));
            }
        }

        private int number(DigestBits key) {
            return numbers.computeIfAbsent(key, unseen -> numbers.size());
        }

        public LeakTies build() {
            DigestSet keys = DigestSet.of(numbers.keySet());
            int[] places = new int[keys.size()];
            numbers.forEach((key, number) -> places[number] = keys.placeOf(key).orElseThrow());
            return new LeakTies(keys, sorted(tied, places), sorted(sent, places), sorted(nameless, places));
        }

        private static long[] sorted(Set<Long> pairs, int[] places) {
            return placed(pairs.stream().mapToLong(Long::longValue), places)
                    .sorted()
                    .toArray();
        }
    }

    private static long pair(int first, int second) {
        return (long) first << 32 | second;
    }

    private static int first(long pair) {
        return (int) (pair >>> 32);
    }

    private static int second(long pair) {
        return (int) pair;
    }

    private static LongStream placed(LongStream pairs, int[] places) {
        return pairs.map(pair -> pair(places[first(pair)], places[second(pair)]));
    }

    /** What the rows of both tie together. */
    public LeakTies and(LeakTies other) {
        DigestSet all = keys.and(other.keys);
        int[] mine = all.placesOf(keys);
        int[] theirs = all.placesOf(other.keys);
        return new LeakTies(
                all,
                distinct(tied, mine, other.tied, theirs),
                distinct(sent, mine, other.sent, theirs),
                distinct(nameless, mine, other.nameless, theirs));
    }

    private static long[] distinct(long[] some, int[] places, long[] others, int[] otherPlaces) {
        long[] all = LongStream.concat(placed(Arrays.stream(some), places), placed(Arrays.stream(others), otherPlaces))
                .sorted()
                .toArray();
        return IntStream.range(0, all.length)
                .filter(at -> at == 0 || all[at] != all[at - 1])
                .mapToLong(at -> all[at])
                .toArray();
    }

    /** The keys of the rows. Elsewhere a key goes by its place here. */
    public DigestSet keys() {
        return keys;
    }

    /** Puts together what belongs to one voice. */
    void uniteVoices(DisjointSets sets) {
        Arrays.stream(tied).forEach(pair -> sets.unite(first(pair), second(pair)));
    }

    /** The keys that are inputs. */
    IntStream inputs() {
        return IntStream.range(0, sent.length)
                .filter(at -> at == 0 || first(sent[at]) != first(sent[at - 1]))
                .map(at -> first(sent[at]));
    }

    /** The voices that sent an input, in order; none of another key. */
    IntStream voices(int key) {
        return Arrays.stream(sent, from(key), from(key + 1)).mapToInt(LeakTies::second);
    }

    /** Whether nothing but its run tells whose a voice is. */
    boolean isNameless(int voice) {
        return Arrays.binarySearch(nameless, pair(voice, voice)) >= 0;
    }

    private int from(int key) {
        int at = Arrays.binarySearch(sent, pair(key, 0));
        return at < 0 ? -at - 1 : at;
    }
}
