package dev.logmill.eval.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.run.Outcome;
import dev.logmill.eval.suite.SampleCases;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has no answer is told, and never graded. */
class UnansweredTest {
    private final EvaluateConfig config = EvaluateConfig.defaults();

    @Test
    void theEndpointsWordsAreAmongTheReasons() {
        Arena arena = new Arena().random(10, 0, 0).said(Outcome.BAD_REQUEST, "max_tokens is unknown");
        for (int i = 0; i < 10; i++) {
            arena.unanswered(SampleCases.random("lost" + i, "lost" + i), Outcome.BAD_REQUEST);
        }
        Verdict verdict = new Gate(config).decide(arena.compared(), List.of());
        assertThat(verdict.decision()).isEqualTo(Decision.INVALID);
        assertThat(verdict.reasons()).contains("candidate, BAD_REQUEST: \"max_tokens is unknown\"");
    }

    @Test
    void aFilteredAnswerIsTakenForNeitherRightNorWrong() {
        Arena arena = new Arena().random(60, 20, 0);
        arena.unanswered(SampleCases.random("filtered", "filtered"), Outcome.FILTERED);
        Verdict verdict = new Gate(config).decide(arena.compared(), List.of());
        assertThat(verdict.decision()).isEqualTo(Decision.PROMOTE);
        assertThat(verdict.cases()).isEqualTo(80);
        assertThat(verdict.candidatePassRate()).isEqualTo(1);
        assertThat(verdict.reasons()).contains("1 cases without a whole answer are not graded: 1 FILTERED");
    }

    @Test
    void tooFewCasesOfTheRandomDrawAreKnownBeforeAnythingIsAsked() {
        Arena few = new Arena().random(9, 0, 0);
        for (int i = 0; i < 50; i++) {
            few.play(SampleCases.failure("failed" + i, "failed" + i), true, false);
        }
        assertThat(Foregone.of(few.compared(), config))
                .hasValueSatisfying(verdict -> assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE));
        assertThat(Foregone.of(few.random(1, 0, 0).compared(), config)).isEmpty();
        assertThat(Foregone.of(
                        new Arena().unasked(SampleCases.unreferenced("a", "a")).alone(), config))
                .isEmpty();
    }
}
