package dev.logmill.jobs.line;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A pair, with all that decides where it goes.
 *
 * @param alone it is the only pair of a run that produced it: a job of one call is a step as well
 * @param bindingGate the gate of narrowness that no version of an agent that produced it passed; nothing where one is narrow
 * @param failed a tool failed every time
 */
record Standings(
        PairFacts.Known pair,
        Optional<PairFacts.Opinion> label,
        String leakGroup,
        Side side,
        Optional<String> bindingGate,
        boolean failed,
        boolean alone,
        List<String> subjects) {
    /**
     * Where a pair stands.
     *
     * @param edges every time it was produced; at least one
     */
    static Standings of(
            PairFacts.Known pair, List<PairFacts.Edge> edges, Optional<PairFacts.Opinion> label, Footing footing) {
        LeakSides sides = footing.sides();
        // A pair that several groups produced goes by the strongest side among them.
        PairFacts.Edge strongest = edges.get(0);
        for (PairFacts.Edge edge : edges) {
            int bySide = sides.side(edge.leakGroup()).compareTo(sides.side(strongest.leakGroup()));
            int byGroup = sides.group(edge.leakGroup()).compareTo(sides.group(strongest.leakGroup()));
            if (bySide > 0 || (bySide == 0 && byGroup < 0)) {
                strongest = edge;
            }
        }
        return new Standings(
                pair,
                label,
                sides.group(strongest.leakGroup()),
                sides.side(strongest.leakGroup()),
                bindingGate(edges, footing),
                edges.stream().allMatch(PairFacts.Edge::toolFailed),
                edges.stream().anyMatch(PairFacts.Edge::alone),
                edges.stream()
                        .flatMap(edge -> edge.subject().stream())
                        .distinct()
                        .sorted()
                        .toList());
    }

    private static Optional<String> bindingGate(List<PairFacts.Edge> edges, Footing footing) {
        List<Optional<String>> gates = edges.stream()
                .map(edge -> footing.bindingGate(edge.agent(), edge.agentVersion()))
                .toList();
        return gates.stream().allMatch(Optional::isPresent)
                ? gates.stream().flatMap(Optional::stream).min(Comparator.naturalOrder())
                : Optional.empty();
    }

    boolean isUnit(PairUnit unit) {
        return pair.unit() == unit || (unit == PairUnit.STEP && pair.unit() == PairUnit.JOB && alone);
    }
}
