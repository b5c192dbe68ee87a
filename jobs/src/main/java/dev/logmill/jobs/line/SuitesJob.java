package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.publish.Draft;
import dev.logmill.curation.publish.HashingFile;
import dev.logmill.curation.publish.Latest;
import dev.logmill.curation.publish.Manifest;
import dev.logmill.curation.publish.Publication;
import dev.logmill.curation.publish.Shelf;
import dev.logmill.curation.publish.Slug;
import dev.logmill.curation.table.Table;
import dev.logmill.curation.trace.Message;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.Candidate;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.GraderChoice;
import dev.logmill.eval.suite.Pick;
import dev.logmill.eval.suite.References;
import dev.logmill.eval.suite.SuiteBuilder;
import dev.logmill.eval.suite.SuiteDiff;
import dev.logmill.eval.suite.SuiteFile;
import dev.logmill.eval.suite.SuiteVersion;
import dev.logmill.eval.suite.TestLottery;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;

/** Tonight's failures and a random sample of all traffic become cases; one suite an agent. */
public final class SuitesJob implements Job {
    public static final String NAME = "suites";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Table<?>> writes() {
        return List.of(EvalTables.CASES, EvalTables.SUITES, CurationTables.SPLITS, CurationTables.REJECTIONS);
    }

    @Override
    public Optional<Work> prepare(Night night) {
        return night.batchOf(ScoreJob.NAME) == night.before().consumedOf(ScoreJob.NAME)
                ? Optional.empty()
                : Optional.of(() -> new SuitesNight(night).run());
    }

    /** One night of it. */
    private static final class SuitesNight {
        private final Night night;
        private final Map<String, Split> splits = new TreeMap<>();
        private final Map<String, Long> counts = new TreeMap<>();
        private final Map<String, String> published = new TreeMap<>();
        private final List<Case> cases = new ArrayList<>();
        private final List<SuiteVersion> versions = new ArrayList<>();
        private final List<Rejection> refused = new ArrayList<>();
        private final Set<String> moved = new HashSet<>();
        private final List<String> warnings = new ArrayList<>();

        SuitesNight(Night night) {
            this.night = night;
            night.lake().rows(CurationTables.SPLITS).forEach(split -> splits.put(split.anchor(), split));
        }

        Done run() {
            Map<String, Label> labels = tonightsLabels();
            Map<String, List<Candidate>> candidates = candidates(labels);
            Map<String, List<Case>> before = night.lake().rows(EvalTables.CASES).stream()
                    .collect(Collectors.groupingBy(Case::suite, TreeMap::new, Collectors.toList()));
            Map<String, SuiteVersion> latest = latest();
            Set<String> suites = new TreeSet<>(before.keySet());
            Map<String, List<Candidate>> bySuite = new TreeMap<>();
            candidates.forEach((agent, list) -> bySuite.put(Slug.of(agent), list));
            suites.addAll(bySuite.keySet());
            Map<String, List<Pick>> picks = new TreeMap<>();
            for (String suite : suites) {
                picks.put(suite, builder(suite).draw(bySuite.getOrDefault(suite, List.of())));
            }
            Material material = Material.of(
                    night,
                    picks.values().stream().flatMap(List::stream).toList(),
                    before.values().stream()
                            .flatMap(List::stream)
                            .filter(one -> labels.containsKey(one.pairId()))
                            .toList());
            for (String suite : suites) {
                version(
                        suite,
                        before.getOrDefault(suite, List.of()),
                        picks.getOrDefault(suite, List.of()),
                        material,
                        Optional.ofNullable(latest.get(suite)));
            }
            commit();
            counts.put("cases", (long) cases.size());
            counts.put(
                    "graded",
                    cases.stream().filter(one -> one.reference().isPresent()).count());
            counts.put("groups-moved-to-test", (long) moved.size());
            counts.put("refused", (long) refused.size());
            return new Done(
                    counts,
                    published,
                    Map.of(ScoreJob.NAME, night.batchOf(ScoreJob.NAME), CurateJob.NAME, night.batchOf(CurateJob.NAME)),
                    warnings);
        }

        private SuiteBuilder builder(String suite) {
            return new SuiteBuilder(
                    suite, night.config().suites(), night.config().leak().test());
        }

        private Map<String, SuiteVersion> latest() {
            Map<String, SuiteVersion> latest = new TreeMap<>();
            night.lake().rows(EvalTables.SUITES).stream()
                    .sorted(Comparator.comparing(SuiteVersion::batch))
                    .forEach(version -> latest.put(version.suite(), version));
            return latest;
        }

        private Map<String, Label> tonightsLabels() {
            long day = night.asOf().toEpochDay();
            LocalDate asOf = night.asOf();
            List<DataFile> files = night.state(CurationTables.LABELS).files().stream()
                    .filter(file -> file.mayHold("as_of", day, day))
                    .toList();
            Map<String, Label> labels = new HashMap<>();
            night.tables()
                    .read(CurationTables.LABELS, files)
                    .filter(label -> label.asOf().equals(asOf))
                    .collect()
                    .forEach(label -> labels.put(label.pairId(), label));
            return labels;
        }

