package dev.logmill.eval.suite;

import dev.logmill.curation.json.Digest;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Which leak groups an agent's failures may take to the test side tonight: small ones, in a seeded order, until the test
 * side has its share of the agent's pairs. Without that end a few people who fail often would leave nothing to train on.
 *
 * @param movable anchors of these groups
 * @param share of the small groups that a failure asks for, how many of them have room
 */
public record TestRoom(Set<String> movable, double share) {
    public TestRoom {
        movable = Set.copyOf(movable);
    }

    /**
     * A leak group as one agent sees it.
     *
     * @param anchor its name
     * @param pairs of this agent
     * @param allPairs of every agent
     * @param onTest it is on the test side already
     * @param failing one of tonight's failures of this agent is in it
     */
    public record Group(String anchor, long pairs, long allPairs, boolean onTest, boolean failing) {}

    /** The room that one agent's groups leave. */
    public static TestRoom of(List<Group> groups, SuitesConfig config) {
        long all = groups.stream().mapToLong(Group::pairs).sum();
        long taken =
                groups.stream().filter(Group::onTest).mapToLong(Group::pairs).sum();
        List<Group> asking = groups.stream()
                .filter(group -> group.failing() && !group.onTest() && group.allPairs() <= config.moveGroupsUpTo())
                .sorted(Comparator.comparing((Group group) ->
                                Digest.of(config.seed(), "move", group.anchor()).unit())
                        .thenComparing(Group::anchor))
                .toList();
        Set<String> movable = new HashSet<>();
        for (Group group : asking) {
            taken += group.pairs();
            // The first that does not fit ends it: passing over large groups would favour small ones.
            if (taken > config.testSideUpTo() * all) {
                break;
            }
            movable.add(group.anchor());
        }
        return new TestRoom(movable, asking.isEmpty() ? 1 : (double) movable.size() / asking.size());
    }

    /** Probability that a failure takes a group of so many pairs to the test side, where its lot did not. */
    public double share(long allPairs, SuitesConfig config) {
        return allPairs <= config.moveGroupsUpTo() ? share : 0;
    }
}
