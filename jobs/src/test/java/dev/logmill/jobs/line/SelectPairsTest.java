package dev.logmill.jobs.line;

import static dev.logmill.jobs.line.SampleStandings.NIGHT;
import static dev.logmill.jobs.line.SampleStandings.ORDERS;
import static dev.logmill.jobs.line.SampleStandings.config;
import static dev.logmill.jobs.line.SampleStandings.standings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.LiveCases;
import dev.logmill.export.dataset.Refusal;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SelectPairsTest {
    private static final DatasetSpec JOBS = new DatasetSpec("jobs", List.of(), Optional.of(PairUnit.JOB), List.of());
    private static final SelectPairs SELECT = new SelectPairs(
            config(), List.of(ORDERS, JOBS), new Footing(new LeakSides(List.of()), new HashMap<>(), LiveCases.none()));

    @Test
    void eachDatasetIsAskedThatTakesTheAgentAndTheUnit() {
        assertThat(SELECT.byStanding(standings("p", PairUnit.STEP, Side.TRAIN, "ann")))
                .extracting(Selected::dataset)
                .containsExactly(0);
        assertThat(SELECT.byStanding(standings("p", PairUnit.JOB, Side.TRAIN, "ann")))
                .extracting(Selected::dataset)
                .containsExactly(1);
        assertThat(SELECT.byStanding(of("another", Optional.empty()))).isEmpty();
    }

    @Test
    void aPairWithoutALabelGoesByThePriorInItsRowToo() {
        assertThat(SELECT.byStanding(of("orders", Optional.empty())))
                .extracting(Selected::probability)
                .containsExactly(0.7);
    }

    @Test
    void aLabelDecidesAndIsKept() {
        Selected selected = SELECT.byStanding(of("orders", Optional.of(new PairFacts.Opinion("p", NIGHT, 0.2, 0.1, 3))))
                .get(0);

        assertThat(selected.probability()).isEqualTo(0.2);
        assertThat(selected.refusal()).map(Refusal::reason).contains("label-too-low");
        assertThat(selected.wish().train()).isTrue();
    }

    @Test
    void whatOnlyPeopleOnOtherSidesProducedIsRefused() {
        Standings hub = Standings.of(
                of("orders", Optional.empty()).pair(),
                List.of(StandingsTest.edge("r2", "b", "hub")),
                Optional.empty(),
                StandingsTest.FOOTING);

        assertThat(SELECT.byStanding(hub).get(0).refusal()).map(Refusal::reason).contains("input-on-another-side");
    }

    private static Standings of(String agent, Optional<PairFacts.Opinion> label) {
        return new Standings(
                new PairFacts.Known("p", "input", PairUnit.STEP, agent, NIGHT),
                label,
                "group",
                Side.TRAIN,
                Optional.empty(),
                false,
                false,
                List.of("ann"),
                List.of("run of p"),
                0);
    }
}