        /** Tonight's pairs, and older ones that tonight's feedback calls bad; by agent. */
        private Map<String, List<Candidate>> candidates(Map<String, Label> labels) {
            double below = night.config().suites().failureBelow();
            Set<String> failing = labels.values().stream()
                    .filter(label -> label.signals() > 0 && label.probability() < below)
                    .map(Label::pairId)
                    .collect(Collectors.toSet());
            long done = night.before().consumedOf(CurateJob.NAME);
            JavaRDD<Provenance> all = night.tables()
                    .read(
                            CurationTables.PROVENANCE,
                            night.state(CurationTables.PROVENANCE).files());
            Rooms rooms = Rooms.of(night, splits, failing);
            Set<String> testByLot = TestLottery.groups(splits, night.config().leak());
            Map<String, List<Candidate>> candidates = new TreeMap<>();
            all.filter(edge -> edge.batch() > done || failing.contains(edge.pairId()))
                    .collect()
                    .forEach(edge -> {
                        String group = LeakGroups.resolve(edge.leakGroup(), splits);
                        boolean inLottery = edge.batch() > done && testByLot.contains(group);
                        candidates
                                .computeIfAbsent(edge.agent(), none -> new ArrayList<>())
                                .add(new Candidate(
                                        edge,
                                        failing.contains(edge.pairId()),
                                        inLottery,
                                        group,
                                        side(group),
                                        rooms.movable(edge.agent(), group),
                                        rooms.reach(edge.agent(), group)));
                    });
            return candidates;
        }

        private Side side(String group) {
            Split split = splits.get(group);
            if (split == null) {
                throw new LakeException("Leak group %s has no side".formatted(group));
            }
            return split.side();
        }

        private void version(
                String suite, List<Case> before, List<Pick> picks, Material material, Optional<SuiteVersion> parent) {
            SuiteBuilder builder = builder(suite);
            List<Case> standing = new ArrayList<>();
            for (Case one : builder.drawnAgain(before, picks)) {
                Case known = builder.referenced(one, material.references(), material.graders(one.agent()));
                Case usable = builder.broken(known).isEmpty() ? known : one;
                standing.add(usable.inGroup(LeakGroups.resolve(one.leakGroup(), splits)));
            }
            for (Pick pick : SuiteBuilder.fresh(picks, before)) {
                Pair pair = material.pair(pick.candidate().provenance().pairId());
                Case made = builder.made(
                        pick, pair, material.references(), material.graders(pair.agent()), night.asOf(), night.batch());
                if (usable(suite, builder, made)) {
                    standing.add(made);
                    moveToTest(pick);
                }
            }
            List<Case> next = builder.next(standing);
            cases.addAll(next);
            SuiteDiff diff = SuiteDiff.between(before, next);
            if (next.size() >= night.config().suites().minCases() && !diff.isEmpty()) {
                publish(suite, diff, next, parent);
                warnOfFewAnswers(suite, next);
            }
        }

        /** A suite that decides nothing yet is published all the same: answers come with feedback. */
        private void warnOfFewAnswers(String suite, List<Case> published) {
            List<Case> random = published.stream().filter(Case::randomSample).toList();
            long graded =
                    random.stream().filter(one -> one.reference().isPresent()).count();
            int wanted = night.config().evaluate().minCases();
            if (graded < wanted) {
                warnings.add(
                        ("suite %s: feedback gave a right answer to %d of the %d cases of its random sample; evaluate"
                                        + " decides from %d on (evaluate.min-cases)")
                                .formatted(suite, graded, random.size(), wanted));
            }
        }

        private boolean usable(String suite, SuiteBuilder builder, Case made) {
            Optional<String> broken = builder.broken(made);
            broken.ifPresent(why -> refused.add(Rejection.ofPair(
                    NAME + "/" + suite,
                    made.pairId(),
                    made.agent(),
                    "broken_reference",
                    why,
                    night.asOf(),
                    night.batch())));
            return broken.isEmpty();
        }

        /** Takes a case's leak group to the test side, where it is on another. */
        private void moveToTest(Pick pick) {
            if (pick.candidate().side() != Side.TEST) {
                moved.add(pick.candidate().group());
            }
        }

        private void publish(String suite, SuiteDiff diff, List<Case> next, Optional<SuiteVersion> parent) {
            Shelf shelf = Shelves.suite(night, suite);
            Draft draft = shelf.draft(night.asOf());
            HashingFile file = draft.rows(SuiteFile.NAME);
            next.forEach(one -> file.row(SuiteFile.line(one)));
            draft.closeRows();
            int graded = (int)
                    next.stream().filter(one -> one.reference().isPresent()).count();
            Manifest manifest = new Manifest(
                    "suites",
                    suite,
                    night.asOf(),
                    shelf.latest().map(Latest::version),
                    Shelves.CODE,
                    night.config().digest(),
                    Shelves.inputs(night),
                    Map.of(
                            "cases",
                            (long) next.size(),
                            "graded",
                            (long) graded,
                            "failure",
                            next.stream()
                                    .filter(one -> one.stratum().equals(Case.FAILURE))
                                    .count(),
                            "random-sample",
                            next.stream().filter(Case::randomSample).count()),
                    draft.entries());
            if (shelf.publish(draft, manifest) instanceof Publication.Published done) {
                published.put("suites/" + suite, done.version());
                versions.add(new SuiteVersion(
                        suite,
                        done.version(),
                        manifest.digest(),
                        next.get(0).agent(),
                        night.asOf(),
                        next.size(),
                        graded,
                        diff.added().size(),
                        diff.removed().size(),
                        diff.changed().size(),
                        parent.map(SuiteVersion::version),
                        night.batch()));
            }
        }

