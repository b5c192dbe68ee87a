package dev.logmill.jobs.line;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.DatasetsConfig;
import java.io.Serializable;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The agents of which a dataset takes job pairs.
 *
 * @param all of every agent
 * @param names else of these
 */
record JobAgents(boolean all, Set<String> names) implements Serializable {
    static JobAgents of(DatasetsConfig config) {
        List<DatasetSpec> sets = config.sets().stream()
                .filter(set -> config.unit(set) == PairUnit.JOB)
                .toList();
        return new JobAgents(
                config.sets().isEmpty()
                        ? config.unit() == PairUnit.JOB
                        : sets.stream().anyMatch(set -> set.agents().isEmpty()),
                sets.stream().flatMap(set -> set.agents().stream()).collect(Collectors.toUnmodifiableSet()));
    }

    boolean has(String agent) {
        return all || names.contains(agent);
    }
}
