package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.Agent;
import dev.logmill.curation.spark.ByKey;
import dev.logmill.curation.spark.Groups;
import dev.logmill.curation.spark.PartitionRows;
import dev.logmill.curation.table.Table;
import dev.logmill.export.ExportTables;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.config.SettingsDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
        Set<String> agents = agents(night);
        List<DatasetSpec> specs = night.config().datasets().sets(agents);
        SelectPairs select = new SelectPairs(night.config().datasets(), specs, footing);
        JavaRDD<Standings> standings = PairFacts.standings(night, footing)
                .setName("datasets: where pairs stand")
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        JavaRDD<Selected> standing = select.byStanding(standings);
        JavaRDD<Selected> selected = select.byText(night, standing)
                .setName("datasets: choose by text")
                .persist(StorageLevel.MEMORY_AND_DISK_SER());
        Refusals refusals = refusals(night, specs, standing.union(selected));
        SelectPreferences preferences = SelectPreferences.of(night, footing, standings);
        List<Choice> choices = choices(night, specs, selected, refusals, preferences);
        Releases releases = new Releases(night);
        releases.publish(choices, members(choices, selected), probabilities(standings, select, releases.earlier()));
        refusals.replace(choices.stream()
                .flatMap(choice -> choice.rejectionsTogether().stream())
                .toList());
        selected.unpersist();
        standings.unpersist();
        return new Done(
                counts(choices, releases.failed().keySet()),
                releases.published(),
                Map.of(ScoreJob.NAME, night.batchOf(ScoreJob.NAME), SuitesJob.NAME, night.batchOf(SuitesJob.NAME)),
                Stream.of(
                                UnknownAgents.warnings(specs, agents),
                                MissingJobs.warnings(choices, night.config().datasets()),
                                choices.stream().flatMap(choice -> choice.warning().stream()),
                                releases.leftBehind(choices, footing.sides()).stream())
                        .flatMap(warnings -> warnings)
                        .toList(),
                List.copyOf(releases.failed().values()));
    }

    private static Refusals refusals(Night night, List<DatasetSpec> specs, JavaRDD<Selected> looked) {
        ArrayList<String> names =
                new ArrayList<>(specs.stream().map(DatasetSpec::name).toList());
        LocalDate asOf = night.asOf();
        long batch = night.batch();
        return Refusals.of(
                night,
                looked.filter(row -> row.refusal().isPresent())
                        .map(row -> row.rejection(names.get(row.dataset()), asOf, batch)));
    }

    /** How good the pairs of earlier versions are held to be now. */
    private static Map<String, Double> probabilities(
            JavaRDD<Standings> standings, SelectPairs select, Set<String> published) {
        HashSet<String> earlier = new HashSet<>(published);
        Map<String, Double> probabilities = new HashMap<>();
        standings
                .filter(row -> earlier.contains(row.pair().pairId()))
                .mapToPair(row -> new Tuple2<>(row.pair().pairId(), select.probability(row)))
                .collect()
                .forEach(row -> probabilities.put(row._1(), row._2()));
        return probabilities;
    }

    private static Set<String> agents(Night night) {
        return night.lake().rows(CurationTables.AGENTS).stream()
                .map(Agent::agent)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Choice> choices(
            Night night,
            List<DatasetSpec> specs,
            JavaRDD<Selected> selected,
            Refusals refusals,
            SelectPreferences preferences) {
        Map<Integer, List<Selected.Wish>> wishes =
                selected.filter(row -> row.member().isPresent()).map(Selected::wish).collect().stream()
                        .collect(Collectors.groupingBy(Selected.Wish::dataset));
        List<Choice> choices = new ArrayList<>();
        for (int dataset = 0; dataset < specs.size(); dataset++) {
            DatasetSpec spec = specs.get(dataset);
            choices.add(Choice.of(
                    spec,
                    night.config().datasets(),
                    wishes.getOrDefault(dataset, List.of()),
                    refusals.of(spec.name()),
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
        return PartitionRows.stream(groups)
                .flatMap(group -> group.rows().stream())
                .iterator();
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
            rejected += choice.rejected();
        }
        return Map.of(
                "considered", considered, "published", published, "quarantined", quarantined, "rejected", rejected);
    }
}
