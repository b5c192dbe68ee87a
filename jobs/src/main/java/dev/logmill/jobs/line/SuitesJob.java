package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.publish.Slug;
import dev.logmill.curation.table.Table;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.Candidate;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.Pick;
import dev.logmill.eval.suite.SuiteBuilder;
import dev.logmill.eval.suite.SuiteDiff;
import dev.logmill.eval.suite.SuiteVersion;
import dev.logmill.jobs.config.LogmillConfig;
import dev.logmill.jobs.config.SettingsDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

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
        boolean sameLabels = night.batchOf(ScoreJob.NAME) == night.before().consumedOf(ScoreJob.NAME);
        return sameLabels && !night.changed(settings(night.config()))
                ? Optional.empty()
                : Optional.of(() -> new SuitesNight(night).run());
    }

    @Override
    public String settings(LogmillConfig config) {
        return SettingsDigest.of(config.suites(), config.leak());
    }

    /** One night of it. */
    private static final class SuitesNight {
        private final Night night;
        private final Map<String, Split> splits = new TreeMap<>();
        private final Map<String, Long> counts = new TreeMap<>();
        private final SuitePublisher publisher;
        private final List<Case> cases = new ArrayList<>();
        private final List<Rejection> refused = new ArrayList<>();
        private final Set<String> moved = new HashSet<>();

        SuitesNight(Night night) {
            this.night = night;
            this.publisher = new SuitePublisher(night);
            night.lake().rows(CurationTables.SPLITS).forEach(split -> splits.put(split.anchor(), split));
        }

        Done run() {
            Map<String, Label> labels = CaseCandidates.tonightsLabels(night);
            Map<String, List<Candidate>> candidates = new CaseCandidates(night, splits).byAgent(labels);
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
            CaseMaterial material = CaseMaterial.of(
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
                    publisher.published(),
                    Map.of(ScoreJob.NAME, night.batchOf(ScoreJob.NAME), CurateJob.NAME, night.batchOf(CurateJob.NAME)),
                    publisher.warnings(),
                    publisher.failures());
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

        private void version(
                String suite,
                List<Case> before,
                List<Pick> picks,
                CaseMaterial material,
                Optional<SuiteVersion> parent) {
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
            // A version may be due though nothing changed tonight: fewer cases are enough now, or the last one was
            // refused.
            boolean due = !diff.isEmpty()
                    || parent.filter(version -> version.cases() == next.size()).isEmpty();
            if (next.size() >= night.config().suites().minCases() && due) {
                publisher.publish(suite, diff, next, parent);
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

        private void commit() {
            List<DataFile> before = night.state(EvalTables.CASES).files();
            night.lake().commit(EvalTables.CASES, night.lake().write(EvalTables.CASES, cases.iterator()), before);
            night.lake().append(EvalTables.SUITES, publisher.versions());
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
}
