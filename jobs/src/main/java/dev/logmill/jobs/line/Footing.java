package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.Agent;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.Case;
import dev.logmill.export.dataset.LiveCases;
import java.io.Serializable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a dataset must know beside the pairs: where leak groups stand, which agents are narrow, what live suites ask.
 *
 * @param bindingGates of agents, with their version, the gate that did not hold when they were last measured; no text where
 *     all held
 */
record Footing(LeakSides sides, HashMap<String, String> bindingGates, LiveCases live) implements Serializable {
    static Footing of(Night night) {
        LeakSides sides = new LeakSides(night.lake().rows(CurationTables.SPLITS));
        List<Case> cases = night.lake().rows(EvalTables.CASES);
        LiveCases live = new LiveCases(
                cases.stream().map(Case::inputId).collect(Collectors.toSet()),
                cases.stream().map(one -> sides.group(one.leakGroup())).collect(Collectors.toSet()));
        return new Footing(sides, bindingGates(night), live);
    }

    /** The gate that keeps an agent from being narrow; nothing where it is. */
    Optional<String> bindingGate(String agent, String version) {
        return Optional.of(bindingGates.getOrDefault(key(agent, version), "never measured"))
                .filter(gate -> !gate.isEmpty());
    }

    private static HashMap<String, String> bindingGates(Night night) {
        HashMap<String, String> gates = new HashMap<>();
        night.lake().rows(CurationTables.AGENTS).stream()
                .sorted(Comparator.comparing(Agent::asOf))
                .forEach(agent -> gates.put(
                        key(agent.agent(), agent.version()), agent.bindingGate().orElse("")));
        return gates;
    }

    private static String key(String agent, String version) {
        return agent + "\n" + version;
    }
}
