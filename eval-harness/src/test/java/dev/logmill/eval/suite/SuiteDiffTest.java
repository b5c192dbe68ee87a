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
                Message.of(Role.ASSISTANT, "no"), "correction", List.of(GraderSpec.of(GraderKind.NORMALISED)));
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
    void theSameCasesDoNotDiffer() {
        assertThat(SuiteDiff.between(List.of(KEPT, OLD), List.of(OLD, KEPT)).isEmpty())
                .isTrue();
    }
}
