package dev.logmill.curation.pair;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Groups that must stay whole: connected components over what rows share, kept from night to night.
 *
 * <p>Rows that share a person, a session, a run, a group of the log or an input are one group; its side is drawn once,
 * from its anchor, and sticks. Where tonight's rows tie groups of different sides together, the stronger side wins (test
 * before validation before train) and the others become part of it.
 *
 * <p>An input that very many people send (a greeting) would in time tie everybody into one group. Such a <em>hub</em>
 * ties nothing: a row with it stays in its person's group ({@link #anchorOf}), and the input has a group of its own
 * ({@link #inputAnchorOf}), whose side is drawn and sticks as any other. Whoever publishes uses only rows where the two
 * groups are on one side, on that side. So no person, session, run or input is ever on two sides of what is published at
 * one time, and a hub is learned from by those who are on its side. What is not promised: the words of a hub may stand in
 * the history of another person's row, on any side, since everybody says them.
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
    private final Map<String, String> parent = new HashMap<>();
    private final Map<String, TreeSet<String>> holders = new HashMap<>();
    private final Set<String> changed = new HashSet<>();
    private final Set<String> hubs = new HashSet<>();

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

    /** What tonight's rows change. */
    public record Change(List<LeakKey> keys, List<Split> splits) {}

    /** Takes tonight's rows in; after it, {@link #anchorOf} knows the group of each. */
    public Change take(Collection<Occurrence> rows) {
        for (Occurrence row : rows) {
            holders.computeIfAbsent(row.inputKey(), key -> new TreeSet<>()).add(row.holder());
        }
        holders.keySet().stream()
                .filter(key -> holdersOf(key).size() > config.hubSubjects())
                .forEach(hubs::add);
        for (Occurrence row : rows) {
            List<String> ties = row.ties();
            ties.forEach(tie -> union(ties.get(0), tie));
            if (hubs.contains(row.inputKey())) {
                find(row.inputKey());
            } else {
                union(ties.get(0), row.inputKey());
            }
        }
        Map<String, List<String>> components = new TreeMap<>();
        List<String> all = new ArrayList<>(parent.keySet());
        all.sort(null);
        all.forEach(key ->
                components.computeIfAbsent(find(key), root -> new ArrayList<>()).add(key));
        Map<String, LeakKey> keys = new TreeMap<>();
        components.values().stream()
                .sorted(Comparator.comparing(members -> members.get(0)))
                .forEach(members -> settle(members, keys));
        keys.forEach(known::put);
        return new Change(
                List.copyOf(keys.values()),
                splits.values().stream()
                        .filter(split -> changed.contains(split.anchor()))
                        .toList());
    }

    /** The anchor of the group of a row's person, session and run, as it stands now. */
    public String anchorOf(Occurrence row) {
        return anchor(row.ties().get(0));
    }

    /** The anchor of the group of a row's input: that of the row itself, unless the input is a hub. */
    public String inputAnchorOf(Occurrence row) {
        return anchor(row.inputKey());
    }

    private String anchor(String key) {
        LeakKey found = known.get(key);
        if (found == null) {
            throw new IllegalArgumentException("A row that was not taken in has no group");
        }
        return resolve(found.anchor(), splits);
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

    /** Who was ever seen with an input, each once; of more than make a hub the smallest digests, whatever their order. */
    private List<String> holdersOf(String key) {
        TreeSet<String> all = new TreeSet<>(holders.getOrDefault(key, new TreeSet<>()));
        @Nullable LeakKey before = known.get(key);
        if (before != null) {
            all.addAll(before.holders());
        }
        return all.stream().limit(config.hubSubjects() + 1L).toList();
    }

    private void settle(List<String> members, Map<String, LeakKey> keys) {
        List<String> anchors = members.stream()
                .filter(known::containsKey)
                .map(key -> resolve(Objects.requireNonNull(known.get(key)).anchor(), splits))
                .distinct()
                .sorted(this::strongestFirst)
                .toList();
        String anchor = anchors.isEmpty() ? drawn(members.get(0)) : anchors.get(0);
        anchors.stream().filter(other -> !other.equals(anchor)).forEach(other -> merge(other, anchor));
        for (String key : members) {
            @Nullable LeakKey before = known.get(key);
            List<String> seen = holdersOf(key);
            if (before == null
                    || !before.holders().equals(seen)
                    || !before.anchor().equals(anchor)) {
                keys.put(key, new LeakKey(key, anchor, seen, before == null ? night : before.firstNight(), batch));
            }
        }
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

    private void union(String a, String b) {
        String first = find(a);
        String second = find(b);
        if (!first.equals(second)) {
            parent.put(first.compareTo(second) < 0 ? second : first, first.compareTo(second) < 0 ? first : second);
        }
    }

    private String find(String key) {
        String root = key;
        for (String up = parent.computeIfAbsent(root, own -> own);
                !up.equals(root);
                up = parent.getOrDefault(root, root)) {
            root = up;
        }
        String at = key;
        while (!at.equals(root)) {
            String up = parent.getOrDefault(at, root);
            parent.put(at, root);
            at = up;
        }
        return root;
    }
}
