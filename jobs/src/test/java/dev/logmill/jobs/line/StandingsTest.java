package dev.logmill.jobs.line;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.export.dataset.LiveCases;
import dev.logmill.export.dataset.Refusal;
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
    static final Footing FOOTING = new Footing(
            new LeakSides(List.of(
                    split("a", Side.TRAIN, Optional.empty()),
                    split("b", Side.TEST, Optional.empty()),
                    split("c", Side.TRAIN, Optional.of("b")),
                    split("d", Side.VALIDATION, Optional.empty()),
                    split("e", Side.TRAIN, Optional.empty()),
                    split("hub", Side.TRAIN, Optional.empty()))),
            new HashMap<>(Map.of("orders\n1", "calls 9 > narrowness.max-calls 4", "orders\n2", "")),
            LiveCases.none());

    @Test
    void aGroupThatWasMergedGoesByTheGroupItIsPartOf() {
        Standings row = standings(PairUnit.STEP, edge("r1", "c"));

        assertThat(row.leakGroup()).isEqualTo("b");
        assertThat(row.side()).isEqualTo(Side.TEST);
    }

    @Test
    void whatManySentIsWhereTheirInputIsAndCountsThoseAloneWhoAreOnThatSide() {
        List<PairFacts.Edge> edges = new ArrayList<>(List.of(
                edge("r1", "a", "hub"), edge("r2", "b", "hub"), edge("r3", "d", "hub"), edge("r4", "e", "hub")));
        for (int turn = 0; turn < edges.size(); turn++) {
            edges.add(edges.remove(0));
            Standings row = standings(PairUnit.STEP, edges.toArray(PairFacts.Edge[]::new));
            assertThat(row.leakGroup()).isEqualTo("hub");
            assertThat(row.side()).isEqualTo(Side.TRAIN);
            assertThat(row.subjects()).containsExactly("person of r1", "person of r4");
            assertThat(row.sources())
                    .containsExactly(
                            "run r1",
                            "run r4",
                            "session s of r1 of shop",
                            "session s of r4 of shop",
                            "subject person of r1 of shop",
                            "subject person of r4 of shop");
            assertThat(row.allElsewhere()).isEmpty();
            assertThat(row.someElsewhere())
                    .contains(new Refusal(
                            "input-on-another-side", "side TRAIN of its input, other sides of 2 who produced it"));
        }
    }

    @Test
    void whatManySentIsNotUsedWhereAllOfThemAreOnOtherSides() {
        Standings row = standings(PairUnit.STEP, edge("r2", "b", "hub"), edge("r3", "d", "hub"));
        assertThat(row.sources()).isEmpty();
        assertThat(row.subjects()).isEmpty();
        assertThat(row.allElsewhere())
                .contains(new Refusal(
                        "input-on-another-side", "side TRAIN of its input, other sides of 2 who produced it"));
    }

    @Test
    void whatGoesOnFromAnInputOfAnotherSideIsNotUsed() {
        PairFacts.Edge through = edge("r1", "2", false, "a", "a", List.of("hub", "b"), false);
        PairFacts.Edge beside = edge("r2", "2", false, "a", "a", List.of("hub"), false);
        assertThat(standings(PairUnit.STEP, through).allElsewhere()).isPresent();
        assertThat(standings(PairUnit.STEP, beside).allElsewhere()).isEmpty();
        assertThat(standings(PairUnit.STEP, through, beside).sources())
                .containsExactlyElementsOf(standings(PairUnit.STEP, beside).sources());
    }

    @Test
    void whatStandsWithItsInputIsNowhereElse() {
        Standings row = standings(PairUnit.STEP, edge("r1", "c"), edge("r2", "b", "c"));
        assertThat(row.allElsewhere()).isEmpty();
        assertThat(row.someElsewhere()).isEmpty();
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

    static PairFacts.Edge edge(String run, String group, String inputGroup) {
        return edge(run, "2", false, group, inputGroup, false);
    }

    private static PairFacts.Edge edge(String run, String version, String group, boolean toolFailed) {
        return edge(run, version, false, group, group, toolFailed);
    }

    private static PairFacts.Edge edge(boolean alone) {
        return edge("r1", "2", alone, "a", "a", false);
    }

    private static PairFacts.Edge edge(
            String run, String version, boolean alone, String group, String inputGroup, boolean toolFailed) {
        return edge(run, version, alone, group, inputGroup, List.of(), toolFailed);
    }

    private static PairFacts.Edge edge(
            String run,
            String version,
            boolean alone,
            String group,
            String inputGroup,
            List<String> history,
            boolean toolFailed) {
        return new PairFacts.Edge(
                "pair",
                "orders",
                version,
                run,
                "shop",
                alone,
                Optional.of("s of " + run),
                Optional.of("person of " + run),
                group,
                inputGroup,
                history,
                toolFailed);
    }

    private static Split split(String anchor, Side side, Optional<String> mergedInto) {
        return new Split(anchor, side, mergedInto, "drawn", NIGHT, NIGHT, 1);
    }
}
