package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.pair.FormerEdge;
import dev.logmill.curation.pair.Occurrence;
import dev.logmill.curation.pair.Provenance;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Keeps in mind which edges tonight's traces had and have no more, so that scoring looks again at what they touched. */
final class FormerEdges {
    private FormerEdges() {}

    /** Compares the edges that stand with tonight's, which take their place next. */
    static void commit(Night night, Set<String> remade, Map<String, Occurrence> tonight) {
        if (remade.isEmpty()) {
            return;
        }
        List<FormerEdge> former = night
                .tables()
                .read(
                        CurationTables.PROVENANCE,
                        night.state(CurationTables.PROVENANCE).files(),
                        CurateJob.OfTrace.class,
                        edge -> remade.contains(TraceKey.text(edge.project(), edge.traceId())))
                .collect()
                .stream()
                .filter(edge -> !stands(edge, Optional.ofNullable(tonight.get(CurateFacts.key(edge)))))
                .map(edge -> FormerEdge.of(edge, night.asOf(), night.batch()))
                .toList();
        night.lake()
                .commit(
                        CurationTables.FORMER_EDGES,
                        night.lake().write(CurationTables.FORMER_EDGES, former.iterator()),
                        List.of());
    }

    private static boolean stands(Provenance edge, Optional<Occurrence> tonight) {
        return tonight.filter(now -> now.sessionId().equals(edge.sessionId())).isPresent();
    }
}
