package dev.logmill.export.dataset;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.export.target.TargetFormat;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;

/**
 * One dataset that is asked for by name.
 *
 * @param name its folder
 * @param agents whose pairs it takes; all agents' where empty
 * @param unit what it takes; as configured for all where absent
 * @param targets what it is written for; as configured for all where empty
 */
public record DatasetSpec(String name, List<String> agents, Optional<PairUnit> unit, List<TargetFormat> targets)
        implements Serializable {
    public DatasetSpec {
        agents = List.copyOf(agents);
        targets = List.copyOf(targets);
    }

    /** Whether it takes this agent's pairs. */
    public boolean takes(String agent) {
        return agents.isEmpty() || agents.contains(agent);
    }
}
