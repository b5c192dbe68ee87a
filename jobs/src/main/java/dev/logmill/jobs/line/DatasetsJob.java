package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.agent.Agent;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Publication;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.curation.spark.SparkLake;
import dev.logmill.curation.table.Table;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.Case;
import dev.logmill.export.ExportTables;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.LiveCases;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.dataset.Selection;
import dev.logmill.export.dataset.SubjectCap;
import dev.logmill.export.release.Card;
import dev.logmill.export.release.Member;
import dev.logmill.export.release.Release;
import dev.logmill.export.release.ReleaseFiles;
import dev.logmill.export.release.ReleaseRow;
import dev.logmill.export.target.TargetFormat;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
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
        return sameLabels && sameSuites ? Optional.empty() : Optional.of(() -> new DatasetsNight(night).run());
    }

    /** One night of it. */
    private static final class DatasetsNight {
        private final Night night;
        private final HashMap<String, String> groups = new HashMap<>();
        private final HashMap<String, Side> sides = new HashMap<>();
        private final HashSet<String> narrow = new HashSet<>();
        private final LiveCases live;
        private final Map<String, Long> counts = new TreeMap<>();
        private final Map<String, String> published = new TreeMap<>();
        private final List<Release> releases = new ArrayList<>();
        private final List<ReleaseRow> rows = new ArrayList<>();
        private final List<Rejection> rejections = new ArrayList<>();

        DatasetsNight(Night night) {
            this.night = night;
            Map<String, Split> splits = night.lake().rows(CurationTables.SPLITS).stream()
                    .collect(Collectors.toMap(Split::anchor, split -> split));
            splits.keySet().forEach(anchor -> {
                String group = LeakGroups.resolve(anchor, splits);
                groups.put(anchor, group);
                Split split = splits.get(group);
                if (split != null) {
                    sides.put(anchor, split.side());
                }
            });
            night.lake().rows(CurationTables.AGENTS).stream()
                    .sorted(Comparator.comparing(Agent::asOf))
                    .forEach(agent -> {
                        String key = agent.agent() + "\n" + agent.version();
                        if (agent.narrow()) {
                            narrow.add(key);
                        } else {
                            narrow.remove(key);
                        }
                    });
            List<Case> cases = night.lake().rows(EvalTables.CASES);
            this.live = new LiveCases(
                    cases.stream().map(Case::inputId).collect(Collectors.toSet()),
                    cases.stream()
                            .map(one -> groups.getOrDefault(one.leakGroup(), one.leakGroup()))
                            .collect(Collectors.toSet()));
        }

        Done run() {
            JavaRDD<Standings> standings = standings().persist(StorageLevel.MEMORY_AND_DISK_SER());
            Set<String> agents = new HashSet<>(
                    standings.map(row -> row.pair().agent()).distinct().collect());
            for (DatasetSpec spec : night.config().datasets().sets(agents)) {
                dataset(spec, standings);
            }
            standings.unpersist();
            night.lake().append(ExportTables.RELEASES, releases);
            night.lake().append(ExportTables.RELEASE_ROWS, rows);
            replaceRejections();
            return new Done(
                    counts,
                    published,
                    Map.of(ScoreJob.NAME, night.batchOf(ScoreJob.NAME), SuitesJob.NAME, night.batchOf(SuitesJob.NAME)));
        }

        /** Every pair that something produced, with its latest label and where it stands. */
        private JavaRDD<Standings> standings() {
            JavaPairRDD<String, Pair> pairs = night.tables()
                    .read(
                            CurationTables.PAIRS,
                            night.state(CurationTables.PAIRS).files())
                    .mapToPair(pair -> new Tuple2<>(pair.pairId(), pair));
            JavaRDD<Provenance> edges = night.tables()
                    .read(
                            CurationTables.PROVENANCE,
                            night.state(CurationTables.PROVENANCE).files());
            HashSet<String> stepped = new HashSet<>(edges.filter(edge -> edge.unit() == PairUnit.STEP)
                    .map(Provenance::runId)
                    .distinct()
                    .collect());
            JavaPairRDD<String, Label> labels = night.tables()
                    .read(
                            CurationTables.LABELS,
                            night.state(CurationTables.LABELS).files())
                    .mapToPair(label -> new Tuple2<>(label.pairId(), label))
                    .reduceByKey((a, b) -> a.asOf().isAfter(b.asOf()) ? a : b);
            HashMap<String, String> resolved = groups;
            HashMap<String, Side> known = sides;
            HashSet<String> gates = narrow;
            return pairs.cogroup(edges.mapToPair(edge -> new Tuple2<>(edge.pairId(), edge)), labels)
                    .filter(row -> row._2()._1().iterator().hasNext()
                            && row._2()._2().iterator().hasNext())
                    .map(row -> Standings.of(
                            row._2()._1().iterator().next(),
                            ScoreJob.listed(row._2()._2()),
                            ScoreJob.listed(row._2()._3()),
                            stepped,
                            resolved,
                            known,
                            gates));
        }

        private void dataset(DatasetSpec spec, JavaRDD<Standings> standings) {
            PairUnit unit = night.config().datasets().unit(spec);
            Selection selection = new Selection(night.config().datasets(), spec, live);
            SelectPairs select = new SelectPairs(selection);
            List<String> agents = new ArrayList<>(spec.agents());
            JavaRDD<Selected> selected = standings
                    .filter(row ->
                            (agents.isEmpty() || agents.contains(row.pair().agent())) && row.isUnit(unit))
                    .map(select::of)
                    .persist(StorageLevel.MEMORY_AND_DISK_SER());
            List<SubjectCap.Claim> claims = selected
                    .filter(row -> row.member().isPresent())
                    .map(row -> new Selected.Claim(row.pairId(), row.firstNight(), row.subjects()))
                    .collect()
                    .stream()
                    .map(claim -> new SubjectCap.Claim(claim.pairId(), claim.firstNight(), claim.subjects()))
                    .toList();
            Map<String, Refusal> beyond =
                    new SubjectCap(night.config().datasets().maxPerSubject()).beyond(claims);
            long considered = selected.count();
            List<Rejection> refused = new ArrayList<>(refused(spec, selected));
            beyond.forEach((pair, refusal) ->
                    refused.add(refusal.rejection(spec.name(), pair, spec.name(), night.asOf(), night.batch())));
            HashSet<String> capped = new HashSet<>(beyond.keySet());
            JavaRDD<Member> members = selected.filter(row -> row.member().isPresent() && !capped.contains(row.pairId()))
                    .map(row -> row.member().orElseThrow());
            List<Member> preferences =
                    night.config().datasets().preferences() ? preferences(spec, selection) : List.of();
            long kept = members.count();
            if (considered != kept + refused.size()) {
                throw new LakeException("Dataset %s does not reconcile: %d pairs considered, %d published, %d rejected"
                        .formatted(spec.name(), considered, kept, refused.size()));
            }
            rejections.addAll(refused);
            counts.merge("considered", considered, Long::sum);
            counts.merge("published", kept, Long::sum);
            counts.merge("rejected", (long) refused.size(), Long::sum);
            if (kept >= night.config().datasets().minExamples()) {
                publish(spec, night.spark().parallelize(preferences, 1).union(members), refused);
            }
            selected.unpersist();
        }

        private List<Rejection> refused(DatasetSpec spec, JavaRDD<Selected> selected) {
            return selected.filter(row -> row.refusal().isPresent()).collect().stream()
                    .map(row -> row.refusal()
                            .orElseThrow()
                            .rejection(spec.name(), row.pairId(), row.agent(), night.asOf(), night.batch()))
                    .toList();
        }

        private List<Member> preferences(DatasetSpec spec, Selection selection) {
            Map<String, String> groupOf = new HashMap<>();
            night.tables()
                    .read(
                            CurationTables.PROVENANCE,
                            night.state(CurationTables.PROVENANCE).files())
                    .mapToPair(edge -> new Tuple2<>(edge.pairId(), edge.agentVersion() + "\n" + edge.leakGroup()))
                    .reduceByKey((a, b) -> a.compareTo(b) < 0 ? a : b)
                    .collect()
                    .forEach(row -> groupOf.put(row._1(), row._2()));
            List<Member> members = new ArrayList<>();
            for (Preference preference : night.lake().rows(CurationTables.PREFERENCES)) {
                String place = groupOf.get(preference.rejectedPairId());
                if (place != null && spec.takes(preference.agent())) {
                    String version = place.substring(0, place.indexOf('\n'));
                    String anchor = place.substring(place.indexOf('\n') + 1);
                    Side side = sides.getOrDefault(anchor, Side.TRAIN);
                    String group = groups.getOrDefault(anchor, anchor);
                    boolean gate = narrow.contains(preference.agent() + "\n" + version);
                    SelectPairs.preference(selection, preference, group, side, gate)
                            .ifPresent(members::add);
                }
            }
            return members;
        }

        private void publish(DatasetSpec spec, JavaRDD<Member> members, List<Rejection> refused) {
            List<TargetFormat> targets = night.config().datasets().targets(spec);
            Shelf shelf = Shelves.dataset(night, spec.name());
            Draft draft = shelf.draft(night.asOf());
            boolean someTools = !members.filter(
                            member -> !member.example().tools().isEmpty())
                    .take(1)
                    .isEmpty();
            ReleaseFiles files = new ReleaseFiles(spec.name(), draft, targets, someTools);
            List<Member> written = new ArrayList<>();
            files.write(
                    members.mapToPair(member -> new Tuple2<>(member.example().exampleId(), member))
                            .sortByKey()
                            .values()
                            .toLocalIterator(),
                    written::add);
            Map<String, Long> leftOut = refused.stream()
                    .collect(Collectors.groupingBy(Rejection::reason, TreeMap::new, Collectors.counting()));
            draft.describe(
                    "README.md",
                    new Card(
                                    spec.name(),
                                    night.asOf(),
                                    night.config().datasets().license(),
                                    files,
                                    leftOut)
                            .bytes());
            Map<String, Long> figures = new TreeMap<>();
            files.examples().forEach((side, count) -> figures.put(side.name().toLowerCase(Locale.ROOT), count));
            figures.put("refused", (long) refused.size());
            Optional<String> parent = shelf.latest().map(Latest::version);
            Manifest manifest = new Manifest(
                    NAME,
                    spec.name(),
                    night.asOf(),
                    parent,
                    Shelves.CODE,
                    night.config().digest(),
                    Shelves.inputs(night),
                    figures,
                    draft.entries());
            if (shelf.publish(draft, manifest) instanceof Publication.Published done) {
                record(spec, done, parent, written, files);
            }
        }

        private void record(
                DatasetSpec spec,
                Publication.Published done,
                Optional<String> parent,
                List<Member> written,
                ReleaseFiles files) {
            published.put("datasets/" + spec.name(), done.version());
            Map<String, Double> before = new HashMap<>();
            parent.ifPresent(version -> night.lake().scan(night.state(ExportTables.RELEASE_ROWS), row -> {
                if (row.dataset().equals(spec.name()) && row.version().equals(version)) {
                    before.put(row.exampleId(), row.probability());
                }
            }));
            long flips = written.stream()
                    .filter(member -> {
                        Double earlier = before.get(member.example().exampleId());
                        return earlier != null && (earlier < 0.5) != (member.probability() < 0.5);
                    })
                    .count();
            releases.add(new Release(
                    spec.name(),
                    done.version(),
                    done.manifest().digest(),
                    night.asOf(),
                    files.examples().getOrDefault(Side.TRAIN, 0L),
                    files.examples().getOrDefault(Side.VALIDATION, 0L),
                    files.examples().getOrDefault(Side.TEST, 0L),
                    flips,
                    parent,
                    night.batch()));
            written.forEach(member -> rows.add(new ReleaseRow(
                    spec.name(),
                    done.version(),
                    member.example().exampleId(),
                    member.origin(),
                    member.side().name().toLowerCase(Locale.ROOT),
                    member.leakGroup(),
                    member.probability(),
                    night.batch())));
        }

        /** What datasets refuse is decided anew each time, so it takes the place of what stood there. */
        private void replaceRejections() {
            SparkLake.Rewrite before = night.tables()
                    .without(
                            CurationTables.REJECTIONS,
                            night.state(CurationTables.REJECTIONS).files(),
                            CurateJob.Refused.class,
                            row -> row.stage().startsWith(NAME + "/"),
                            row -> row.stage().startsWith(NAME + "/"));
            List<DataFile> added =
                    new ArrayList<>(night.lake().write(CurationTables.REJECTIONS, rejections.iterator()));
            added.addAll(before.added());
            night.lake().commit(CurationTables.REJECTIONS, added, before.removed());
        }
    }
}
