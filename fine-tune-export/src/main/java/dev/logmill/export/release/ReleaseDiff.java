package dev.logmill.export.release;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What differs between two versions of a dataset.
 *
 * @param added ids of examples that only the later has, sorted
 * @param removed ids of examples that only the earlier has, sorted
 * @param moved examples of both that are in another split, by id
 * @param flipped examples of either whose label crossed one half in between, by id; mostly removed ones, for a bad label
 *     is why they are gone, and added ones that come back with a good one
 */
public record ReleaseDiff(
        List<String> added, List<String> removed, Map<String, Move> moved, Map<String, Flip> flipped) {
    private static final double HALF = 0.5;

    public ReleaseDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        moved = new TreeMap<>(moved);
        flipped = new TreeMap<>(flipped);
    }

    /** From one split to another. */
    public record Move(String earlier, String later) {}

    /** Probabilities of being good, as of the earlier version and as of the later. */
    public record Flip(double earlier, double later) {
        static Optional<Flip> of(double earlier, double later) {
            return (earlier < HALF) == (later < HALF) ? Optional.empty() : Optional.of(new Flip(earlier, later));
        }
    }

    /**
     * From an earlier version to a later one.
     *
     * @param withdrawn probability of what only the earlier has, as of the later, by origin; whoever is not there has no label
     * @param leftOut the same of what only the later has, as of the earlier
     */
    public static ReleaseDiff between(
            Collection<ReleaseRow> earlier,
            Collection<ReleaseRow> later,
            Map<String, Double> withdrawn,
            Map<String, Double> leftOut) {
        Map<String, ReleaseRow> before = byId(earlier);
        Map<String, ReleaseRow> after = byId(later);
        List<String> removed = new ArrayList<>();
        Map<String, Move> moved = new TreeMap<>();
        Map<String, Flip> flipped = new TreeMap<>();
        before.forEach((id, was) -> {
            Optional<ReleaseRow> now = Optional.ofNullable(after.get(id));
            if (now.isEmpty()) {
                removed.add(id);
            }
            now.filter(row -> !row.split().equals(was.split()))
                    .ifPresent(row -> moved.put(id, new Move(was.split(), row.split())));
            now.map(ReleaseRow::probability)
                    .or(() -> Optional.ofNullable(withdrawn.get(was.origin())))
                    .flatMap(probability -> Flip.of(was.probability(), probability))
                    .ifPresent(flip -> flipped.put(id, flip));
        });
        List<String> added =
                after.keySet().stream().filter(id -> !before.containsKey(id)).toList();
        after.forEach((id, now) -> {
            if (!before.containsKey(id)) {
                Optional.ofNullable(leftOut.get(now.origin()))
                        .flatMap(probability -> Flip.of(probability, now.probability()))
                        .ifPresent(flip -> flipped.put(id, flip));
            }
        });
        return new ReleaseDiff(added, removed, moved, flipped);
    }

    private static Map<String, ReleaseRow> byId(Collection<ReleaseRow> rows) {
        Map<String, ReleaseRow> byId = new TreeMap<>();
        rows.forEach(row -> byId.put(row.exampleId(), row));
        return byId;
    }
}
