package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Split;
import dev.logmill.eval.suite.CaseCandidate;
import dev.logmill.eval.suite.TestLottery;
import dev.logmill.eval.suite.TestRoom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.spark.api.java.JavaRDD;

/** What could become a case tonight. */
final class CaseCandidates {
    private final Night night;
    private final Map<String, Split> splits;
    private final Map<String, List<TestRoom.Group>> groups = new TreeMap<>();

    CaseCandidates(Night night, Map<String, Split> splits) {
        this.night = night;
        this.splits = splits;
    }

    /** As much of an edge as says whether it could become a case. */
    record Asked(String pairId, long firstBatch) {}

    /** The latest labels by pair, of those given since suites were last drawn: not tonight's alone where a night failed. */
    static Map<String, Label> newLabels(Night night) {
        Map<String, Label> labels = new HashMap<>();
        night.tables()
                .since(night.state(CurationTables.LABELS), night.before().consumedOf(ScoreJob.NAME), Label::batch)
                .collect()
                .forEach(label ->
                        labels.merge(label.pairId(), label, (a, b) -> a.asOf().isAfter(b.asOf()) ? a : b));
        return labels;
    }

    /** New pairs, and older ones that new feedback calls bad; by agent. */
    Map<String, List<CaseCandidate>> byAgent(Map<String, Label> labels) {
        double below = night.config().suites().failureBelow();
        Set<String> failing = labels.values().stream()
                .filter(label -> label.signals() > 0 && label.probability() < below)
                .map(Label::pairId)
                .collect(Collectors.toSet());
        long done = night.before().consumedOf(CurateJob.NAME);
        JavaRDD<Provenance> edges = night.tables()
                .read(
                        CurationTables.PROVENANCE,
                        night.state(CurationTables.PROVENANCE).files(),
                        Asked.class,
                        edge -> edge.firstBatch() > done || failing.contains(edge.pairId()));
        Rooms rooms = Rooms.of(night, splits, failing);
        groups.putAll(rooms.groups());
        Set<String> testByLot = TestLottery.groups(splits, night.config().leak());
        Map<String, List<CaseCandidate>> candidates = new TreeMap<>();
        edges.collect().forEach(edge -> {
            CaseCandidate.Place own = place(edge.leakGroup());
            CaseCandidate.Place input = place(edge.inputGroup());
            // A trace that was built again has had its chance when it was first there.
            boolean inLottery =
                    edge.firstBatch() > done && testByLot.contains(own.group()) && testByLot.contains(input.group());
            candidates
                    .computeIfAbsent(edge.agent(), none -> new ArrayList<>())
                    .add(new CaseCandidate(
                            edge,
                            failing.contains(edge.pairId()),
                            inLottery,
                            own,
                            input,
                            rooms.movable(edge.agent(), own.group()),
                            rooms.share(edge.agent(), own.group())));
        });
        return candidates;
    }

    /** The leak groups of every agent, once its candidates were looked for. */
    Map<String, List<TestRoom.Group>> groups() {
        return Collections.unmodifiableMap(groups);
    }

    private CaseCandidate.Place place(String anchor) {
        String group = LeakGroups.resolve(anchor, splits);
        Split split = splits.get(group);
        if (split == null) {
            throw new LakeException("Leak group %s has no side".formatted(group));
        }
        return new CaseCandidate.Place(group, split.side());
    }
}
