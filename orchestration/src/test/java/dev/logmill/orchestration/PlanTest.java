package dev.logmill.orchestration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class PlanTest {
    @Test
    void aNightRunsInTheOrderOfTheLine() {
        assertThat(Plan.NIGHTLY.order()).containsExactly("ingest", "assemble", "curate", "score", "suites", "datasets");
    }

    @Test
    void whatWaitsForAFailedJobRunsAgain() {
        assertThat(Plan.NIGHTLY.after("score")).containsExactly("score", "suites", "datasets");
    }

    @Test
    void aJobWaitsForAllThatItsNeedsWaitFor() {
        assertThat(Plan.NIGHTLY.before("suites")).containsExactly("ingest", "assemble", "curate", "score");
        assertThat(Plan.NIGHTLY.before("ingest")).isEmpty();
    }

    @Test
    void theOrderDoesNotDependOnTheOrderOfPlanning() {
        Plan plan = new Plan(List.of(new PlannedJob("b", List.of("a")), new PlannedJob("a", List.of())));
        assertThat(plan.order()).containsExactly("a", "b");
    }

    @Test
    void namesEveryProblemAtOnce() {
        assertThatThrownBy(() -> new Plan(List.of(
                        new PlannedJob("a", List.of("x")),
                        new PlannedJob("a", List.of()),
                        new PlannedJob("b", List.of("y")))))
                .hasMessageContaining("a is planned twice")
                .hasMessageContaining("a needs x, which is not planned")
                .hasMessageContaining("b needs y, which is not planned");
    }

    @Test
    void refusesJobsThatWaitForEachOther() {
        assertThatThrownBy(
                        () -> new Plan(List.of(new PlannedJob("a", List.of("b")), new PlannedJob("b", List.of("a")))))
                .hasMessageContaining("a, b wait for each other");
    }
}
