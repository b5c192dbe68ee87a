package dev.logmill.eval.verdict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.curation.table.RecordShape;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.run.EvaluateConfig.Win;
import dev.logmill.eval.run.Outcome;
import dev.logmill.eval.statistics.Interval;
import dev.logmill.eval.statistics.WeightedDifference;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SampleCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GateTest {
    private static EvaluateConfig config(Win win, double alpha) {
        return new EvaluateConfig(Map.of(), 8, 60, 4, 60, win, 0.1, 0.05, alpha, 10, 0.05, 0.8);
    }

    private static Verdict decide(Comparison comparison) {
        return new Gate(config(Win.QUALITY, 0.05)).decide(comparison, List.of());
    }

    @Test
    void aBetterCandidateIsPromoted() {
        Verdict verdict = decide(new Arena().random(80, 18, 4).compared());
        assertThat(verdict.decision()).isEqualTo(Decision.PROMOTE);
        assertThat(verdict.reasons()).anyMatch(reason -> reason.startsWith("it is better"));
        assertThat(verdict.lower().orElseThrow()).isPositive();
    }

    @Test
    void aCandidateThatIsOnlyNoWorseIsNotPromoted() {
        Verdict verdict = decide(new Arena().random(990, 5, 5).compared());
        assertThat(verdict.lower().orElseThrow()).isGreaterThan(-0.05);
        assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
        assertThat(verdict.reasons()).last().asString().contains("nothing is won");
    }

    @Test
    void aWorseCandidateIsHeld() {
        assertThat(decide(new Arena().random(80, 4, 18).compared()).decision()).isEqualTo(Decision.HOLD);
    }

    @Test
    void whatTheCasesDoNotDecideIsInconclusive() {
        Verdict verdict = decide(new Arena().random(30, 5, 4).compared());
        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reasons()).last().asString().contains("a true difference of");
    }

    @Test
    void fewCasesDecideNothing() {
        Arena arena = new Arena().random(0, 9, 0);
        for (int i = 0; i < 50; i++) {
            arena.play(SampleCases.failure("failure-" + i, "failed " + i), true, false);
        }
        Verdict verdict = decide(arena.compared());
        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reasons()).last().asString().contains("only 9 graded cases");
    }

    @Test
    void theIntervalThatIsStoredIsTheOneThatDecidedAtItsLevel() {
        Comparison comparison = new Arena().random(80, 18, 4).compared();
        for (double alpha : new double[] {0.01, 0.05, 0.2}) {
            Verdict verdict = new Gate(config(Win.QUALITY, alpha)).decide(comparison, List.of());
            List<WeightedDifference.Observation> cases = new ArrayList<>();
            for (int i = 0; i < 102; i++) {
                cases.add(new WeightedDifference.Observation(i < 18 ? 1 : i < 22 ? -1 : 0, 1, "group " + i));
            }
            Interval expected = WeightedDifference.of(cases).interval(alpha);
            assertThat(verdict.lower().orElseThrow()).isCloseTo(expected.lower(), within(1e-12));
            assertThat(verdict.upper().orElseThrow()).isCloseTo(expected.upper(), within(1e-12));
            assertThat(verdict.confidence()).isEqualTo(1 - 2 * alpha);
        }
    }

    @Test
    void failuresAloneNeverPromote() {
        Arena arena = new Arena().random(30, 0, 0);
        for (int i = 0; i < 100; i++) {
            arena.play(SampleCases.failure("failure-" + i, "failed " + i), true, false);
        }
        Verdict verdict = decide(arena.compared());
        assertThat(verdict.decision()).isNotEqualTo(Decision.PROMOTE);
        assertThat(verdict.estimate()).contains(0.0);
        assertThat(verdict.reasons()).anyMatch(reason -> reason.startsWith("on 100 cases that production failed"));
    }

    @Test
    void aLossOnWhatProductionFailedBlocks() {
        Arena arena = new Arena().random(80, 18, 4);
        for (int i = 0; i < 10; i++) {
            arena.play(SampleCases.failure("failure-" + i, "failed " + i), false, true);
        }
        Verdict verdict = decide(arena.compared());
        assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
        assertThat(verdict.reasons()).last().asString().contains("worse on what production failed");
    }

    @Test
    void slicesAreCorrectedForBeingSeveral() {
        Arena arena = new Arena().random(80, 18, 4);
        for (int i = 0; i < 5; i++) {
            arena.play(SampleCases.failure("failure-" + i, "failed " + i), false, true);
        }
        // On its own 1 in 32 would block at alpha 0.05; with a second slice asked it is 2 in 32.
        assertThat(decide(arena.compared()).decision()).isEqualTo(Decision.PROMOTE);
    }

    @Test
    void casesOfOneLeakGroupAreOneWitness() {
        Arena arena = new Arena().random(80, 0, 0);
        for (int i = 0; i < 22; i++) {
            arena.play(SampleCases.random("same-" + i, "one group"), true, false);
        }
        assertThat(decide(arena.compared()).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void aCaseCountsForTheTrafficItStandsFor() {
        Arena arena = new Arena();
        for (int i = 0; i < 20; i++) {
            Case one = SampleCases.of("c" + i, "g" + i, Case.TRAFFIC, i == 0 ? 30 : 1, Optional.of("reviewer"));
            arena.play(one, i != 0, true);
        }
        assertThat(decide(arena.compared()).estimate().orElseThrow()).isCloseTo(-30 / 49., within(1e-12));
    }

    @Test
    void infrastructureThatFailsTooOftenIsInvalid() {
        Arena arena = new Arena().random(80, 18, 0);
        for (int i = 0; i < 10; i++) {
            arena.unanswered(SampleCases.random("lost-" + i, "lost " + i), Outcome.NOT_ASKED);
        }
        Verdict verdict = decide(
                arena.stopped("the endpoint refused the key (401 or 403)").compared());
        assertThat(verdict.decision()).isEqualTo(Decision.INVALID);
        assertThat(verdict.reasons().get(0))
                .isEqualTo("candidate was given up: the endpoint refused the key (401 or 403)");
        assertThat(verdict.reasons().get(1)).contains("10 of 108 cases", "10 NOT_ASKED");
        assertThat(verdict.lower()).isEmpty();
    }

    @Test
    void anAnswerThatWasCutIsNeverGraded() {
        Arena arena = new Arena().random(97, 0, 0);
        for (int i = 0; i < 3; i++) {
            arena.truncated(SampleCases.random("cut-" + i, "cut " + i));
        }
        Verdict some = decide(arena.compared());
        assertThat(some.cases()).isEqualTo(97);
        assertThat(some.infraErrors()).isEqualTo(3);
        for (int i = 3; i < 6; i++) {
            arena.truncated(SampleCases.random("cut-" + i, "cut " + i));
        }
        assertThat(decide(arena.compared()).reasons()).last().asString().contains("6 TRUNCATED");
    }

    @Test
    void casesWithoutAReferenceAreCountedAndNoErrors() {
        Arena arena = new Arena().random(80, 18, 0);
        for (int i = 0; i < 300; i++) {
            arena.unasked(SampleCases.unreferenced("unknown-" + i, "g" + i));
        }
        Verdict verdict = decide(arena.compared());
        assertThat(verdict.decision()).isEqualTo(Decision.PROMOTE);
        assertThat(verdict.ungraded()).isEqualTo(300);
        assertThat(verdict.reasons())
                .contains("of 398 cases drawn from all traffic 98 could be graded; of the others nothing is known");
    }

    @Test
    void saysWhomTheReferencesFavour() {
        Arena arena = new Arena().random(20, 6, 1);
        for (int i = 0; i < 73; i++) {
            arena.play(SampleCases.ownReference("own-" + i, "own " + i), true, i > 3);
        }
        Verdict verdict = decide(arena.compared());
        assertThat(verdict.ownReferences()).isEqualTo(73);
        assertThat(verdict.reasons())
                .contains("for 73 of these 100 cases (73 %) the right answer is one that production gave itself, which"
                        + " favours whoever answers like production; on the 27 others the candidate alone passes 6, the"
                        + " baseline alone 1");
    }

    @Test
    void nothingGradedIsInvalid() {
        Verdict verdict =
                decide(new Arena().unasked(SampleCases.unreferenced("a", "a")).compared());
        assertThat(verdict.decision()).isEqualTo(Decision.INVALID);
    }

    @Test
    void aCheaperCandidateThatIsNoWorseIsPromotedWhereCostMayWin() {
        Arena.Effort cheap = new Arena.Effort(50, 100);
        Arena.Effort dear = new Arena.Effort(100, 100);
        Comparison cheaper = new Arena().effort(cheap, dear).random(990, 5, 5).compared();
        assertThat(new Gate(config(Win.COST, 0.05)).decide(cheaper, List.of()).decision())
                .isEqualTo(Decision.PROMOTE);
        assertThat(new Gate(config(Win.LATENCY, 0.05))
                        .decide(cheaper, List.of())
                        .decision())
                .isNotEqualTo(Decision.PROMOTE);
        assertThat(new Gate(config(Win.QUALITY, 0.05))
                        .decide(cheaper, List.of())
                        .decision())
                .isEqualTo(Decision.HOLD);
        Comparison dearer = new Arena().effort(dear, cheap).random(990, 5, 5).compared();
        assertThat(new Gate(config(Win.COST, 0.05)).decide(dearer, List.of()).decision())
                .isNotEqualTo(Decision.PROMOTE);
    }

    @Test
    void aFasterCandidateThatIsNoWorseIsPromotedWhereLatencyMayWin() {
        Comparison faster = new Arena()
                .effort(new Arena.Effort(100, 60), new Arena.Effort(100, 100))
                .random(990, 5, 5)
                .compared();
        assertThat(new Gate(config(Win.LATENCY, 0.05)).decide(faster, List.of()).decision())
                .isEqualTo(Decision.PROMOTE);
    }

    @Test
    void aCheaperCandidateThatMayBeWorseIsNotPromoted() {
        Comparison cheaper = new Arena()
                .effort(new Arena.Effort(50, 100), new Arena.Effort(100, 100))
                .random(80, 6, 10)
                .compared();
        assertThat(new Gate(config(Win.COST, 0.05)).decide(cheaper, List.of()).decision())
                .isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void withoutABaselineThePassRateDecides() {
        assertThat(decide(new Arena().random(95, 0, 5).alone()).decision()).isEqualTo(Decision.PROMOTE);
        assertThat(decide(new Arena().random(60, 0, 40).alone()).decision()).isEqualTo(Decision.HOLD);
        assertThat(decide(new Arena().random(82, 0, 18).alone()).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void withoutABaselineCasesOfOneGroupAreOneWitness() {
        Arena grouped = new Arena();
        for (int i = 0; i < 200; i++) {
            grouped.play(SampleCases.random("case-" + i, "group " + i / 10), i / 10 < 18, true);
        }
        assertThat(decide(grouped.alone()).decision()).isEqualTo(Decision.INCONCLUSIVE);
        Arena one = new Arena();
        for (int i = 0; i < 30; i++) {
            one.play(SampleCases.random("case-" + i, "group"), true, true);
        }
        assertThat(decide(one.alone()).decision()).isEqualTo(Decision.INCONCLUSIVE);
    }

    @Test
    void withoutABaselineACaseCountsForTheTrafficItStandsFor() {
        Arena arena = new Arena();
        for (int i = 0; i < 100; i++) {
            Case one = SampleCases.of("c" + i, "g" + i, Case.TRAFFIC, i < 20 ? 40 : 1, Optional.of("reviewer"));
            arena.play(one, i >= 20, true);
        }
        Verdict verdict = decide(arena.alone());
        assertThat(verdict.estimate().orElseThrow()).isCloseTo(80 / 880., within(1e-12));
        assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
    }

    @Test
    void whatOnlyTheCandidateIsMissingMayHaveBeenWrong() {
        Arena arena = new Arena().random(185, 14, 4);
        assertThat(decide(arena.compared()).decision()).isEqualTo(Decision.PROMOTE);
        for (int i = 0; i < 8; i++) {
            arena.truncated(SampleCases.random("cut-" + i, "cut " + i));
        }
        Verdict verdict = decide(arena.compared());
        assertThat(verdict.decision()).isNotEqualTo(Decision.PROMOTE);
        assertThat(verdict.candidateMissing()).isEqualTo(8);
        assertThat(verdict.reasons())
                .anyMatch(reason -> reason.startsWith("8 cases miss an answer of the candidate alone"));
        assertThat(decide(arena.alone()).lower().orElseThrow()).isLessThan(0.94);
    }

    @Test
    void whatOnlyTheBaselineIsMissingMayHaveBeenWrong() {
        Arena arena = new Arena().random(185, 4, 14);
        assertThat(decide(arena.compared()).reasons()).last().asString().startsWith("it is worse");
        for (int i = 0; i < 8; i++) {
            arena.baselineTruncated(SampleCases.random("cut-" + i, "cut " + i), true);
        }
        Verdict verdict = decide(arena.compared());
        assertThat(verdict.baselineMissing()).isEqualTo(8);
        assertThat(verdict.upper().orElseThrow()).isPositive();
    }

    private static Arena ownReferences(int both, int losses) {
        Arena arena = new Arena();
        for (int i = 0; i < both + losses; i++) {
            arena.play(SampleCases.ownReference("own-" + i, "own " + i), i < both, true);
        }
        return arena;
    }

    @Test
    void aLossOnProductionsOwnAnswersAloneIsNoEvidence() {
        Arena arena = ownReferences(80, 20);
        Verdict unknown = decide(arena.compared());
        assertThat(unknown.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(unknown.reasons()).anyMatch(reason -> reason.contains("feedback called none of its answers bad"));
        for (int i = 0; i < 25; i++) {
            arena.unasked(SampleCases.failedUnreferenced("bad-" + i, "bad " + i));
        }
        Verdict asMany = decide(arena.compared());
        assertThat(asMany.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(asMany.reasons()).anyMatch(reason -> reason.contains("production itself may fail 26.9 %"));
    }

    @Test
    void aLossBeyondWhatProductionFailsIsWorseWhoeverGaveTheReferences() {
        Arena arena = ownReferences(50, 50);
        for (int i = 0; i < 25; i++) {
            arena.unasked(SampleCases.failedUnreferenced("bad-" + i, "bad " + i));
        }
        Verdict verdict = decide(arena.compared());
        assertThat(verdict.decision()).isEqualTo(Decision.HOLD);
        assertThat(verdict.reasons()).last().asString().startsWith("it is worse");
    }

    @Test
    void aLossOnOtherReferencesIsWorseBesideThem() {
        Arena arena = ownReferences(80, 20).random(10, 1, 20);
        assertThat(decide(arena.compared()).decision()).isEqualTo(Decision.HOLD);
    }

    @Test
    void whatWasCorrectedNeverPromotes() {
        Arena arena = new Arena();
        for (int i = 0; i < 60; i++) {
            arena.play(SampleCases.corrected("c" + i, "g" + i), true, i % 2 == 0);
        }
        Verdict verdict = decide(arena.compared());
        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reasons()).last().asString().startsWith("only 0 graded cases");
    }

    @Test
    void correctionsCountForTheShareThatProductionIsKnownToHaveFailed() {
        Arena arena = new Arena().random(60, 0, 0);
        for (int i = 0; i < 40; i++) {
            arena.play(SampleCases.corrected("c" + i, "g" + i), true, false);
        }
        for (int i = 0; i < 300; i++) {
            arena.unasked(SampleCases.unreferenced("u" + i, "u" + i));
        }
        assertThat(decide(arena.compared()).estimate().orElseThrow()).isCloseTo(0.1, within(1e-12));
    }

    @Test
    void nothingIsPromotedByAnAnswerThatNoGraderCanTell() {
        Case hostile = RecordShape.of(Case.class)
                .with(
                        SampleCases.random("a", "a"),
                        "graders",
                        List.of(GraderSpec.of(GraderKind.NUMERIC, "{\"absolute-tolerance\":-1}")));
        Verdict verdict = decide(new Arena().play(hostile, true, true).compared());
        assertThat(verdict.decision()).isEqualTo(Decision.INVALID);
        assertThat(verdict.ungraded()).isEqualTo(1);
        assertThat(verdict.candidatePassRate()).isEmpty();
        assertThat(verdict.baselinePassRate()).isEmpty();
    }

    @Test
    void saysHowManyRightAnswersNeedAJudge() {
        Case free = RecordShape.of(Case.class).with(SampleCases.random("a", "a"), "graders", List.of());
        assertThat(decide(new Arena().random(80, 18, 4).unasked(free).compared())
                        .reasons())
                .anyMatch(reason ->
                        reason.startsWith("1 cases have a right answer that a good model may word otherwise"));
    }

    @Test
    void aSmallAlphaCanBeReached() {
        Verdict verdict = new Gate(config(Win.QUALITY, 0.0001))
                .decide(new Arena().random(0, 200, 0).compared(), List.of());
        assertThat(verdict.decision()).isEqualTo(Decision.PROMOTE);
    }

    @Test
    void whatIsFoundIsNeverNothing() {
        Verdict verdict = decide(new Arena().random(20, 0, 0).compared());
        assertThat(verdict.decision()).isEqualTo(Decision.INCONCLUSIVE);
        assertThat(verdict.reasons()).last().asString().doesNotContain("a true difference of 0.000");
    }

    @Test
    void namesTheGroupsAndSomeCasesThatWereWonAndLost() {
        Verdict verdict = decide(new Arena().random(80, 18, 4).compared());
        assertThat(verdict.randomGroups()).isEqualTo(102);
        assertThat(verdict.reasons())
                .anyMatch(reason -> reason.contains("on 102 cases drawn from all traffic, of 102 groups"))
                .anyMatch(reason -> reason.startsWith("won, for example: case random-80-80 (candidate: the same text;"
                        + " baseline: another text); 'logmill explain random-80-80'"))
                .filteredOn(reason -> reason.startsWith("lost, for example"))
                .hasSize(3);
    }

    @Test
    void saysHowOftenOneHasLooked() {
        Comparison comparison = new Arena().random(80, 18, 4).compared();
        Verdict first = decide(comparison);
        assertThat(new Gate(config(Win.QUALITY, 0.05)).decide(comparison, List.of(first)))
                .isEqualTo(first);
        Verdict other = decide(new Arena().random(80, 17, 4).compared());
        Verdict second = new Gate(config(Win.QUALITY, 0.05)).decide(comparison, List.of(first, other));
        assertThat(second.verdictId()).isEqualTo(first.verdictId());
        assertThat(second.reasons())
                .last()
                .asString()
                .startsWith("this suite version had 1 other verdicts")
                .endsWith("up to 10 %, not 5 %");
    }

    @Test
    void aVerdictThatNothingCameOfWasNoLook() {
        Comparison comparison = new Arena().random(80, 18, 4).compared();
        Verdict other = decide(new Arena().random(80, 17, 4).compared());
        Verdict broken = RecordShape.of(Verdict.class).with(other, "decision", Decision.INVALID);
        assertThat(new Gate(config(Win.QUALITY, 0.05)).decide(comparison, List.of(broken)))
                .isEqualTo(decide(comparison));
    }

    @Test
    void saysWhatCanBeToldBeforeAnythingIsPaidFor() {
        EvaluateConfig config = config(Win.QUALITY, 0.05);
        assertThat(Foresight.of(new Arena().random(200, 0, 0).compared().cases(), config))
                .contains("a true difference of 0.079 will be found 80 % of the time; one of 0.050 takes 489 groups");
        assertThat(Foresight.of(new Arena().random(5, 0, 0).compared().cases(), config))
                .contains("with fewer than 10 groups nothing will be decided");
    }

    @Test
    void theSameComparisonHasTheSameId() {
        Comparison comparison = new Arena().random(80, 18, 4).compared();
        assertThat(decide(comparison)).isEqualTo(decide(comparison));
    }
}
