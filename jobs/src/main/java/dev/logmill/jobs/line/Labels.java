package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Credit;
import dev.logmill.curation.feedback.Evidence;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.feedback.Labeller;
import dev.logmill.curation.feedback.RefusedAnswer;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.spark.PartitionRows;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.trace.Signal;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import scala.Tuple2;

/** Labels the touched pairs anew. */
final class Labels {
    private Labels() {}

    /** A label as history needs it. */
    record Before(String pairId, LocalDate asOf, double probability) {}

    /** A label by its key. */
    record LabelKey(String pairId, LocalDate asOf) {}

    /** Commits them, and says how many there are. */
    static long commit(Night night, ScoreMaterial material) {
        List<DataFile> labels = labels(night, material);
        SparkLake.Rewrite again = again(night, material.touched());
        List<DataFile> added = new ArrayList<>(labels);
        added.addAll(again.added());
        night.lake().commit(CurationTables.LABELS, added, again.removed());
        return labels.stream().mapToLong(DataFile::rows).sum();
    }

    private static List<DataFile> labels(Night night, ScoreMaterial material) {
        LocalDate asOf = night.asOf();
        SparkLake tables = night.tables();
        HashSet64 touched = material.touched();
        JavaRDD<Provenance> edges = material.edges();
        int partitions =
                Math.max(night.spark().defaultParallelism(), material.own().getNumPartitions());
        Credit credit = new Credit(night.config().labels());
        HashSet64 spokenOf = material.spokenOf();
        JavaPairRDD<String, Spoken> spoken = edges.flatMapToPair(
                        edge -> Spoken.keyed(edge, spokenOf).iterator())
                .union(material.refused()
                        .flatMapToPair(answer -> Spoken.keyed(answer, spokenOf).iterator()))
                .union(material.signals().mapToPair(Spoken::keyed));
        JavaPairRDD<String, PairEvidence> evidence = ByKey.group(
                        spoken, Spoken.class, partitions, places -> Spoken.credited(places, credit))
                .filter(one -> touched.mayHold(ScoreJob.bits(one.pairId())))
                .mapToPair(one -> new Tuple2<>(one.pairId(), PairEvidence.of(one.evidence())));
        JavaPairRDD<String, PairEvidence> before = tables.read(
                        CurationTables.LABELS,
                        night.state(CurationTables.LABELS).files(),
                        Before.class)
                .filter(label -> touched.mayHold(ScoreJob.bits(label.pairId()))
                        && label.asOf().isBefore(asOf))
                .mapToPair(label -> new Tuple2<>(label.pairId(), PairEvidence.of(label)));
        JavaPairRDD<String, PairEvidence> known = material.own()
                .mapToPair(edge -> new Tuple2<>(edge.pairId(), PairEvidence.of(edge.agent())))
                .union(evidence)
                .union(before);
        Labelling labelling = new Labelling(night.config().labels(), asOf, night.batch());
        return tables.write(
                CurationTables.LABELS,
                ByKey.group(known, PairEvidence.class, partitions, labelling::labels)
                        .setName("score: labels from signals"));
    }

    /** An edge, a refused answer or a signal, under the trace or the session that they are about. */
    record Spoken(Optional<Provenance> edge, Optional<ScoreMaterial.Refused> refused, Optional<Signal> signal) {
        /** An edge by its trace, whose own log may speak too, and by its session where a signal speaks of that. */
        static List<Tuple2<String, Spoken>> keyed(Provenance edge, HashSet64 spokenOf) {
            Spoken spoken = new Spoken(Optional.of(edge), Optional.empty(), Optional.empty());
            List<Tuple2<String, Spoken>> keyed = new ArrayList<>();
            keyed.add(new Tuple2<>(Place.trace(edge.project(), edge.traceId()), spoken));
            edge.sessionId()
                    .map(session -> Place.session(edge.project(), session))
                    .filter(place -> spokenOf.mayHold(HashSet64.hash(place)))
                    .ifPresent(place -> keyed.add(new Tuple2<>(place, spoken)));
            return keyed;
        }

