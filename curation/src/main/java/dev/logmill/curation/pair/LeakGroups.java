package dev.logmill.curation.pair;

import dev.logmill.curation.json.DigestBits;
import dev.logmill.curation.json.DigestSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Groups that must stay whole: connected components over what rows share, kept from night to night.
 *
 * <p>Rows that share a person, a session, a run, a group of the log or an input are one group; its side is drawn once,
 * from its anchor, and sticks. Where tonight's rows tie groups of different sides together, the stronger side wins (test
 * before validation before train) and the others become part of it.
 *
 * <p>An input that several people send (a greeting, a common question) would in time tie everybody into one group. Such a
 * <em>hub</em> ties nothing: a row with it stays in its person's group ({@link LeakAnchors#own}), and the input has a group
 * of its own ({@link LeakAnchors#input}), whose side is drawn and sticks as any other. Whoever publishes uses only rows where
 * the two groups are on one side, on that side, and so are those of the hubs that the row's conversation went through
 * ({@link LeakAnchors#history}): its answer to them stands in the row. So no person, session, run or input is ever on two
 * sides of what is published at one time, and a hub is learned from by those who are on its side.
 *
 * <p>What an input tied before it was a hub stays tied, since rows of it may be published, and that group is the hub's
 * own: whatever way the rows fall on nights, groups are at least as large as if all had come at once.
 *
 * <p>Everything is ordered by key, so that the order of the rows leaves no trace.
 */
public final class LeakGroups {
    private final LeakConfig config;
    private final LocalDate night;
    private final long batch;
    private final Map<String, LeakKey> known = new HashMap<>();
    private final Map<String, Split> splits = new TreeMap<>();
    private final Set<String> changed = new HashSet<>();

    /**
     * @param keys what earlier nights know of tonight's keys
     * @param known every split that these keys lead to, the merged ones on the way included
     */
    public LeakGroups(
            LeakConfig config, LocalDate night, long batch, Collection<LeakKey> keys, Collection<Split> known) {
        this.config = config;
        this.night = night;
        this.batch = batch;
        keys.forEach(key -> this.known.put(key.leakKey(), key));
        known.forEach(split -> splits.put(split.anchor(), split));
    }

    /**
     * What tonight's rows change, and where they stand after it.
     *
     * @param keys those that are others than they were, in order; each is made when it is asked for
     * @param splits those that are others than they were, by anchor
     */
    public record Change(List<LeakKey> keys, List<Split> splits, LeakAnchors anchors) {}

    /** Takes what tonight's rows tie together. */
    public Change take(LeakTies ties) {
        Voices voices = new Voices(ties, known, config);
        DisjointSets sets = united(ties, voices);
        int[] groups = numbered(sets, ties.keys().size());
        List<String> anchors = settled(groups, ties.keys());
        IntFunction<LeakKey> row = key -> row(ties.keys().at(key).text(), anchors.get(groups[key]), voices.of(key));
        int[] others = IntStream.range(0, groups.length)
                .filter(key -> isNews(row.apply(key)))
                .toArray();
        return new Change(
                new ListOnDemand<>(others, row),
                splits.values().stream()
                        .filter(split -> changed.contains(split.anchor()))
                        .toList(),
                new LeakAnchors(
                        ties.keys(),
                        groups,
                        anchors.stream().map(anchor -> resolve(anchor, splits)).toList()));
    }

    private static DisjointSets united(LeakTies ties, Voices voices) {
        DisjointSets sets = new DisjointSets(ties.keys().size());
        ties.uniteVoices(sets);
        ties.inputs().filter(input -> !voices.makeAHub(input)).forEach(input -> ties.voices(input)
                .forEach(voice -> sets.unite(input, voice)));
        return sets;
    }

    /** The group of each key, numbered in the order of their smallest. */
    private static int[] numbered(DisjointSets sets, int size) {
        int[] groups = new int[size];
        int count = 0;
        for (int key = 0; key < size; key++) {
            int smallest = sets.smallest(key);
            groups[key] = smallest == key ? count++ : groups[smallest];
        }
        return groups;
    }

    /** Gives each group its anchor, one after the other. */
    private List<String> settled(int[] groups, DigestSet keys) {
        Map<Integer, List<LeakKey>> earlier = new HashMap<>();
        known.values().forEach(key -> keys.placeOf(DigestBits.of(key.leakKey()))
                .ifPresent(place -> earlier.computeIfAbsent(groups[place], none -> new ArrayList<>())
                        .add(key)));
        List<String> anchors = new ArrayList<>();
        for (int key = 0; key < groups.length; key++) {
            if (groups[key] == anchors.size()) {
                List<LeakKey> members = earlier.getOrDefault(groups[key], List.of());
                anchors.add(members.isEmpty() ? drawn(keys.at(key).text()) : strongest(members));
            }
        }
        return anchors;
    }

    /** The group of earlier nights that the others become part of. */
    private String strongest(List<LeakKey> members) {
        List<String> anchors = members.stream()
                .map(key -> resolve(key.anchor(), splits))
                .distinct()
                .sorted(this::strongestFirst)
                .toList();
        anchors.stream().skip(1).forEach(other -> merge(other, anchors.get(0)));
        return anchors.get(0);
    }

    private LeakKey row(String key, String anchor, List<String> holders) {
        @Nullable LeakKey before = known.get(key);
        return new LeakKey(key, anchor, holders, before == null ? night : before.firstNight(), batch);
    }

    private boolean isNews(LeakKey now) {
        @Nullable LeakKey before = known.get(now.leakKey());
        return before == null
                || !before.holders().equals(now.holders())
                || !before.anchor().equals(now.anchor());
    }

    /** The group that an anchor is part of now. */
    public static String resolve(String anchor, Map<String, Split> splits) {
        String at = anchor;
        Set<String> seen = new HashSet<>();
        while (seen.add(at)) {
            Split split = splits.get(at);
            if (split == null || split.mergedInto().isEmpty()) {
                return at;
            }
            at = split.mergedInto().get();
        }
        throw new IllegalStateException("Leak groups are merged in a circle");
    }

    private int strongestFirst(String a, String b) {
        int bySide = side(b).compareTo(side(a));
        return bySide != 0 ? bySide : a.compareTo(b);
    }

    private Side side(String anchor) {
        return Objects.requireNonNull(splits.get(anchor), anchor).side();
    }

    private String drawn(String anchor) {
        put(new Split(anchor, config.lot(anchor), Optional.empty(), "drawn", night, night, batch));
        return anchor;
    }

    private void merge(String loser, String winner) {
        Split split = Objects.requireNonNull(splits.get(loser));
        put(new Split(loser, split.side(), Optional.of(winner), "merged", split.firstNight(), night, batch));
    }

    private void put(Split split) {
        splits.put(split.anchor(), split);
        changed.add(split.anchor());
    }
}
