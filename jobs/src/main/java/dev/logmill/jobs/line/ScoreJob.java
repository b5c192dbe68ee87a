package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Credit;
import dev.logmill.curation.feedback.Evidence;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.feedback.Labeller;
import dev.logmill.curation.feedback.StandingSignals;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Signal;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.config.SettingsDigest;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Signals to labels: pairs that are new tonight, and old ones that late signals speak about. */
public final class ScoreJob implements Job {
    public static final String NAME = "score";

    /** Begins what signals about a trace are about. */
    private static final String TRACE = "trace|";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(CurationTables.LABELS, CurationTables.PREFERENCES);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        boolean sameSignals = night.batchOf(IngestJob.NAME) == night.before().consumedOf(IngestJob.NAME);
        boolean samePairs = night.batchOf(CurateJob.NAME) == night.before().consumedOf(CurateJob.NAME);
        return sameSignals && samePairs && !changed(night) ? Optional.empty() : Optional.of(() -> score(night));
    }

    @Override
    public String settings(LogmillConfig config) {
        return SettingsDigest.of(config.labels());
    }

    private static boolean changed(Night night) {
        return night.changed(new ScoreJob().settings(night.config()));
    }

    /** Where a pair was produced. */
    record Edge(String pairId, String project, String traceId, Optional<String> sessionId, long batch) {}

    /** A label as history needs it. */
    record Before(String pairId, LocalDate asOf, double probability) {}

    /** A label by its key. */
    record LabelKey(String pairId, LocalDate asOf) {}

    private static Done score(Night night) {
        SparkLake tables = night.tables();
        JavaRDD<Signal> late = tables.since(
                night.state(CurationTables.SIGNALS), night.before().consumedOf(IngestJob.NAME), Signal::batch);
        HashSet64 spokenOf =
                new HashSet64(late.flatMap(signal -> targets(signal).iterator())
                        .map(HashSet64::hash)
                        .distinct()
                        .collect());
        List<DataFile> provenance = night.state(CurationTables.PROVENANCE).files();
        // Where signals weigh otherwise than they did, every pair is labelled anew.
        long done = changed(night) ? 0 : night.before().consumedOf(CurateJob.NAME);
        HashSet64 touched = new HashSet64(tables.read(CurationTables.PROVENANCE, provenance, Edge.class)
                .filter(edge -> edge.batch() > done || isSpokenOf(edge, spokenOf))
                .map(edge -> bits(edge.pairId()))
                .distinct()
                .collect());
        JavaRDD<Provenance> edges = tables.read(
                        CurationTables.PROVENANCE,
                        provenance,
                        CurateJob.PairId.class,
                        edge -> touched.mayHold(bits(edge.pairId())))
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        JavaRDD<Signal> signals = signals(night, edges).persist(StorageLevel.MEMORY_AND_DISK_SER());
        List<DataFile> labels = labels(night, edges, signals, touched);
        SparkLake.Rewrite again = again(night, touched);
        List<DataFile> added = new ArrayList<>(labels);
        added.addAll(again.added());
        night.lake().commit(CurationTables.LABELS, added, again.removed());
        long preferences = Preferences.commit(night, edges, signals, touched);
        edges.unpersist();
        signals.unpersist();
        return Done.of(
                Map.of("labels", labels.stream().mapToLong(DataFile::rows).sum(), "preferences", preferences),
                Map.of(IngestJob.NAME, night.batchOf(IngestJob.NAME), CurateJob.NAME, night.batchOf(CurateJob.NAME)));
    }

    private static List<String> targets(Signal signal) {
        List<String> targets = new ArrayList<>();
        signal.traceId().ifPresent(trace -> targets.add(traceTarget(signal.project(), trace)));
        if (signal.traceId().isEmpty()) {
            signal.sessionId().ifPresent(session -> targets.add(sessionTarget(signal.project(), session)));
        }
        return targets;
    }

    private static String traceTarget(String project, String traceId) {
        return TRACE + TraceKey.text(project, traceId);
    }

    private static String sessionTarget(String project, String sessionId) {
        return "session|" + TraceKey.text(project, sessionId);
    }

    private static boolean isSpokenOf(Edge edge, HashSet64 spokenOf) {
        return !spokenOf.isEmpty()
                && (spokenOf.mayHold(HashSet64.hash(traceTarget(edge.project(), edge.traceId())))
                        || edge.sessionId()
                                .filter(session ->
                                        spokenOf.mayHold(HashSet64.hash(sessionTarget(edge.project(), session))))
                                .isPresent());
    }

    /** Ids are digests: their first 64 bits are as good as any. */
    static long bits(String id) {
        return Long.parseUnsignedLong(id.substring(0, 16), 16);
    }

    /** Every signal, of any night, about a trace or session of these edges. */
    private static JavaRDD<Signal> signals(Night night, JavaRDD<Provenance> edges) {
        HashSet64 wanted = new HashSet64(edges.flatMap(edge -> {
                    List<Long> targets = new ArrayList<>();
                    targets.add(HashSet64.hash(traceTarget(edge.project(), edge.traceId())));
                    edge.sessionId()
                            .ifPresent(session -> targets.add(HashSet64.hash(sessionTarget(edge.project(), session))));
                    return targets.iterator();
                })
                .distinct()
                .collect());
        return night.tables()
                .read(
                        CurationTables.SIGNALS,
                        night.state(CurationTables.SIGNALS).files())
                .filter(signal -> targets(signal).stream().anyMatch(target -> wanted.mayHold(HashSet64.hash(target))));
    }

    private static List<DataFile> labels(
            Night night, JavaRDD<Provenance> edges, JavaRDD<Signal> signals, HashSet64 touched) {
        LocalDate asOf = night.asOf();
        SparkLake tables = night.tables();
        int partitions = Math.max(night.spark().defaultParallelism(), edges.getNumPartitions());
        Credit credit = new Credit(night.config().labels());
        JavaPairRDD<String, Spoken> spoken =
                edges.flatMapToPair(edge -> Spoken.keyed(edge).iterator()).union(signals.mapToPair(Spoken::keyed));
        JavaPairRDD<String, PairEvidence> evidence = ByKey.group(
                        spoken, Spoken.class, partitions, targets -> Spoken.credited(targets, credit))
                .mapToPair(one -> new Tuple2<>(one.pairId(), PairEvidence.of(one.evidence())));
        JavaPairRDD<String, PairEvidence> before = tables.read(
                        CurationTables.LABELS,
                        night.state(CurationTables.LABELS).files(),
                        Before.class)
                .filter(label ->
                        touched.mayHold(bits(label.pairId())) && label.asOf().isBefore(asOf))
                .mapToPair(label -> new Tuple2<>(label.pairId(), PairEvidence.of(label)));
        JavaPairRDD<String, PairEvidence> known = edges.mapToPair(
                        edge -> new Tuple2<>(edge.pairId(), PairEvidence.of(edge.agent())))
                .union(evidence)
                .union(before);
        Labelling labelling = new Labelling(night.config().labels(), asOf, night.batch());
        return tables.write(
                CurationTables.LABELS,
                ByKey.group(known, PairEvidence.class, partitions, labelling::labels)
                        .setName("score: labels from signals"));
    }

    /** An edge or a signal, under the trace or the session that both are about. */
    record Spoken(Optional<Provenance> edge, Optional<Signal> signal) {
        static List<Tuple2<String, Spoken>> keyed(Provenance edge) {
            Spoken spoken = new Spoken(Optional.of(edge), Optional.empty());
            List<Tuple2<String, Spoken>> keyed = new ArrayList<>();
            keyed.add(new Tuple2<>(traceTarget(edge.project(), edge.traceId()), spoken));
            edge.sessionId()
                    .ifPresent(session -> keyed.add(new Tuple2<>(sessionTarget(edge.project(), session), spoken)));
            return keyed;
        }

        static Tuple2<String, Spoken> keyed(Signal signal) {
            // Signals that speak about nothing have been left out by now.
            return new Tuple2<>(targets(signal).get(0), new Spoken(Optional.empty(), Optional.of(signal)));
        }

        static Iterator<Credit.Credited> credited(Iterator<Groups.Group<Spoken>> targets, Credit credit) {
            return stream(targets)
                    .flatMap(target -> credited(target.key(), target.rows(), credit).stream())
                    .iterator();
        }

        private static List<Credit.Credited> credited(String target, List<Spoken> rows, Credit credit) {
            List<Provenance> edges = rows.stream()
                    .flatMap(row -> row.edge().stream())
                    .sorted(Comparator.comparing(Provenance::runId)
                            .thenComparing(Provenance::step)
                            .thenComparing(Provenance::pairId))
                    .toList();
            List<Signal> standing = StandingSignals.of(
                    rows.stream().flatMap(row -> row.signal().stream()).toList());
            return target.startsWith(TRACE) ? credit.ofTrace(edges, standing) : credit.ofSession(edges, standing);
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
            return stream(pairs)
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
                        key -> key.asOf().equals(asOf) && touched.mayHold(bits(key.pairId())));
    }

    private static <T> Stream<T> stream(Iterator<T> items) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, 0), false);
    }
}
