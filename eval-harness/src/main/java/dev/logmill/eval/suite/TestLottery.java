package dev.logmill.eval.suite;

import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The leak groups that are on the test side by lot, and would be whatever failed in them: the first stage of the random
 * sample.
 *
 * <p>A group that others became part of has several lots, of which the least anchor's counts. So each group has one, a
 * large group no better chance than a small one, and all the same probability: the test side's share. A group that only
 * another of its lots, or a failure, took to the test side stands there too, but is not in the sample.
 */
public final class TestLottery {
    private TestLottery() {}

    /** Anchors of the groups, from all splits by anchor. */
    public static Set<String> groups(Map<String, Split> splits, LeakConfig config) {
        Map<String, String> leastAnchors = new TreeMap<>();
        splits.keySet()
                .forEach(anchor -> leastAnchors.merge(
                        LeakGroups.resolve(anchor, splits), anchor, (a, b) -> a.compareTo(b) < 0 ? a : b));
        return leastAnchors.entrySet().stream()
                .filter(group -> config.lot(group.getValue()) == Side.TEST)
                .map(Map.Entry::getKey)
                .filter(group -> Objects.requireNonNull(splits.get(group)).side() == Side.TEST)
                .collect(Collectors.toSet());
    }
}
