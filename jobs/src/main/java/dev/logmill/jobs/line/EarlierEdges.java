package dev.logmill.jobs.line;

import com.esotericsoftware.kryo.DefaultSerializer;
import com.esotericsoftware.kryo.serializers.JavaSerializer;
import dev.logmill.curation.CurationTables;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Provenance;
import java.io.Serializable;
import java.util.HashMap;
import java.util.List;
import java.util.Set;

/**
 * When the edges of tonight's traces were first there. A trace that is built again may have new run and pair ids; it is
 * asked for by its span, so that it does not count as new traffic.
 */
@DefaultSerializer(JavaSerializer.class)
final class EarlierEdges implements Serializable {
    private final HashMap<String, Long> firstBatches = new HashMap<>();

    EarlierEdges(List<Earlier> edges) {
        edges.forEach(edge -> firstBatches.merge(
                key(edge.project(), edge.traceId(), edge.spanId(), edge.unit()), edge.firstBatch(), Math::min));
    }

    /** As much of an edge as says when it was first there. */
    record Earlier(String project, String traceId, String spanId, PairUnit unit, long firstBatch) {}

    /** Of these traces. */
    static EarlierEdges of(Night night, Set<String> remade) {
        return new EarlierEdges(
                remade.isEmpty()
                        ? List.of()
                        : night.tables()
                                .read(
                                        CurationTables.PROVENANCE,
                                        night.state(CurationTables.PROVENANCE).files(),
                                        Earlier.class)
                                .filter(edge -> remade.contains(TraceKey.text(edge.project(), edge.traceId())))
                                .collect());
    }

    /** The curation that first brought such an edge: where none did before, the edge's own. */
    long firstBatch(Provenance edge) {
        return firstBatches.getOrDefault(key(edge.project(), edge.traceId(), edge.spanId(), edge.unit()), edge.batch());
    }

    private static String key(String project, String traceId, String spanId, PairUnit unit) {
        return "%s %s %s".formatted(TraceKey.text(project, traceId), spanId, unit);
    }
}
