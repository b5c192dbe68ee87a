package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.eval.suite.TestRoom;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import scala.Tuple2;

/** How many pairs each leak group has, and which of them failures may take to the test side, agent by agent. */
record Rooms(
        Map<String, List<TestRoom.Group>> groups,
        Map<String, TestRoom> rooms,
        Map<String, Long> sizes,
        SuitesConfig config) {
    /** An edge, by its agent and leak group. */
    record InGroup(String agent, String leakGroup, String pairId) {}

    /** The pairs that one agent has in one leak group, and whether one of them failed. */
    private record Held(String agent, String group) implements Serializable {}

    private record Count(long pairs, boolean failing) implements Serializable {
        Count plus(Count other) {
            return new Count(pairs + other.pairs, failing || other.failing);
        }
    }

    /** @param failing pairs that tonight's feedback calls bad */
    static Rooms of(Night night, Map<String, Split> splits, Set<String> failing) {
        Map<Held, Count> held = new HashMap<>();
        night.tables()
                .read(
                        CurationTables.PROVENANCE,
                        night.state(CurationTables.PROVENANCE).files(),
                        InGroup.class)
                .mapToPair(edge -> new Tuple2<>(
                        new Held(edge.agent(), edge.leakGroup()), new Count(1, failing.contains(edge.pairId()))))
                .reduceByKey(Count::plus)
                .collect()
                .forEach(row -> held.merge(
                        new Held(row._1().agent(), LeakGroups.resolve(row._1().group(), splits)),
                        row._2(),
                        Count::plus));
        Map<String, Long> sizes = new HashMap<>();
        held.forEach((where, count) -> sizes.merge(where.group(), count.pairs(), Long::sum));
        Map<String, List<TestRoom.Group>> groups = new TreeMap<>();
        held.forEach((where, count) -> groups.computeIfAbsent(where.agent(), none -> new ArrayList<>())
                .add(new TestRoom.Group(
                        where.group(),
                        count.pairs(),
                        sizes.getOrDefault(where.group(), 0L),
                        Objects.requireNonNull(splits.get(where.group()), where.group())
                                        .side()
                                == Side.TEST,
                        count.failing())));
        SuitesConfig config = night.config().suites();
        Map<String, TestRoom> rooms = new TreeMap<>();
        groups.forEach((agent, list) -> rooms.put(agent, TestRoom.of(list, config)));
        return new Rooms(groups, rooms, sizes, config);
    }

    boolean movable(String agent, String group) {
        return room(agent).movable().contains(group);
    }

    double share(String agent, String group) {
        return room(agent).share(sizes.getOrDefault(group, 0L), config);
    }

    private TestRoom room(String agent) {
        return Objects.requireNonNull(rooms.get(agent), agent);
    }
}
