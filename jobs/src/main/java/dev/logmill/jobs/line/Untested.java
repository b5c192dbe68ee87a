package dev.logmill.jobs.line;

import dev.logmill.eval.suite.SuitesConfig;
import dev.logmill.eval.suite.TestRoom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Tells of agents that have pairs enough for a suite and yet no case, because none of their leak groups is on the test side. */
final class Untested {
    private Untested() {}

    /**
     * A sentence for each of them.
     *
     * @param byAgent the leak groups of each agent
     * @param withCases agents that have a case
     */
    static List<String> warnings(
            Map<String, List<TestRoom.Group>> byAgent, Set<String> withCases, SuitesConfig config) {
        List<String> warnings = new ArrayList<>();
        byAgent.forEach((agent, groups) -> {
            long pairs = groups.stream().mapToLong(TestRoom.Group::pairs).sum();
            boolean onTest = groups.stream().anyMatch(TestRoom.Group::onTest);
            if (!onTest && !withCases.contains(agent) && pairs >= Math.max(2, config.minCases())) {
                warnings.add(sentence(agent, groups, pairs));
            }
        });
        return warnings;
    }

    private static String sentence(String agent, List<TestRoom.Group> groups, long pairs) {
        long largest = groups.stream().mapToLong(TestRoom.Group::pairs).max().orElse(0);
        String held = groups.size() == 1
                ? "all %d pairs are one leak group, which is not on the test side".formatted(pairs)
                : "its %d pairs are %d leak groups, the largest of %d, and none is on the test side"
                        .formatted(pairs, groups.size(), largest);
        return ("agent %s has no suite: %s. What shares a person, a session, a group or an input is one leak group: an id that"
                        + " stands for many ties them all together (user, session and group of the source; inputs: leak-groups)")
                .formatted(agent.isEmpty() ? "(none named)" : agent, held);
    }
}
