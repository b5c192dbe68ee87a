package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.publish.Slug;
import dev.logmill.eval.EvalTables;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.CaseCandidate;
import dev.logmill.eval.suite.Inclusion;
import dev.logmill.eval.suite.Lottery;
import dev.logmill.eval.suite.Pick;
import dev.logmill.eval.suite.SuiteDiff;
import dev.logmill.eval.suite.SuiteDraw;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One night of suites: what is drawn, which cases come of it, which versions are published. */
final class SuitesNight {
    private final Night night;
    private final Map<String, Split> splits = new TreeMap<>();
    private final SuitePublisher publisher;
    private final SuiteRefusals refusals;
    private final List<Lottery> lotteries = new ArrayList<>();
    private final List<Case> cases = new ArrayList<>();

    SuitesNight(Night night) {
        this.night = night;
        this.publisher = new SuitePublisher(night);
        this.refusals = new SuiteRefusals(night);
        night.lake().rows(CurationTables.SPLITS).forEach(split -> splits.put(split.anchor(), split));
    }

    Done run() {
        Map<String, Label> labels = CaseCandidates.newLabels(night);
        Map<String, List<CaseCandidate>> candidates = new TreeMap<>();
        CaseCandidates found = new CaseCandidates(night, splits);
        found.byAgent(labels).forEach((agent, list) -> candidates.put(Slug.of(agent), list));
        Map<String, List<Case>> before = night.lake().rows(EvalTables.CASES).stream()
                .collect(Collectors.groupingBy(Case::suite, TreeMap::new, Collectors.toList()));
        Map<String, List<Pick>> picks = draw(candidates);
        NextCases next = nextCases(before, picks, labels.keySet());
        candidates.forEach(next::refuseBarred);
        publish(before, picks, next);
        commit(next.moved());
        return done(next.moved(), untested(found));
    }

    private Map<String, List<Pick>> draw(Map<String, List<CaseCandidate>> candidates) {
        SuiteDraw.When when = new SuiteDraw.When(night.asOf(), night.batchOf(CurateJob.NAME), night.batch());
        Map<String, List<Pick>> picks = new TreeMap<>();
        candidates.forEach((suite, list) -> {
            SuiteDraw.Drawn drawn = new SuiteDraw(suite, night.config().suites(), testShare()).draw(list, when);
            picks.put(suite, drawn.picks());
            lotteries.addAll(drawn.lotteries());
        });
        return picks;
    }

    /** Looks up what cases are made of: all there is of those that were drawn, and of those of which something changed. */
    private NextCases nextCases(Map<String, List<Case>> before, Map<String, List<Pick>> picks, Set<String> relabelled) {
        List<Case> standing = before.values().stream().flatMap(List::stream).toList();
        Set<String> inputs = new HashSet<>();
        Set<String> agents = new TreeSet<>();
        picks.values().stream().flatMap(List::stream).forEach(pick -> {
            inputs.add(pick.candidate().provenance().inputId());
            agents.add(pick.candidate().provenance().agent());
        });
        Set<String> asked = new HashSet<>(inputs);
        standing.forEach(one -> asked.add(one.inputId()));
        CaseEdges edges = CaseEdges.of(night, asked, splits);
        standing.stream().filter(one -> edges.hasNews(one, relabelled)).forEach(one -> {
            inputs.add(one.inputId());
            agents.add(one.agent());
        });
        return new NextCases(night, edges, CaseMaterial.of(night, inputs, agents, edges), refusals);
    }

    private void publish(Map<String, List<Case>> before, Map<String, List<Pick>> picks, NextCases next) {
        List<Lottery> drawn = new ArrayList<>(night.lake().rows(EvalTables.DRAWS));
        drawn.addAll(lotteries);
        Set<String> suites = new TreeSet<>(before.keySet());
        suites.addAll(picks.keySet());
        for (String suite : suites) {
            List<Case> earlier = before.getOrDefault(suite, List.of());
            Inclusion inclusion = new Inclusion(
                    drawn.stream().filter(one -> one.suite().equals(suite)).toList(),
                    testShare(),
                    anchor -> LeakGroups.resolve(anchor, splits));
            List<Case> later = next.of(suite, earlier, picks.getOrDefault(suite, List.of()), inclusion);
            cases.addAll(later);
            if (later.isEmpty() && !earlier.isEmpty()) {
                publisher.warnOfNothingLeft(suite);
            }
            SuiteDiff diff = SuiteDiff.between(earlier, later);
            // A version may be due though nothing changed: fewer cases are enough now, or the last one was refused.
            boolean due = !diff.isEmpty()
                    || publisher
                            .latest(suite)
                            .filter(version -> version.cases() == later.size())
                            .isEmpty();
            if (later.size() >= night.config().suites().minCases() && due) {
                publisher.publish(suite, diff, later);
            }
        }
    }

    private double testShare() {
        return night.config().leak().test();
    }

    private List<String> untested(CaseCandidates found) {
        Set<String> withCases = cases.stream().map(Case::agent).collect(Collectors.toSet());
        return Untested.warnings(found.groups(), withCases, night.config().suites());
    }

    private Done done(Set<String> moved, List<String> untested) {
        long graded = cases.stream().filter(Case::gradable).count();
        return new Done(
                Map.of(
                        "cases", (long) cases.size(),
                        "graded", graded,
                        "groups-moved-to-test", (long) moved.size(),
                        "refused", (long) refusals.rows().size()),
                publisher.published(),
                Map.of(ScoreJob.NAME, night.batchOf(ScoreJob.NAME), CurateJob.NAME, night.batchOf(CurateJob.NAME)),
                Stream.of(refusals.warnings(), publisher.warnings(), untested)
                        .flatMap(List::stream)
                        .toList(),
                publisher.failures());
    }

    private void commit(Set<String> moved) {
        List<DataFile> before = night.state(EvalTables.CASES).files();
        night.lake().commit(EvalTables.CASES, night.lake().write(EvalTables.CASES, cases.iterator()), before);
        night.lake().append(EvalTables.SUITES, publisher.versions());
        night.lake().append(EvalTables.DRAWS, lotteries);
        night.lake().append(CurationTables.REJECTIONS, refusals.rows());
        if (moved.isEmpty()) {
            return;
        }
        moved.forEach(group -> splits.computeIfPresent(group, (anchor, split) -> onTest(split)));
        List<DataFile> old = night.state(CurationTables.SPLITS).files();
        night.lake()
                .commit(
                        CurationTables.SPLITS,
                        night.lake()
                                .write(CurationTables.SPLITS, splits.values().iterator()),
                        old);
    }

    private Split onTest(Split split) {
        return new Split(
                split.anchor(),
                Side.TEST,
                split.mergedInto(),
                "suite",
                split.firstNight(),
                night.asOf(),
                night.batch());
    }
}
