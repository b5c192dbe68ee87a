package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.export.dataset.LiveCases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where a pair stands that was produced once or several times; and of which unit it is. */
class StandingsTest {
    private static final LocalDate NIGHT = LocalDate.parse("2026-11-01");
    private static final Footing FOOTING = new Footing(
            new LeakSides(List.of(
                    split("a", Side.TRAIN, Optional.empty()),
                    split("b", Side.TEST, Optional.empty()),
                    split("c", Side.TRAIN, Optional.of("b")),
                    split("d", Side.VALIDATION, Optional.empty()))),
            new HashMap<>(Map.of("orders\n1", "calls 9 > narrowness.max-calls 4", "orders\n2", "")),
            LiveCases.none());

    @Test
    void aGroupThatWasMergedGoesByTheGroupItIsPartOf() {
        Standings row = standings(PairUnit.STEP, edge("r1", "c"));

        assertThat(row.leakGroup()).isEqualTo("b");
        assertThat(row.side()).isEqualTo(Side.TEST);
    }

    @Test
    void ofSeveralGroupsTheStrongestSideCountsWhateverOrderTheyComeIn() {
        List<PairFacts.Edge> edges = new ArrayList<>(List.of(edge("r1", "a"), edge("r2", "b"), edge("r3", "d")));
        for (int turn = 0; turn < edges.size(); turn++) {
            edges.add(edges.remove(0));
            Standings row = standings(PairUnit.STEP, edges.toArray(PairFacts.Edge[]::new));
            assertThat(row.leakGroup()).isEqualTo("b");
            assertThat(row.side()).isEqualTo(Side.TEST);
        }
    }

    @Test
    void aGroupThatWasNeverGivenASideStopsTheNight() {
        assertThatThrownBy(() -> standings(PairUnit.STEP, edge("r1", "stranger")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Leak group stranger has no side");
    }

    @Test
    void isNarrowWhereAVersionOfTheAgentThatProducedItIs() {
        assertThat(standings(PairUnit.STEP, edge("r1", "1", "a", false)).bindingGate())
                .contains("calls 9 > narrowness.max-calls 4");
        assertThat(standings(PairUnit.STEP, edge("r1", "3", "a", false)).bindingGate())
                .contains("never measured");
        assertThat(standings(PairUnit.STEP, edge("r1", "1", "a", false), edge("r2", "2", "a", false))
                        .bindingGate())
                .isEmpty();
    }

    @Test
    void failedOnlyWhereAToolFailedEachTime() {
        assertThat(standings(PairUnit.STEP, edge("r1", "2", "a", true), edge("r2", "2", "a", true))
                        .failed())
                .isTrue();
        assertThat(standings(PairUnit.STEP, edge("r1", "2", "a", true), edge("r2", "2", "a", false))
                        .failed())
                .isFalse();
    }

    @Test
    void namesEveryoneWhoProducedItOnce() {
        assertThat(standings(PairUnit.STEP, edge("r2", "a"), edge("r1", "a"), edge("r2", "a"))
                        .subjects())
                .containsExactly("person of r1", "person of r2");
    }

    @Test
    void aJobOfOneCallIsAStepAsWell() {
        Standings alone = standings(PairUnit.JOB, edge(true));
        Standings ofSteps = standings(PairUnit.JOB, edge(false));
        Standings step = standings(PairUnit.STEP, edge(false));

        assertThat(alone.isUnit(PairUnit.STEP)).isTrue();
        assertThat(alone.isUnit(PairUnit.JOB)).isTrue();
        assertThat(ofSteps.isUnit(PairUnit.STEP)).isFalse();
        assertThat(ofSteps.isUnit(PairUnit.JOB)).isTrue();
        assertThat(step.isUnit(PairUnit.STEP)).isTrue();
        assertThat(step.isUnit(PairUnit.JOB)).isFalse();
    }

    private static Standings standings(PairUnit unit, PairFacts.Edge... edges) {
        return Standings.of(
                new PairFacts.Known("pair", "input", unit, "orders", NIGHT), List.of(edges), Optional.empty(), FOOTING);
    }

    private static PairFacts.Edge edge(String run, String group) {
        return edge(run, "2", group, false);
    }

    private static PairFacts.Edge edge(String run, String version, String group, boolean toolFailed) {
        return new PairFacts.Edge("pair", "orders", version, false, Optional.of("person of " + run), group, toolFailed);
    }

    private static PairFacts.Edge edge(boolean alone) {
        return new PairFacts.Edge("pair", "orders", "2", alone, Optional.empty(), "a", false);
    }

    private static Split split(String anchor, Side side, Optional<String> mergedInto) {
        return new Split(anchor, side, mergedInto, "drawn", NIGHT, NIGHT, 1);
    }
}
