package dev.logmill.jobs.line;

import dev.logmill.curation.pair.Occurrence;
import dev.logmill.curation.pair.Provenance;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;

/** What tonight's rows share, by row; small next to the rows themselves. */
record CurateFacts(
        Map<String, Occurrence> occurrences, HashSet64 traces, Set<String> rebuiltTraces, Map<String, Long> counts) {
    static CurateFacts of(JavaRDD<Judged> judged) {
        Map<String, Occurrence> occurrences = new TreeMap<>();
        Set<Long> traces = new HashSet<>();
        Set<String> rebuilt = new HashSet<>();
        long[] counted = new long[3];
        judged.map(Judged::fact).collect().forEach(fact -> {
            counted[0] += fact.measure() ? 1 : 0;
            counted[1] += fact.edge().isPresent() ? 1 : 0;
            counted[2] += fact.refused() ? 1 : 0;
            if (fact.measure()) {
                traces.add(TraceKey.hash(fact.occurrence().project(), fact.traceId()));
            }
            if (fact.rebuilt()) {
                rebuilt.add(TraceKey.text(fact.occurrence().project(), fact.traceId()));
            }
            fact.edge().ifPresent(edge -> occurrences.put(edge, fact.occurrence()));
        });
        return new CurateFacts(
                occurrences,
                new HashSet64(traces),
                rebuilt,
                Map.of(
                        "runs",
                        counted[0],
                        "kept",
                        counted[1],
                        "rejected",
                        counted[2],
                        "considered",
                        counted[1] + counted[2]));
    }

    /** Ids of tonight's pairs. */
    Set<String> pairs() {
        return occurrences.keySet().stream()
                .map(edge -> edge.substring(0, edge.indexOf('|')))
                .collect(Collectors.toSet());
    }

    static String key(Provenance edge) {
        return "%s|%s|%d".formatted(edge.pairId(), edge.runId(), edge.step());
    }
}
