package dev.logmill.jobs.line;

import dev.logmill.export.dataset.DatasetSpec;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** A name that is mistyped in datasets.sets would else only be missed in what is published. */
final class UnknownAgents {
    /** Agents that a warning names. */
    private static final int NAMED = 20;

    private UnknownAgents() {}

    static Stream<String> warnings(List<DatasetSpec> specs, Set<String> agents) {
        return specs.stream().flatMap(spec -> spec.agents().stream()
                .filter(agent -> !agents.contains(agent))
                .map(agent -> "dataset %s: no run of agent '%s' was seen; seen were %s"
                        .formatted(
                                spec.name(), agent, agents.stream().limit(NAMED).toList())));
    }
}
