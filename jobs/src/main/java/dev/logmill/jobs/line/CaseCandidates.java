package dev.logmill.jobs.line;

import dev.logmill.curation.CurationTables;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.lake.DataFile;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.eval.suite.Candidate;
import dev.logmill.eval.suite.TestLottery;
import java.time.LocalDate;
import java.util.ArrayList;
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

    CaseCandidates(Night night, Map<String, Split> splits) {
        this.night = night;
        this.splits = splits;
    }

    /** As much of an edge as says whether it could become a case. */
    record Asked(String pairId, long batch) {}

    /** Labels that this night gave, by pair. */
    static Map<String, Label> tonightsLabels(Night night) {
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
    Map<String, List<Candidate>> byAgent(Map<String, Label> labels) {
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
                        edge -> edge.batch() > done || failing.contains(edge.pairId()));
        Rooms rooms = Rooms.of(night, splits, failing);
        Set<String> testByLot = TestLottery.groups(splits, night.config().leak());
        Map<String, List<Candidate>> candidates = new TreeMap<>();
        edges.collect().forEach(edge -> {
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
}
