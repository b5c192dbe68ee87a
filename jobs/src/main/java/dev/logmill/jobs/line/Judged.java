package dev.logmill.jobs.line;

import dev.logmill.curation.agent.AgentState;
import dev.logmill.curation.pair.NoJob;
import dev.logmill.curation.pair.Occurrence;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Rejection;
import java.util.Optional;

/**
 * What became of one candidate of a run, or what a run adds to the measures of its agent: exactly one of a pair with its
 * provenance, a rejection, and a measure.
 *
 * @param noJob beside the measure of a run: why it gives no job pair, where somebody wants one
 */
record Judged(
        String traceId,
        boolean rebuilt,
        Occurrence occurrence,
        Optional<Pair> pair,
        Optional<Provenance> provenance,
        Optional<Rejection> rejection,
        Optional<AgentState> measure,
        Optional<NoJob> noJob) {
    /** All of it that is small: a pair holds a whole conversation. */
    Judged withoutPair() {
        return new Judged(traceId, rebuilt, occurrence, Optional.empty(), provenance, rejection, measure, noJob);
    }
}