        private void commit() {
            List<DataFile> before = night.state(EvalTables.CASES).files();
            night.lake().commit(EvalTables.CASES, night.lake().write(EvalTables.CASES, cases.iterator()), before);
            night.lake().append(EvalTables.SUITES, versions);
            night.lake().append(CurationTables.REJECTIONS, refused);
            moved.stream()
                    .sorted()
                    .forEach(group -> splits.computeIfPresent(
                            group,
                            (anchor, split) -> new Split(
                                    anchor,
                                    Side.TEST,
                                    split.mergedInto(),
                                    "suite",
                                    split.firstNight(),
                                    night.asOf(),
                                    night.batch())));
            if (!moved.isEmpty()) {
                List<DataFile> old = night.state(CurationTables.SPLITS).files();
                night.lake()
                        .commit(
                                CurationTables.SPLITS,
                                night.lake()
                                        .write(
                                                CurationTables.SPLITS,
                                                splits.values().iterator()),
                                old);
            }
        }
    }

    /** What cases are made of: the pairs that were drawn, right answers to their inputs, and each agent's answers. */
    private record Material(Map<String, Pair> pairs, References references, Map<String, GraderChoice> choices) {
        static Material of(Night night, List<Pick> picks, List<Case> relabelled) {
            Set<String> inputs = new HashSet<>();
            Set<String> agents = new TreeSet<>();
            picks.forEach(pick -> {
                inputs.add(pick.candidate().provenance().inputId());
                agents.add(pick.candidate().provenance().agent());
            });
            relabelled.forEach(one -> {
                inputs.add(one.inputId());
                agents.add(one.agent());
            });
            Map<String, Pair> pairs = new HashMap<>();
            JavaRDD<Pair> all = night.tables()
                    .read(
                            CurationTables.PAIRS,
                            night.state(CurationTables.PAIRS).files());
            all.filter(pair -> inputs.contains(pair.inputId()))
                    .collect()
                    .forEach(pair -> pairs.put(pair.pairId(), pair));
            Map<String, GraderChoice> choices = new TreeMap<>();
            AnswerSample.of(night, agents).forEach((agent, list) -> choices.put(agent, new GraderChoice(list)));
            return new Material(pairs, references(night, inputs, pairs), choices);
        }

        private static References references(Night night, Set<String> inputs, Map<String, Pair> pairs) {
            Map<String, Message> corrections = new TreeMap<>();
            night
                    .tables()
                    .read(
                            CurationTables.PREFERENCES,
                            night.state(CurationTables.PREFERENCES).files())
                    .filter(preference ->
                            preference.origin().equals("correction") && inputs.contains(preference.inputId()))
                    .collect()
                    .stream()
                    .sorted(Comparator.comparing(Preference::preferenceId))
                    .forEach(preference -> corrections.putIfAbsent(preference.inputId(), preference.chosen()));
            Set<String> ids = pairs.keySet();
            Set<String> wanted = new HashSet<>(ids);
            Map<String, Label> latest = new HashMap<>();
            night.tables()
                    .read(
                            CurationTables.LABELS,
                            night.state(CurationTables.LABELS).files())
                    .filter(label -> wanted.contains(label.pairId()))
                    .collect()
                    .forEach(label -> latest.merge(
                            label.pairId(), label, (a, b) -> a.asOf().isAfter(b.asOf()) ? a : b));
            double trusted = night.config().suites().trustedFrom();
            Map<String, Message> answers = new TreeMap<>();
            latest.values().stream()
                    .filter(label -> label.signals() > 0 && label.lower() >= trusted)
                    .sorted(Comparator.comparingDouble(Label::lower).reversed().thenComparing(Label::pairId))
                    .forEach(label -> {
                        Pair pair = pairs.get(label.pairId());
                        if (pair != null) {
                            answers.putIfAbsent(pair.inputId(), pair.output());
                        }
                    });
            return new References(corrections, answers);
        }

        Pair pair(String pairId) {
            Pair pair = pairs.get(pairId);
            if (pair == null) {
                throw new LakeException("Pair %s has provenance but no row".formatted(pairId));
            }
            return pair;
        }

        GraderChoice graders(String agent) {
            GraderChoice choice = choices.get(agent);
            return choice == null ? new GraderChoice(List.of()) : choice;
        }
    }
}
