package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.Agent;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.Case;
import dev.logmill.export.dataset.LiveCases;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What a dataset must know beside the pairs: where leak groups stand, which agents are narrow, what live suites ask.
 *
 * @param narrow agents, with their version, that passed the gates when they were last measured
 */
record Footing(LeakSides sides, HashSet<String> narrow, LiveCases live) implements Serializable {
    static Footing of(Night night) {
        LeakSides sides = new LeakSides(night.lake().rows(CurationTables.SPLITS));
        List<Case> cases = night.lake().rows(EvalTables.CASES);
        LiveCases live = new LiveCases(
                cases.stream().map(Case::inputId).collect(Collectors.toSet()),
                cases.stream().map(one -> sides.group(one.leakGroup())).collect(Collectors.toSet()));
        return new Footing(sides, narrow(night), live);
    }

    boolean isNarrow(String agent, String version) {
        return narrow.contains(key(agent, version));
    }

    private static HashSet<String> narrow(Night night) {
        HashSet<String> narrow = new HashSet<>();
        night.lake().rows(CurationTables.AGENTS).stream()
                .sorted(Comparator.comparing(Agent::asOf))
                .forEach(agent -> {
                    if (agent.narrow()) {
                        narrow.add(key(agent.agent(), agent.version()));
                    } else {
                        narrow.remove(key(agent.agent(), agent.version()));
                    }
                });
        return narrow;
    }

    private static String key(String agent, String version) {
        return agent + "\n" + version;
    }
}
