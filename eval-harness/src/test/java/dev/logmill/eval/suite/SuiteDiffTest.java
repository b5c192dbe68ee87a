package dev.logmill.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuiteDiffTest {
    private static final Case KEPT = SampleCases.random("kept", "g");
    private static final Case OLD = SampleCases.random("old", "g");
    private static final Case FRESH = SampleCases.random("fresh", "g");

    @Test
    void namesWhatWasAddedRemovedAndChanged() {
        Case changed = KEPT.withReference(
                new References.Reference(Message.of(Role.ASSISTANT, "no"), References.CORRECTION, "pair", 1),
                List.of(GraderSpec.of(GraderKind.NORMALISED)));
        SuiteDiff diff = SuiteDiff.between(List.of(OLD, KEPT), List.of(changed, FRESH));
        assertThat(diff)
                .isEqualTo(new SuiteDiff(
                        List.of("fresh"), List.of("old"), Map.of("kept", List.of("graders", "reference"))));
        assertThat(diff.isEmpty()).isFalse();
    }

    @Test
    void aCaseThatStandsForMoreHasChanged() {
        Case heavier = SampleCases.of("kept", "g", Case.FAILURE, 2, Optional.of(References.CORRECTION));
        assertThat(SuiteDiff.between(List.of(KEPT), List.of(heavier)).changed())
                .isEqualTo(Map.of("kept", List.of("stratum", "weight")));
    }

    @Test
    void namesARightAnswerThatWasWithdrawn() {
        SuiteDiff diff = SuiteDiff.between(List.of(KEPT), List.of(KEPT.withoutReference()));
        assertThat(diff.changed()).isEqualTo(Map.of("kept", List.of("graders", "reference withdrawn")));
        assertThat(diff.withdrawn()).isEqualTo(1);
    }

    @Test
    void aCaseThatComesFromAnotherRunHasChanged() {
        Case moved = KEPT.from(new Case.Origin("project", "trace-kept", "span-kept", "another", "pair-kept", "g"));
        assertThat(SuiteDiff.between(List.of(KEPT), List.of(moved)).changed())
                .isEqualTo(Map.of("kept", List.of("lineage")));
    }

    @Test
    void theSameCasesDoNotDiffer() {
        assertThat(SuiteDiff.between(List.of(KEPT, OLD), List.of(OLD, KEPT)).isEmpty())
                .isTrue();
    }
}
