package dev.logmill.eval.suite;

import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Side;

/**
 * One occurrence of tonight that could become a case.
 *
 * @param failing its label says that it was bad, with evidence
 * @param group anchor of its leak group, as it stands
 * @param side the group's side
 * @param movable the group is small enough to be taken to the test side
 */
public record Candidate(Provenance provenance, boolean failing, String group, Side side, boolean movable) {
    String runId() {
        return provenance.runId();
    }
}
