package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.Agent;
import dev.logmill.curation.agent.AgentState;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.TableState;
import dev.logmill.curation.night.Progress;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.LeakKey;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.pair.rule.Sieve;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Runs to pairs: tonight's runs are judged, duplicates collapsed, leak groups kept whole. */
public final class CurateJob implements Job {
    public static final String NAME = "curate";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(
                CurationTables.PAIRS,
                CurationTables.PROVENANCE,
                CurationTables.FORMER_EDGES,
                CurationTables.REJECTIONS,
                CurationTables.LEAK_KEYS,
                CurationTables.SPLITS,
                CurationTables.AGENTS);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        return night.batchOf(AssembleJob.NAME) == night.before().consumedOf(AssembleJob.NAME)
                ? Optional.empty()
                : Optional.of(() -> curate(night));
    }

    /** A pair by its id. */
    record PairId(String pairId) {}

    /** A row by the trace it came from. */
    record OfTrace(String project, String traceId) {}

    /** A rejection by the trace that it refused something of. */
    record Refused(String stage, String project, String traceId) {}

    private static Done curate(Night night) {
        long done = night.before().consumedOf(AssembleJob.NAME);
        JavaRDD<Run> runs = night.tables().since(night.state(CurationTables.RUNS), done, Run::batch);
        Sieve sieve = new Sieve(night.config().pairs());
        JavaRDD<Judged> judged = runs.flatMap(new JudgeRuns(sieve, night.asOf(), night.batch()))
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        CurateFacts facts = CurateFacts.of(judged);
        LeakGroups groups = groups(night, facts);
        LeakGroups.Change change = groups.take(facts.occurrences().values());
        List<DataFile> pairs = newPairs(night, judged, facts);
        night.lake().commit(CurationTables.PAIRS, pairs, List.of());
        List<AgentState> measures = write(night, judged, facts, groups, remade(night, facts));
        judged.unpersist();
        commitGroups(night, change);
        List<Agent> agents = AgentMeasures.commit(night, measures);
        Map<String, Long> counts = new TreeMap<>(facts.counts());
        counts.put("pairs-new", pairs.stream().mapToLong(DataFile::rows).sum());
        counts.put("leak-groups-changed", (long) change.splits().size());
        return new Done(
                counts,
                Map.of(),
                Map.of(AssembleJob.NAME, night.batchOf(AssembleJob.NAME), IngestJob.NAME, assembledIngest(night)),
                Sprawl.warnings(agents, night.config().datasets()),
                List.of());
    }

    /** The ingest that the assembly has come to. */
    private static long assembledIngest(Night night) {
        Progress assembly = night.progress().get(AssembleJob.NAME);
        return assembly == null ? 0 : assembly.consumedOf(IngestJob.NAME);
    }

    /** Tonight's traces that earlier nights may have rows of: those built again, and those that no run is left of. */
    private static Set<String> remade(Night night, CurateFacts facts) {
        Set<String> remade = new HashSet<>(facts.rebuiltTraces());
        if (night.state(CurationTables.PROVENANCE).files().isEmpty()
                && night.state(CurationTables.REJECTIONS).files().isEmpty()) {
            return remade;
        }
        long after = night.before().consumedOf(IngestJob.NAME);
        long last = assembledIngest(night);
        HashSet64 judged = facts.traces();
        List<DataFile> fresh = night.state(CurationTables.SPANS).files().stream()
                .filter(file -> file.mayHold("batch", after + 1, last))
                .toList();
        remade.addAll(night.tables()
                .read(CurationTables.SPANS, fresh, AssembleJob.Touch.class)
                .filter(span -> span.batch() > after
                        && span.batch() <= last
                        && !judged.mayHold(TraceKey.hash(span.project(), span.traceId())))
                .map(span -> TraceKey.text(span.project(), span.traceId()))
                .collect());
        return remade;
    }

    /** One row a pair, and only pairs that no earlier night made. */
    private static List<DataFile> newPairs(Night night, JavaRDD<Judged> judged, CurateFacts facts) {
        Set<String> tonight = facts.pairs();
        HashSet64 wanted = new HashSet64(tonight.stream().map(ScoreJob::bits).toList());
        Set<String> known = new HashSet<>(night.tables()
                .read(CurationTables.PAIRS, night.state(CurationTables.PAIRS).files(), PairId.class)
                .map(PairId::pairId)
                .filter(id -> wanted.mayHold(ScoreJob.bits(id)))
                .collect());
        JavaPairRDD<String, Pair> pairs = judged.mapPartitionsToPair(some -> firstOfEach(some, known));
        return night.tables()
                .write(
                        CurationTables.PAIRS,
                        ByKey.group(pairs, Pair.class, Math.max(1, judged.getNumPartitions()), CurateJob::collapsed)
                                .setName("curate: collapse duplicates"));
    }

    /** One pair an id, so that what is asked a million times crosses the shuffle once a partition. */
    private static Iterator<Tuple2<String, Pair>> firstOfEach(Iterator<Judged> rows, Set<String> known) {
        Set<String> seen = new HashSet<>();
        return stream(rows)
                .flatMap(row -> row.pair().stream())
                .filter(pair -> !known.contains(pair.pairId()) && seen.add(pair.pairId()))
                .map(pair -> new Tuple2<>(pair.pairId(), pair))
                .iterator();
    }

    /** The pairs of one id are the same in everything that the id is made of: any stands for all. */
    private static Iterator<Pair> collapsed(Iterator<Groups.Group<Pair>> pairs) {
        return stream(pairs).map(group -> group.rows().get(0)).iterator();
    }

    private static <T> Stream<T> stream(Iterator<T> items) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(items, 0), false);
    }

    /** Where pairs came from, what was refused, and the measures of agents: what stood there for remade traces makes way. */
    private static List<AgentState> write(
            Night night, JavaRDD<Judged> judged, CurateFacts facts, LeakGroups groups, Set<String> remade) {
        HashMap<String, EdgeGroups> edgeGroups = new HashMap<>();
        // Many edges share few groups, and every task holds them all.
        Map<EdgeGroups, EdgeGroups> shared = new HashMap<>();
        facts.occurrences()
                .forEach((row, occurrence) ->
                        edgeGroups.put(row, shared.computeIfAbsent(EdgeGroups.of(groups, occurrence), one -> one)));
        EarlierEdges before = EarlierEdges.of(night, remade);
        SparkLake.Place place = night.tables().place();
        List<JudgedPart> parts = judged.mapPartitions(
                        rows -> List.of(JudgedPart.write(place.open(), rows, edgeGroups, before))
                                .iterator())
                .setName("curate: provenance, rejections and measures")
                .collect();
        FormerEdges.commit(night, remade, facts.occurrences());
        replace(night, CurationTables.PROVENANCE, all(parts, JudgedPart::provenance), earlier(night, remade));
        replace(night, CurationTables.REJECTIONS, all(parts, JudgedPart::rejections), earlierRefusals(night, remade));
        return all(parts, JudgedPart::measures);
    }

    private static <T> List<T> all(List<JudgedPart> parts, Function<JudgedPart, List<T>> some) {
        return parts.stream().flatMap(part -> some.apply(part).stream()).toList();
    }

    private static void replace(Night night, Table<?> table, List<DataFile> made, SparkLake.Rewrite earlier) {
        List<DataFile> added = new ArrayList<>(made);
        added.addAll(earlier.added());
        night.lake().commit(table, added, earlier.removed());
    }

    private static SparkLake.Rewrite earlier(Night night, Set<String> remade) {
        return remade.isEmpty()
                ? new SparkLake.Rewrite(List.of(), List.of())
                : night.tables()
                        .without(
                                CurationTables.PROVENANCE,
                                night.state(CurationTables.PROVENANCE).files(),
                                OfTrace.class,
                                row -> remade.contains(TraceKey.text(row.project(), row.traceId())));
    }

    private static SparkLake.Rewrite earlierRefusals(Night night, Set<String> remade) {
        return remade.isEmpty()
                ? new SparkLake.Rewrite(List.of(), List.of())
                : night.tables()
                        .without(
                                CurationTables.REJECTIONS,
                                night.state(CurationTables.REJECTIONS).files(),
                                Refused.class,
                                row -> row.stage().equals(NAME)
                                        && remade.contains(TraceKey.text(row.project(), row.traceId())));
    }

    private static LeakGroups groups(Night night, CurateFacts facts) {
        Set<String> keys = new HashSet<>();
        facts.occurrences().values().forEach(occurrence -> keys.addAll(occurrence.keys()));
        HashSet64 wanted = new HashSet64(keys.stream().map(ScoreJob::bits).toList());
        List<LeakKey> known = night.tables()
                .read(
                        CurationTables.LEAK_KEYS,
                        night.state(CurationTables.LEAK_KEYS).files(),
                        LeakKeyId.class,
                        key -> wanted.mayHold(ScoreJob.bits(key.leakKey())))
                .collect();
        List<LeakKey> tonight =
                known.stream().filter(key -> keys.contains(key.leakKey())).toList();
        List<Split> splits = night.lake().rows(CurationTables.SPLITS);
        return new LeakGroups(night.config().leak(), night.asOf(), night.batch(), tonight, splits);
    }

    private static void commitGroups(Night night, LeakGroups.Change change) {
        Set<String> keys = change.keys().stream().map(LeakKey::leakKey).collect(Collectors.toSet());
        replace(night, CurationTables.LEAK_KEYS, LeakKeyId.class, row -> keys.contains(row.leakKey()), change.keys());
        Set<String> anchors = change.splits().stream().map(Split::anchor).collect(Collectors.toSet());
        replace(night, CurationTables.SPLITS, Anchor.class, row -> anchors.contains(row.anchor()), change.splits());
    }

    /** A leak key by itself. */
    record LeakKeyId(String leakKey) {}

    /** A split by its anchor. */
    record Anchor(String anchor) {}

    /** Puts rows in the place of those that have gone. */
    private static <R, V> void replace(
            Night night, Table<R> table, Class<V> view, SparkLake.Wanted<V> gone, List<R> rows) {
        TableState<R> state = night.state(table);
        SparkLake.Rewrite rewrite = state.files().isEmpty()
                ? new SparkLake.Rewrite(List.of(), List.of())
                : night.tables().without(table, state.files(), view, gone);
        replace(night, table, night.lake().write(table, rows.iterator()), rewrite);
    }
}
