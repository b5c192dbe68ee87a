package dev.logmill.jobs.line;

import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A pair, with all that decides where it goes.
 *
 * @param alone it is the only pair of a run that produced it: a job of one call is a step as well
 * @param failed a tool failed every time
 */
record Standings(
        Pair pair,
        Optional<Label> label,
        String leakGroup,
        Side side,
        boolean narrow,
        boolean failed,
        boolean alone,
        List<String> subjects) {
    static Standings of(
            Pair pair,
            List<Provenance> edges,
            List<Label> labels,
            Set<String> stepped,
            Map<String, String> groups,
            Map<String, Side> sides,
            Set<String> narrow) {
        // A pair that several groups produced goes by the strongest side among them.
        Provenance strongest = edges.get(0);
        for (Provenance edge : edges) {
            int bySide = side(sides, edge).compareTo(side(sides, strongest));
            if (bySide > 0 || (bySide == 0 && group(groups, edge).compareTo(group(groups, strongest)) < 0)) {
                strongest = edge;
            }
        }
        return new Standings(
                pair,
                labels.stream().findFirst(),
                group(groups, strongest),
                side(sides, strongest),
                edges.stream().anyMatch(edge -> narrow.contains(edge.agent() + "\n" + edge.agentVersion())),
                edges.stream().allMatch(Provenance::toolFailed),
                edges.stream().anyMatch(edge -> !stepped.contains(edge.runId())),
                edges.stream()
                        .flatMap(edge -> edge.subject().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    boolean isUnit(PairUnit unit) {
        return pair.unit() == unit || (unit == PairUnit.STEP && pair.unit() == PairUnit.JOB && alone);
    }

    private static String group(Map<String, String> groups, Provenance edge) {
        return groups.getOrDefault(edge.leakGroup(), edge.leakGroup());
    }

    private static Side side(Map<String, Side> sides, Provenance edge) {
        return sides.getOrDefault(edge.leakGroup(), Side.TRAIN);
    }
}
