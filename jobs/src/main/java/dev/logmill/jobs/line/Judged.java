package dev.logmill.jobs.line;

import dev.logmill.curation.agent.AgentState;
import dev.logmill.curation.pair.Occurrence;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Rejection;
import java.util.Optional;

/**
 * What became of one candidate of a run, or what a run adds to the measures of its agent: exactly one of a pair with its
 * provenance, a rejection, and a measure.
 */
record Judged(
        String traceId,
        boolean rebuilt,
        Occurrence occurrence,
        Optional<Pair> pair,
        Optional<Provenance> provenance,
        Optional<Rejection> rejection,
        Optional<AgentState> measure) {
    /** All of it that is small: a pair holds a whole conversation. */
    Judged withoutPair() {
        return new Judged(traceId, rebuilt, occurrence, Optional.empty(), provenance, rejection, measure);
    }
}
