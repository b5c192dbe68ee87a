package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.trace.Signal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/**
 * Tells of sources whose new feedback is all about traces that nobody has read: then their project is another one than
 * that of the calls, or the mapping takes the wrong id. Feedback about single traces may well come before them.
 */
final class UnknownTraces {
    private UnknownTraces() {}

    /** A trace or session that signals of a source are about. */
    record Target(String source, String project, long digest, long signals) {}

    /** A trace as the runs know it. */
    record Trace(String project, String traceId, Optional<String> rootSpanId, Optional<String> sessionId) {
        List<Long> digests() {
            return Place.of(project, traceId, rootSpanId.orElse(""), Optional.empty(), sessionId).stream()
                    .map(HashSet64::hash)
                    .toList();
        }
    }

    /** What some signals are about. */
    private static List<Target> targets(JavaRDD<Signal> signals) {
        return signals.flatMapToPair(signal -> Place.of(signal).stream()
                        .map(about -> new Tuple2<>(
                                new Target(signal.source(), signal.project(), HashSet64.hash(about), 1), 1L))
                        .iterator())
                .reduceByKey(Long::sum)
                .map(counted -> new Target(
                        counted._1().source(),
                        counted._1().project(),
                        counted._1().digest(),
                        counted._2()))
                .collect();
    }

    /** A sentence for each source none of whose new signals is about what is known; pairs came from {@code produced}. */
    static List<String> warnings(Night night, RecordSpans records, HashSet64 produced) {
        List<Target> targets = targets(night.tables()
                .since(night.state(CurationTables.SIGNALS), night.before().consumedOf(IngestJob.NAME), Signal::batch)
                .map(records::on));
        Map<String, List<Target>> bySource =
                targets.stream().collect(Collectors.groupingBy(Target::source, TreeMap::new, Collectors.toList()));
        bySource.values().removeIf(about -> about.stream().anyMatch(target -> produced.mayHold(target.digest())));
        if (bySource.isEmpty()) {
            return List.of();
        }
        // A trace may be known though no pair was made of it.
        HashSet64 asked =
                HashSet64.of(bySource.values().stream().flatMap(List::stream).mapToLong(Target::digest));
        HashSet64 known = new HashSet64(night.tables()
                .read(CurationTables.RUNS, night.state(CurationTables.RUNS).files(), Trace.class)
                .flatMap(trace -> trace.digests().iterator())
                .filter(asked::mayHold)
                .distinct()
                .collect());
        bySource.values().removeIf(about -> about.stream().anyMatch(target -> known.mayHold(target.digest())));
        return bySource.entrySet().stream()
                .map(source -> sentence(source.getKey(), source.getValue()))
                .toList();
    }

    private static String sentence(String source, List<Target> about) {
        String projects =
                about.stream().map(Target::project).distinct().sorted().collect(Collectors.joining(", "));
        return "source %s: none of its %d new signals is about a trace that is known (project %s); its project must be that of the calls, and trace or session their id"
                .formatted(source, about.stream().mapToLong(Target::signals).sum(), projects);
    }
}
