package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.RefusedAnswer;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.trace.Signal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;

/**
 * What labels are made from. A signal is about one edge of its trace or session by what the others are: so of every place
 * that a signal speaks of, and that a touched pair has part in, all edges are here.
 *
 * @param touched first bits of the pairs that are labelled
 * @param places the traces, sessions and spans of touched pairs
 * @param spokenOf the traces and sessions that signals speak of
 * @param own every edge of touched pairs
 * @param beside edges of other pairs in the places that signals speak of
 * @param refused answers that made no pair, in the places that signals speak of
 * @param signals every signal, of any night, that stands about a trace or a session of a touched pair
 */
record ScoreMaterial(
        HashSet64 touched,
        HashSet64 places,
        HashSet64 spokenOf,
        JavaRDD<Provenance> own,
        JavaRDD<Provenance> beside,
        JavaRDD<Refused> refused,
        JavaRDD<Signal> signals) {
    /** An answer that made no pair, with the places that it is in. */
    record Refused(
            String project,
            String traceId,
            Optional<String> spanId,
            Optional<String> sessionId,
            boolean terminal,
            Optional<Instant> happenedAt) {
        boolean isIn(HashSet64 places) {
            return spanId.isPresent()
                    && this.places().stream().anyMatch(place -> places.mayHold(HashSet64.hash(place)));
        }

        List<String> places() {
            return Place.of(project, traceId, sessionId);
        }

        RefusedAnswer answer() {
            return new RefusedAnswer(spanId.orElse(""), terminal, happenedAt);
        }
    }

    static ScoreMaterial of(Night night, RecordSpans records) {
        SparkLake tables = night.tables();
        HashSet64 touched = TouchedPairs.of(night, records);
        List<DataFile> provenance = night.state(CurationTables.PROVENANCE).files();
        JavaRDD<Provenance> own = tables.read(
                        CurationTables.PROVENANCE,
                        provenance,
                        CurateJob.PairId.class,
                        edge -> touched.mayHold(ScoreJob.bits(edge.pairId())))
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        HashSet64 places = hashes(own.flatMap(edge -> Place.of(edge).iterator()));
        JavaRDD<Signal> signals = new LocatedSignals(night, records, own, places).standing();
        HashSet64 spokenOf =
                hashes(signals.flatMap(signal -> Place.of(signal).stream().iterator()));
        JavaRDD<Provenance> beside = tables.read(
                        CurationTables.PROVENANCE,
                        spokenOf.isEmpty() ? List.of() : provenance,
                        TouchedPairs.Edge.class,
                        edge -> !touched.mayHold(ScoreJob.bits(edge.pairId())) && edge.isIn(spokenOf))
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        JavaRDD<Refused> refused = tables.read(
                        CurationTables.REJECTIONS,
                        spokenOf.isEmpty()
                                ? List.of()
                                : night.state(CurationTables.REJECTIONS).files(),
                        Refused.class)
                .filter(answer -> answer.isIn(spokenOf));
        return new ScoreMaterial(touched, places, spokenOf, own, beside, refused, signals);
    }

    JavaRDD<Provenance> edges() {
        return own.union(beside);
    }

    void unpersist() {
        own.unpersist();
        beside.unpersist();
        signals.unpersist();
    }

    private static HashSet64 hashes(JavaRDD<String> places) {
        return new HashSet64(places.map(HashSet64::hash).distinct().collect());
    }
}