        /** A refused answer by those of its places that a signal speaks of. */
        static List<Tuple2<String, Spoken>> keyed(ScoreMaterial.Refused answer, HashSet64 spokenOf) {
            Spoken spoken = new Spoken(Optional.empty(), Optional.of(answer), Optional.empty());
            return answer.places().stream()
                    .filter(place -> spokenOf.mayHold(HashSet64.hash(place)))
                    .map(place -> new Tuple2<>(place, spoken))
                    .toList();
        }

        static Tuple2<String, Spoken> keyed(Signal signal) {
            // Only those that speak of a place are here.
            return new Tuple2<>(
                    Place.of(signal).orElseThrow(),
                    new Spoken(Optional.empty(), Optional.empty(), Optional.of(signal)));
        }

        static Iterator<Credit.Credited> credited(Iterator<Groups.Group<Spoken>> places, Credit credit) {
            return PartitionRows.stream(places)
                    .flatMap(place -> credited(place.key(), place.rows(), credit).stream())
                    .iterator();
        }

        private static List<Credit.Credited> credited(String place, List<Spoken> rows, Credit credit) {
            List<Provenance> edges = rows.stream()
                    .flatMap(row -> row.edge().stream())
                    .sorted(Comparator.comparing(Provenance::runId)
                            .thenComparing(Provenance::step)
                            .thenComparing(Provenance::pairId))
                    .toList();
            List<Signal> standing = rows.stream()
                    .flatMap(row -> row.signal().stream())
                    .sorted(Comparator.comparing(Signal::signalId))
                    .toList();
            List<RefusedAnswer> refused = rows.stream()
                    .flatMap(row -> row.refused().stream())
                    .map(ScoreMaterial.Refused::answer)
                    .toList();
            return Place.isTrace(place)
                    ? credit.ofTrace(edges, refused, standing)
                    : credit.ofSession(edges, refused, standing);
        }
    }

    /** What there is about a pair: a time that it was produced, by an agent; evidence; or an earlier label. */
    record PairEvidence(Optional<String> agent, Optional<Evidence> evidence, Optional<Before> before) {
        static PairEvidence of(String agent) {
            return new PairEvidence(Optional.of(agent), Optional.empty(), Optional.empty());
        }

        static PairEvidence of(Evidence evidence) {
            return new PairEvidence(Optional.empty(), Optional.of(evidence), Optional.empty());
        }

        static PairEvidence of(Before before) {
            return new PairEvidence(Optional.empty(), Optional.empty(), Optional.of(before));
        }
    }

    private record Labelling(LabelConfig config, LocalDate asOf, long batch) implements Serializable {
        Iterator<Label> labels(Iterator<Groups.Group<PairEvidence>> pairs) {
            return PartitionRows.stream(pairs)
                    .flatMap(pair -> label(pair.key(), pair.rows()).stream())
                    .iterator();
        }

        private Optional<Label> label(String pairId, List<PairEvidence> rows) {
            List<String> agents =
                    rows.stream().flatMap(row -> row.agent().stream()).sorted().toList();
            if (agents.isEmpty()) {
                return Optional.empty();
            }
            Optional<Double> previous = rows.stream()
                    .flatMap(row -> row.before().stream())
                    .max(Comparator.comparing(Before::asOf))
                    .map(Before::probability);
            List<Evidence> evidence =
                    rows.stream().flatMap(row -> row.evidence().stream()).toList();
            return Optional.of(
                    new Labeller(config).label(pairId, agents.get(0), evidence, agents.size(), previous, asOf, batch));
        }
    }

    /** Labels of the same night make way where the night is scored again. */
    private static SparkLake.Rewrite again(Night night, HashSet64 touched) {
        LocalDate asOf = night.asOf();
        List<DataFile> sameNight = night.state(CurationTables.LABELS).files().stream()
                .filter(file -> file.mayHold("as_of", asOf.toEpochDay(), asOf.toEpochDay()))
                .toList();
        return night.tables()
                .without(
                        CurationTables.LABELS,
                        sameNight,
                        LabelKey.class,
                        key -> key.asOf().equals(asOf) && touched.mayHold(ScoreJob.bits(key.pairId())));
    }
}
