package dev.logmill.jobs.line;

import dev.logmill.curation.json.DigestBits;
import dev.logmill.curation.json.DigestSet;
import dev.logmill.curation.pair.LeakTies;
import java.io.Serializable;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import org.apache.spark.api.java.JavaRDD;

/**
 * The little of tonight's rows that the driver needs, each thing once; executors gather it, so that memory grows with
 * what is distinct and not with the rows.
 *
 * @param pairs ids of tonight's pairs
 * @param rebuiltEdges those of traces that were built again; see {@link FormerEdges#bits}
 */
record CurateFacts(
        JudgedCounts counts,
        JudgedAgents agents,
        MissingJobs missingJobs,
        JudgedTraces traces,
        LeakTies ties,
        DigestSet pairs,
        DigestSet rebuiltEdges)
        implements Serializable {
    private static final CurateFacts NONE = of(List.<Judged>of().iterator());

    static CurateFacts of(JavaRDD<Judged> judged) {
        return all(judged.mapPartitions(rows -> List.of(of(rows)).iterator())
                .setName("curate: what rows have in common")
                .collect());
    }

    private static CurateFacts of(Iterator<Judged> rows) {
        JudgedCounts.Builder counts = new JudgedCounts.Builder();
        JudgedAgents agents = new JudgedAgents();
        MissingJobs missingJobs = new MissingJobs();
        JudgedTraces.Builder traces = new JudgedTraces.Builder();
        LeakTies.Builder ties = new LeakTies.Builder();
        Set<DigestBits> pairs = new HashSet<>();
        Set<DigestBits> rebuiltEdges = new HashSet<>();
        rows.forEachRemaining(row -> {
            counts.add(row);
            agents.add(row);
            missingJobs.add(row);
            traces.add(row);
            row.provenance().ifPresent(edge -> {
                ties.add(row.occurrence());
                pairs.add(DigestBits.of(edge.pairId()));
                if (row.rebuilt()) {
                    rebuiltEdges.add(FormerEdges.bits(edge));
                }
            });
        });
        return new CurateFacts(
                counts.build(),
                agents,
                missingJobs,
                traces.build(),
                ties.build(),
                DigestSet.of(pairs),
                DigestSet.of(rebuiltEdges));
    }

    /** Two by two, so that none is copied more often than the logarithm of their number. */
    private static CurateFacts all(List<CurateFacts> parts) {
        if (parts.size() < 2) {
            return parts.stream().findFirst().orElse(NONE);
        }
        int half = parts.size() / 2;
        return all(parts.subList(0, half)).and(all(parts.subList(half, parts.size())));
    }

    private CurateFacts and(CurateFacts other) {
        return new CurateFacts(
                counts.and(other.counts),
                agents.and(other.agents),
                missingJobs.and(other.missingJobs),
                traces.and(other.traces),
                ties.and(other.ties),
                pairs.and(other.pairs),
                rebuiltEdges.and(other.rebuiltEdges));
    }
}
