package dev.logmill.jobs.line;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.dataset.SelectionReason;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A pair, with all that decides where it goes.
 *
 * <p>A pair is where its input is. Where several people sent the input, some of them are on other sides (see
 * {@link dev.logmill.curation.pair.LeakGroups}): what they produced does not count. Nor does what went on from an input that
 * is on another side.
 *
 * @param alone it is the only pair of a run that produced it: a job of one call is a step as well
 * @param bindingGate the gate of narrowness that no version of an agent that produced it passed; nothing where one is narrow
 * @param failed a tool failed every time
 * @param subjects the people on its side who produced it
 * @param sources the runs, sessions and people on its side that produced it, in words; none where all are on other sides
 * @param elsewhere times that it was produced on other sides
 */
record Standings(
        PairFacts.Known pair,
        Optional<PairFacts.Opinion> label,
        String leakGroup,
        Side side,
        Optional<String> bindingGate,
        boolean failed,
        boolean alone,
        List<String> subjects,
        List<String> sources,
        int elsewhere) {
    /**
     * Where a pair stands.
     *
     * @param edges every time it was produced; at least one
     */
    static Standings of(
            PairFacts.Known pair, List<PairFacts.Edge> edges, Optional<PairFacts.Opinion> label, Footing footing) {
        LeakSides sides = footing.sides();
        String group = sides.group(edges.get(0).inputGroup());
        Side side = sides.side(group);
        List<PairFacts.Edge> here = edges.stream()
                .filter(edge -> Stream.concat(Stream.of(edge.leakGroup()), edge.historyGroups().stream())
                        .allMatch(standing -> sides.side(standing) == side))
                .toList();
        List<PairFacts.Edge> telling = here.isEmpty() ? edges : here;
        return new Standings(
                pair,
                label,
                group,
                side,
                bindingGate(telling, footing),
                telling.stream().allMatch(PairFacts.Edge::toolFailed),
                telling.stream().anyMatch(PairFacts.Edge::alone),
                sorted(here.stream().flatMap(edge -> edge.subject().stream())),
                sorted(here.stream().flatMap(PairFacts.Edge::sources)),
                edges.size() - here.size());
    }

    private static List<String> sorted(Stream<String> names) {
        return names.distinct().sorted().toList();
    }

    /** Why nothing of it may be used: all who produced it are on other sides than its input. */
    Optional<Refusal> allElsewhere() {
        return sources.isEmpty() ? Optional.of(refusal()) : Optional.empty();
    }

    /** Why something that one of those made who produced it may not be used: it may be one of another side. */
    Optional<Refusal> someElsewhere() {
        return elsewhere > 0 ? Optional.of(refusal()) : Optional.empty();
    }

    private Refusal refusal() {
        return SelectionReason.INPUT_ON_ANOTHER_SIDE.refusal(
                "side %s of its input, other sides of %d who produced it", side, elsewhere);
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
