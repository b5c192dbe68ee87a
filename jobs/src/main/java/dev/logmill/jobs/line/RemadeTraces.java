package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.spark.SparkLake;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Tonight's traces that earlier nights may have rows of: those built again, and those that no run is left of.
 *
 * @param traces as {@link TraceKey#text} tells them
 */
record RemadeTraces(Night night, Set<String> traces) {
    /** A row by the trace it came from. */
    record OfTrace(String project, String traceId) {}

    /** A rejection by the trace that it refused something of. */
    record Refused(String stage, String project, String traceId) {}

    /** Those among the spans that were ingested after one batch, up to another. */
    static RemadeTraces of(Night night, JudgedTraces tonight, long after, long last) {
        Set<String> remade = new HashSet<>(tonight.rebuilt());
        if (night.state(CurationTables.PROVENANCE).files().isEmpty()
                && night.state(CurationTables.REJECTIONS).files().isEmpty()) {
            return new RemadeTraces(night, remade);
        }
        HashSet64 judged = tonight.judged();
        List<DataFile> fresh = night.state(CurationTables.SPANS).files().stream()
                .filter(file -> file.mayHold("batch", after + 1, last))
                .toList();
        remade.addAll(night.tables()
                .read(CurationTables.SPANS, fresh, AssembleJob.Touch.class)
                .filter(span -> span.batch() > after
                        && span.batch() <= last
                        && !judged.mayHold(TraceKey.hash(span.project(), span.traceId())))
                .map(span -> TraceKey.text(span.project(), span.traceId()))
                .collect());
        return new RemadeTraces(night, remade);
    }

    /** Takes their edges out. */
    SparkLake.Rewrite withoutEdges() {
        Set<String> gone = traces;
        return gone.isEmpty()
                ? SparkLake.Rewrite.NONE
                : night.tables()
                        .without(
                                CurationTables.PROVENANCE,
                                night.state(CurationTables.PROVENANCE).files(),
                                OfTrace.class,
                                row -> gone.contains(TraceKey.text(row.project(), row.traceId())));
    }

    /** Takes out what curation refused of them. */
    SparkLake.Rewrite withoutRefusals() {
        Set<String> gone = traces;
        return gone.isEmpty()
                ? SparkLake.Rewrite.NONE
                : night.tables()
                        .without(
                                CurationTables.REJECTIONS,
                                night.state(CurationTables.REJECTIONS).files(),
                                Refused.class,
                                row -> row.stage().equals(CurateJob.NAME)
                                        && gone.contains(TraceKey.text(row.project(), row.traceId())));
    }
}
