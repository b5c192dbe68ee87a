package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.StandingSignals;
import dev.logmill.curation.feedback.StandingSignals.Feedback;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.spark.PartitionRows;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.trace.Signal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/**
 * The signals that stand about some edges, each at its trace or session.
 *
 * <p>What edits, replaces or takes back feedback may speak of another place than it did, or of none: so all revisions of
 * that feedback are looked at, wherever they are about.
 */
final class LocatedSignals {
    private final Night night;
    private final JavaRDD<Provenance> edges;
    private final HashSet64 places;
    private final RecordSpans records;

    /** About edges, which are in these places. */
    LocatedSignals(Night night, RecordSpans records, JavaRDD<Provenance> edges, HashSet64 places) {
        this.night = night;
        this.records = records;
        this.edges = edges;
        this.places = places;
    }

    /** Those that stand, kept at hand: the caller lets go of them. */
    JavaRDD<Signal> standing() {
        SparkLake tables = night.tables();
        HashSet64 within = places;
        RecordSpans spans = records;
        List<DataFile> files = night.state(CurationTables.SIGNALS).files();
        HashSet64 spoken = new HashSet64(tables.read(CurationTables.SIGNALS, files, TouchedPairs.Said.class)
                .map(spans::on)
                .filter(said -> said.isIn(within))
                .map(TouchedPairs.Said::feedback)
                .distinct()
                .collect());
        JavaPairRDD<String, Signal> revisions = tables.read(
                        CurationTables.SIGNALS,
                        spoken.isEmpty() ? List.of() : files,
                        TouchedPairs.Said.class,
                        said -> said.concerns(spoken))
                .map(spans::on)
                .flatMapToPair(signal -> keyed(signal).iterator());
        int partitions = Math.max(night.spark().defaultParallelism(), edges.getNumPartitions());
        JavaRDD<Signal> standing = ByKey.group(
                        revisions, Signal.class, partitions, feedback -> standing(feedback, within))
                .setName("score: feedback that stands")
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        HashSet64 alone = new HashSet64(standing.filter(LocatedSignals::knowsOnlyItsSpan)
                .map(signal -> HashSet64.hash(Place.of(signal).orElseThrow()))
                .distinct()
                .collect());
        return alone.isEmpty() ? standing : atTheirTraces(standing, alone);
    }

    /** A row under the feedback that it is of, and under the one that it replaces. */
    private static List<Tuple2<String, Signal>> keyed(Signal signal) {
        List<Tuple2<String, Signal>> keyed = new ArrayList<>();
        keyed.add(new Tuple2<>(FeedbackKey.of(Feedback.of(signal)), signal));
        Feedback.supersededBy(signal).ifPresent(other -> keyed.add(new Tuple2<>(FeedbackKey.of(other), signal)));
        return keyed;
    }

    private static Iterator<Signal> standing(Iterator<Groups.Group<Signal>> feedback, HashSet64 places) {
        return PartitionRows.stream(feedback)
                .flatMap(one -> StandingSignals.of(one.rows()).stream()
                        .filter(signal -> FeedbackKey.of(Feedback.of(signal)).equals(one.key())))
                .filter(signal -> Place.of(signal)
                        .filter(place -> places.mayHold(HashSet64.hash(place)))
                        .isPresent())
                .iterator();
    }

    private static boolean knowsOnlyItsSpan(Signal signal) {
        return signal.traceId().isEmpty() && signal.sessionId().isEmpty();
    }

    /** The signals, those that know no more than a span with the trace of that span. */
    private JavaRDD<Signal> atTheirTraces(JavaRDD<Signal> standing, HashSet64 spans) {
        JavaPairRDD<String, String> traces = edges.flatMapToPair(
                        edge -> Place.spans(edge.project(), edge.spanId(), edge.rootSpanId()).stream()
                                .filter(span -> spans.mayHold(HashSet64.hash(span)))
                                .map(span -> new Tuple2<>(span, edge.traceId()))
                                .iterator())
                .distinct();
        JavaRDD<Signal> located = standing.filter(LocatedSignals::knowsOnlyItsSpan)
                .mapToPair(signal -> new Tuple2<>(Place.of(signal).orElseThrow(), signal))
                .join(traces)
                .map(found -> found._2()._1().inTrace(found._2()._2()));
        return standing.filter(signal -> !knowsOnlyItsSpan(signal)).union(located);
    }
}
