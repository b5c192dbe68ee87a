package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Credit;
import dev.logmill.curation.feedback.Evidence;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.feedback.Labeller;
import dev.logmill.curation.feedback.StandingSignals;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Signal;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Signals to labels: pairs that are new tonight, and old ones that late signals speak about. */
public final class ScoreJob implements Job {
    public static final String NAME = "score";

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
        return sameSignals && samePairs ? Optional.empty() : Optional.of(() -> score(night));
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
                        .map(ScoreJob::bits)
                        .distinct()
                        .collect());
        List<DataFile> provenance = night.state(CurationTables.PROVENANCE).files();
        long done = night.before().consumedOf(CurateJob.NAME);
        HashSet64 touched = new HashSet64(tables.read(CurationTables.PROVENANCE, provenance, Edge.class)
                .filter(edge -> edge.batch() > done || isSpokenOf(edge, spokenOf))
                .map(edge -> bits(edge.pairId()))
                .distinct()
                .collect());
        JavaRDD<Provenance> edges = tables.read(CurationTables.PROVENANCE, provenance)
                .filter(edge -> touched.mayHold(bits(edge.pairId())))
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
        return Digest.of("trace", project, traceId).id();
    }

    private static String sessionTarget(String project, String sessionId) {
        return Digest.of("session", project, sessionId).id();
    }

    private static boolean isSpokenOf(Edge edge, HashSet64 spokenOf) {
        return !spokenOf.isEmpty()
                && (spokenOf.mayHold(bits(traceTarget(edge.project(), edge.traceId())))
                        || edge.sessionId()
                                .filter(session -> spokenOf.mayHold(bits(sessionTarget(edge.project(), session))))
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
                    targets.add(bits(traceTarget(edge.project(), edge.traceId())));
                    edge.sessionId().ifPresent(session -> targets.add(bits(sessionTarget(edge.project(), session))));
                    return targets.iterator();
                })
                .distinct()
                .collect());
        return night.tables()
                .read(
                        CurationTables.SIGNALS,
                        night.state(CurationTables.SIGNALS).files())
                .filter(signal -> targets(signal).stream().anyMatch(target -> wanted.mayHold(bits(target))));
    }

    private static List<DataFile> labels(
            Night night, JavaRDD<Provenance> edges, JavaRDD<Signal> signals, HashSet64 touched) {
        Credit credit = new Credit(night.config().labels());
        JavaPairRDD<String, Evidence> ofTraces = edges.mapToPair(
                        edge -> new Tuple2<>(traceTarget(edge.project(), edge.traceId()), edge))
                .cogroup(signals.filter(signal -> signal.traceId().isPresent())
                        .mapToPair(signal -> new Tuple2<>(targets(signal).get(0), signal)))
                .flatMapToPair(trace ->
                        credit
                                .ofTrace(
                                        sorted(trace._2()._1()),
                                        StandingSignals.of(listed(trace._2()._2())))
                                .stream()
                                .map(one -> new Tuple2<>(one.pairId(), one.evidence()))
                                .iterator());
        JavaPairRDD<String, Evidence> ofSessions = edges.filter(
                        edge -> edge.sessionId().isPresent())
                .mapToPair(edge -> new Tuple2<>(
                        sessionTarget(edge.project(), edge.sessionId().orElseThrow()), edge))
                .cogroup(signals.filter(signal -> signal.traceId().isEmpty())
                        .mapToPair(signal -> new Tuple2<>(targets(signal).get(0), signal)))
                .flatMapToPair(session ->
                        credit
                                .ofSession(
                                        sorted(session._2()._1()),
                                        StandingSignals.of(listed(session._2()._2())))
                                .stream()
                                .map(one -> new Tuple2<>(one.pairId(), one.evidence()))
                                .iterator());
        LocalDate asOf = night.asOf();
        JavaPairRDD<String, Before> before = night.tables()
                .read(CurationTables.LABELS, night.state(CurationTables.LABELS).files(), Before.class)
                .filter(label ->
                        touched.mayHold(bits(label.pairId())) && label.asOf().isBefore(asOf))
                .mapToPair(label -> new Tuple2<>(label.pairId(), label))
                .reduceByKey((a, b) -> a.asOf().isAfter(b.asOf()) ? a : b);
        JavaPairRDD<String, Provenance> byPair = edges.mapToPair(edge -> new Tuple2<>(edge.pairId(), edge));
        LabelPair labelled = new LabelPair(new Labelling(night.config().labels(), night.asOf(), night.batch()));
        return night.tables()
                .write(
                        CurationTables.LABELS,
                        byPair.cogroup(ofTraces.union(ofSessions), before)
                                .filter(pair -> pair._2()._1().iterator().hasNext())
                                .map(pair -> labelled.of(
                                        pair._1(),
                                        listed(pair._2()._1()),
                                        listed(pair._2()._2()),
                                        listed(pair._2()._3())))
                                .setName("score: labels from signals"));
    }

    private record Labelling(LabelConfig config, LocalDate asOf, long batch) implements Serializable {}

    private record LabelPair(Labelling labelling) implements Serializable {
        Label of(String pairId, List<Provenance> edges, List<Evidence> evidence, List<Before> before) {
            Optional<Double> previous = before.stream().findFirst().map(Before::probability);
            return new Labeller(labelling.config())
                    .label(
                            pairId,
                            edges.get(0).agent(),
                            evidence,
                            edges.size(),
                            previous,
                            labelling.asOf(),
                            labelling.batch());
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
                        key -> key.asOf().equals(asOf) && touched.mayHold(bits(key.pairId())),
                        label -> label.asOf().equals(asOf) && touched.mayHold(bits(label.pairId())));
    }

    private static List<Provenance> sorted(Iterable<Provenance> edges) {
        List<Provenance> sorted = listed(edges);
        sorted.sort(Comparator.comparing(Provenance::runId)
                .thenComparing(Provenance::step)
                .thenComparing(Provenance::pairId));
        return sorted;
    }

    static <T> List<T> listed(Iterable<T> rows) {
        List<T> list = new ArrayList<>();
        rows.forEach(list::add);
        return list;
    }
}
