package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.DigestBits;
import dev.logmill.curation.json.DigestSet;
import dev.logmill.curation.pair.FormerEdge;
import dev.logmill.curation.pair.Provenance;
import java.util.List;
import java.util.Set;
import org.apache.spark.broadcast.Broadcast;

/** Keeps in mind which edges tonight's traces had and have no more, so that scoring looks again at what they touched. */
final class FormerEdges {
    private FormerEdges() {}

    /** What tells an edge from others: its pair, run, step and session. */
    static DigestBits bits(Provenance edge) {
        Digest digest = Digest.of("edge", edge.pairId(), edge.runId()).add(edge.step());
        edge.sessionId().ifPresent(digest::add);
        return DigestBits.of(digest.id());
    }

    /**
     * Compares the edges that stand with tonight's, which take their place next.
     *
     * @param remade tonight's traces that earlier nights may have rows of
     * @param rebuilt all edges that these have tonight
     */
    static void commit(Night night, Set<String> remade, DigestSet rebuilt) {
        if (remade.isEmpty()) {
            return;
        }
        Broadcast<DigestSet> standing = night.spark().broadcast(rebuilt);
        List<FormerEdge> former = night
                .tables()
                .read(
                        CurationTables.PROVENANCE,
                        night.state(CurationTables.PROVENANCE).files(),
                        RemadeTraces.OfTrace.class,
                        edge -> remade.contains(TraceKey.text(edge.project(), edge.traceId())))
                .filter(edge -> !standing.value().holds(bits(edge)))
                .collect()
                .stream()
                .map(edge -> FormerEdge.of(edge, night.asOf(), night.batch()))
                .toList();
        night.lake()
                .commit(
                        CurationTables.FORMER_EDGES,
                        night.lake().write(CurationTables.FORMER_EDGES, former.iterator()),
                        List.of());
    }
}
