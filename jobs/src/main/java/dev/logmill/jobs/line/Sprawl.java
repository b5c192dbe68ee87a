package dev.logmill.jobs.line;

import dev.logmill.curation.agent.Agent;
import dev.logmill.export.dataset.DatasetsConfig;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Says which agents are not narrow, and by which gate: a line an agent, however many versions it has. */
final class Sprawl {
    private static final String KEPT_OUT = "; it goes into datasets only with datasets.require-narrow: false";

    private Sprawl() {}

    static List<String> warnings(List<Agent> agents, DatasetsConfig datasets) {
        Map<String, List<Agent>> byName = new LinkedHashMap<>();
        agents.forEach(agent ->
                byName.computeIfAbsent(agent.agent(), name -> new ArrayList<>()).add(agent));
        List<String> warnings = new ArrayList<>();
        byName.forEach((name, versions) -> {
            List<Agent> sprawling = versions.stream()
                    .filter(version -> version.bindingGate().isPresent())
                    .toList();
            if (!sprawling.isEmpty()) {
                warnings.add(warning(name, versions.size(), sprawling) + (datasets.requireNarrow() ? KEPT_OUT : ""));
            }
        });
        return warnings;
    }

    private static String warning(String name, int versions, List<Agent> sprawling) {
        Agent first = sprawling.get(0);
        String why = "version '%s': %s"
                .formatted(first.version(), first.bindingGate().orElseThrow());
        return versions == 1
                ? "agent %s is not narrow, %s".formatted(name, why)
                : "agent %s is not narrow in %d of %d versions, such as %s"
                        .formatted(name, sprawling.size(), versions, why);
    }
}
