package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.Agent;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.export.ExportTables;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.config.SettingsDigest;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.Spliterators;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.storage.StorageLevel;
import scala.Tuple2;

/** Pairs and preferences to dataset releases. */
public final class DatasetsJob implements Job {
    public static final String NAME = "datasets";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(ExportTables.RELEASES, ExportTables.RELEASE_ROWS, CurationTables.REJECTIONS);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        boolean sameLabels = night.batchOf(ScoreJob.NAME) == night.before().consumedOf(ScoreJob.NAME);
        boolean sameSuites = night.batchOf(SuitesJob.NAME) == night.before().consumedOf(SuitesJob.NAME);
        boolean sameSettings = !night.changed(settings(night.config()));
        return sameLabels && sameSuites && sameSettings ? Optional.empty() : Optional.of(() -> publish(night));
    }

    @Override
    public String settings(LogmillConfig config) {
        return SettingsDigest.of(config.datasets());
    }

    private static Done publish(Night night) {
        Footing footing = Footing.of(night);
        List<DatasetSpec> specs = night.config().datasets().sets(agents(night));
        SelectPairs select = new SelectPairs(night.config().datasets(), specs, footing);
        JavaRDD<Standings> standings = PairFacts.standings(night, footing)
                .setName("datasets: where pairs stand")
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        JavaRDD<Selected> standing = select.byStanding(standings);
        JavaRDD<Selected> selected = select.byText(night, standing)
                .setName("datasets: choose by text")
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        JavaRDD<Selected> refused = standing.filter(row -> row.refusal().isPresent());
        SelectPreferences preferences = SelectPreferences.of(night, footing, standings);
        List<Choice> choices = choices(night, specs, refused.union(selected), preferences);
        Releases releases = new Releases(night);
        releases.publish(choices, members(choices, selected));
        selected.unpersist();
        standings.unpersist();
        replaceRejections(night, choices);
        return new Done(
                counts(choices, releases.failed().keySet()),
                releases.published(),
                Map.of(ScoreJob.NAME, night.batchOf(ScoreJob.NAME), SuitesJob.NAME, night.batchOf(SuitesJob.NAME)),
                choices.stream().flatMap(choice -> choice.warning().stream()).toList(),
                List.copyOf(releases.failed().values()));
    }

    private static Set<String> agents(Night night) {
        return night.lake().rows(CurationTables.AGENTS).stream()
                .map(Agent::agent)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Choice> choices(
            Night night, List<DatasetSpec> specs, JavaRDD<Selected> selected, SelectPreferences preferences) {
        Map<Integer, List<Selected.Decision>> decisions = selected.map(Selected::decision).collect().stream()
                .collect(Collectors.groupingBy(Selected.Decision::dataset));
        List<Choice> choices = new ArrayList<>();
        for (int dataset = 0; dataset < specs.size(); dataset++) {
            DatasetSpec spec = specs.get(dataset);
            choices.add(Choice.of(
                    spec,
                    night.config().datasets(),
                    decisions.getOrDefault(dataset, List.of()),
                    preferences.choose(spec),
                    night.asOf(),
                    night.batch()));
        }
        return choices;
    }

    /** What is published, dataset by dataset, by example id within. */
    private static Iterator<Selected> members(List<Choice> choices, JavaRDD<Selected> selected) {
        ArrayList<HashSet<String>> capped = new ArrayList<>();
        ArrayList<Boolean> publishes = new ArrayList<>();
        choices.forEach(choice -> {
            capped.add(new HashSet<>(choice.capped()));
            publishes.add(choice.publishes());
        });
        JavaPairRDD<String, Selected> members = selected.filter(
                        row -> row.member().isPresent()
                                && publishes.get(row.dataset())
                                && !capped.get(row.dataset()).contains(row.pairId()))
                .mapToPair(row -> new Tuple2<>(
                        ReleaseOrder.key(
                                row.dataset(),
                                row.member().orElseThrow().example().exampleId()),
                        row));
        ReleaseOrder order = new ReleaseOrder(choices.stream().map(Choice::kept).toList());
        return ByKey.group(members, Selected.class, order, groups -> rows(groups))
                .setName("datasets: in the order of their files")
                .toLocalIterator();
    }

    private static Iterator<Selected> rows(Iterator<Groups.Group<Selected>> groups) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(groups, 0), false)
                .flatMap(group -> group.rows().stream())
                .iterator();
    }

    /** A rejection without when it was made. */
    record Refused(String stage, String subjectRow, String agent, String reason, String measured)
            implements Serializable {
        static Refused of(Rejection row) {
            return new Refused(row.stage(), row.subjectRow(), row.agent(), row.reason(), row.measured());
        }
    }

    /**
     * What datasets refuse is decided anew each time. A refusal that stands as it did keeps its row and its night; one
     * that does not makes way.
     */
    private static void replaceRejections(Night night, List<Choice> choices) {
        Map<Refused, Rejection> refused = new LinkedHashMap<>();
        choices.forEach(choice -> choice.rejections().forEach(row -> refused.put(Refused.of(row), row)));
        HashSet<Refused> gone = new HashSet<>();
        List<DataFile> files = night.state(CurationTables.REJECTIONS).files();
        night.lake().scan(CurationTables.REJECTIONS, files, Refused.class, row -> {
            if (row.stage().startsWith(NAME + "/") && refused.remove(row) == null) {
                gone.add(row);
            }
        });
        SparkLake.Rewrite before = gone.isEmpty()
                ? new SparkLake.Rewrite(List.of(), List.of())
                : night.tables().without(CurationTables.REJECTIONS, files, Refused.class, gone::contains);
        List<DataFile> added = new ArrayList<>(
                night.lake().write(CurationTables.REJECTIONS, refused.values().iterator()));
        added.addAll(before.added());
        night.lake().commit(CurationTables.REJECTIONS, added, before.removed());
    }

    private static Map<String, Long> counts(List<Choice> choices, Set<String> failed) {
        long considered = 0;
        long quarantined = 0;
        long published = 0;
        long rejected = 0;
        for (Choice choice : choices) {
            boolean refused = failed.contains(choice.spec().name());
            considered += choice.considered();
            quarantined += refused ? choice.kept() : 0;
            published += refused ? 0 : choice.kept();
            rejected += choice.refused().size();
        }
        return Map.of(
                "considered", considered, "published", published, "quarantined", quarantined, "rejected", rejected);
    }
}
