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
    /** The little of it that the driver needs. */
    record Fact(
            String traceId,
            boolean rebuilt,
            Occurrence occurrence,
            Optional<String> edge,
            boolean refused,
            boolean measure) {}

    Fact fact() {
        return new Fact(
                traceId,
                rebuilt,
                occurrence,
                provenance.map(CurateFacts::key),
                rejection.isPresent(),
                measure.isPresent());
    }
}
