package dev.logmill.curation.pair;

import dev.logmill.curation.table.Doc;
import java.time.LocalDate;
import java.util.Optional;

/**
 * One time that a pair was produced as its trace stood before: later spans made the trace another, and the edge is gone
 * or in another session. What labels and preferences owe to it is looked at again.
 */
public record FormerEdge(
        @Doc("The pair") String pairId,
        @Doc("The pair's input") String inputId,
        @Doc("The run that it was part of") String runId,
        @Doc("Index of the step in that run, from 0") int step,
        @Doc("The producer's project or tenant") String project,
        @Doc("The trace") String traceId,
        @Doc("The conversation, as a keyed alias") Optional<String> sessionId,
        @Doc("The night that took it away") LocalDate night,
        @Doc("The curation that took it away") long batch) {
    public static FormerEdge of(Provenance edge, LocalDate night, long batch) {
        return new FormerEdge(
                edge.pairId(),
                edge.inputId(),
                edge.runId(),
                edge.step(),
                edge.project(),
                edge.traceId(),
                edge.sessionId(),
                night,
                batch);
    }
}
