package dev.logmill.eval.suite;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What differs between two versions of a suite.
 *
 * @param added ids of cases that only the later has, sorted
 * @param removed ids of cases that only the earlier has, sorted
 * @param changed what differs of a case that both have, by its id
 */
public record SuiteDiff(List<String> added, List<String> removed, Map<String, List<String>> changed) {
    private static final String WITHDRAWN = "reference withdrawn";
    private static final Map<String, Function<Case, Object>> PARTS = new TreeMap<>(Map.of(
            "task", Case::task,
            "reference", Case::reference,
            "graders", Case::graders,
            "stratum", Case::stratum,
            "leak group", Case::leakGroup,
            "lineage", one -> List.of(one.traceId(), one.spanId(), one.runId(), one.pairId()),
            "weight", Case::trafficWeight));

    public SuiteDiff {
        added = List.copyOf(added);
        removed = List.copyOf(removed);
        changed = new TreeMap<>(changed);
    }

    /** From an earlier version to a later one. */
    public static SuiteDiff between(Collection<Case> earlier, Collection<Case> later) {
        Map<String, Case> before = byId(earlier);
        Map<String, Case> after = byId(later);
        List<String> added = new ArrayList<>();
        Map<String, List<String>> changed = new TreeMap<>();
        after.forEach((id, now) -> {
            Case was = before.get(id);
            if (was == null) {
                added.add(id);
                return;
            }
            List<String> parts = PARTS.entrySet().stream()
                    .filter(part ->
                            !part.getValue().apply(was).equals(part.getValue().apply(now)))
                    .map(part -> named(part.getKey(), now))
                    .toList();
            if (!parts.isEmpty()) {
                changed.put(id, parts);
            }
        });
        List<String> removed =
                before.keySet().stream().filter(id -> !after.containsKey(id)).toList();
        return new SuiteDiff(added, removed, changed);
    }

    private static String named(String part, Case now) {
        return part.equals("reference") && now.reference().isEmpty() ? WITHDRAWN : part;
    }

    /** Cases whose right answer does not stand any more, with no other known. */
    public long withdrawn() {
        return changed.values().stream()
                .filter(parts -> parts.contains(WITHDRAWN))
                .count();
    }

    private static Map<String, Case> byId(Collection<Case> cases) {
        Map<String, Case> byId = new TreeMap<>();
        cases.forEach(one -> byId.put(one.caseId(), one));
        return byId;
    }

    public boolean isEmpty() {
        return added.isEmpty() && removed.isEmpty() && changed.isEmpty();
    }
}
