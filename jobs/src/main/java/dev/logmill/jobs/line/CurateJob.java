package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.Agent;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.night.Progress;
import dev.logmill.curation.pair.LeakAnchors;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.rule.Sieve;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;

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

    private static Done curate(Night night) {
        JavaRDD<Judged> withPairs = judged(night);
        JavaRDD<Judged> judged = withPairs.map(Judged::withoutPair).persist(StorageLevel.MEMORY_AND_DISK_SER());
        CurateFacts facts = CurateFacts.of(judged);
        LeakGroups.Change change = TonightsGroups.taken(night, facts.ties());
        List<DataFile> pairs = NewPairs.write(night, withPairs, facts.pairs());
        night.lake().commit(CurationTables.PAIRS, pairs, List.of());
        RemadeTraces remade =
                RemadeTraces.of(night, facts.traces(), night.before().consumedOf(IngestJob.NAME), ingested(night));
        List<JudgedPart> parts = parts(night, judged, change.anchors(), remade);
        judged.unpersist();
        FormerEdges.commit(night, remade.traces(), facts.rebuiltEdges());
        remade.withoutEdges().commit(night.lake(), CurationTables.PROVENANCE, all(parts, JudgedPart::provenance));
        remade.withoutRefusals().commit(night.lake(), CurationTables.REJECTIONS, all(parts, JudgedPart::rejections));
        TonightsGroups.commit(night, change);
        List<Agent> agents = AgentMeasures.commit(night, all(parts, JudgedPart::measures));
        Map<String, Long> counts = facts.counts().byName();
        counts.put("pairs-new", pairs.stream().mapToLong(DataFile::rows).sum());
        counts.put("leak-groups-changed", (long) change.splits().size());
        List<String> warnings = new ArrayList<>(facts.agents().warnings());
        warnings.addAll(facts.missingJobs().warnings());
        warnings.addAll(Sprawl.warnings(agents, night.config().datasets()));
        return done(night, counts, warnings);
    }

    /**
     * What became of the candidates of the runs that are new. They are judged once for the pairs and once for all else:
     * pairs hold the conversation so far, step by step, and to keep them in memory costs more.
     */
    private static JavaRDD<Judged> judged(Night night) {
        long done = night.before().consumedOf(AssembleJob.NAME);
        JavaRDD<Run> runs = night.tables().since(night.state(CurationTables.RUNS), done, Run::batch);
        Sieve sieve = new Sieve(night.config().pairs());
        return runs.flatMap(new JudgeRuns(sieve, JobAgents.of(night.config().datasets()), night.asOf(), night.batch()));
    }

    /** Writes where pairs came from and what was refused, and measures the agents. */
    private static List<JudgedPart> parts(
            Night night, JavaRDD<Judged> judged, LeakAnchors anchors, RemadeTraces remade) {
        EarlierEdges before = EarlierEdges.of(night, remade.traces());
        Broadcast<LeakAnchors> groups = night.spark().broadcast(anchors);
        SparkLake.Place place = night.tables().place();
        return judged.mapPartitions(rows -> List.of(JudgedPart.write(place.open(), rows, groups.value(), before))
                        .iterator())
                .setName("curate: provenance, rejections and measures")
                .collect();
    }

    private static <T> List<T> all(List<JudgedPart> parts, Function<JudgedPart, List<T>> some) {
        return parts.stream().flatMap(part -> some.apply(part).stream()).toList();
    }

    private static Done done(Night night, Map<String, Long> counts, List<String> warnings) {
        return new Done(
                counts,
                Map.of(),
                Map.of(AssembleJob.NAME, night.batchOf(AssembleJob.NAME), IngestJob.NAME, ingested(night)),
                warnings,
                List.of());
    }

    /** The ingest that the assembly has come to. */
    private static long ingested(Night night) {
        Progress assembly = night.progress().get(AssembleJob.NAME);
        return assembly == null ? 0 : assembly.consumedOf(IngestJob.NAME);
    }
}
