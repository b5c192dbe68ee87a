package dev.logmill.eval.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.Case;
import dev.logmill.eval.suite.SampleCases;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How often the gate is right, from evaluations invented with a seed. Questions are easy or hard for everybody, questions of
 * one leak group are alike, and beside the random sample stand cases that the baseline failed in production.
 */
class GateSimulationTest {
    private static final Gate GATE = new Gate(EvaluateConfig.defaults());

    /** Shares of decisions about a candidate whose log-odds of being right are the baseline's and {@code edge}. */
    private static Map<Decision, Double> decisions(int cases, double edge, boolean mined, long seed) {
        return decisions(cases > 200 ? 200 : 400, seed, random -> evaluation(random, cases, edge, mined));
    }

    private static Map<Decision, Double> decisions(
            int evaluations, long seed, Function<Random, Comparison> evaluation) {
        Random random = new Random(seed);
        Map<Decision, Double> shares = new EnumMap<>(Decision.class);
        for (Decision decision : Decision.values()) {
            shares.put(decision, 0.0);
        }
        for (int i = 0; i < evaluations; i++) {
            Decision decision = GATE.decide(evaluation.apply(random), List.of()).decision();
            shares.merge(decision, 1.0 / evaluations, Double::sum);
        }
        return shares;
    }

    private static Comparison evaluation(Random random, int cases, double edge, boolean mined) {
        Arena arena = new Arena();
        for (int at = 0, group = 0; at < cases; group++) {
            double ofGroup = random.nextGaussian();
            for (int size = 1 + random.nextInt(4); size > 0 && at < cases; size--, at++) {
                double ease = 1.6 + 0.8 * ofGroup + 1.2 * random.nextGaussian();
                arena.play(
                        SampleCases.random("r" + at, "group " + group),
                        right(random, ease + edge),
                        right(random, ease));
            }
        }
        for (int failures = 0; mined && failures < cases / 2; ) {
            double ease = 1.6 + 1.5 * random.nextGaussian();
            double ofBaseline = random.nextGaussian();
            if (!right(random, ease + ofBaseline)) {
                String id = "f" + failures++;
                arena.play(
                        SampleCases.failure(id, id),
                        right(random, ease + random.nextGaussian() + edge),
                        right(random, ease + ofBaseline));
            }
        }
        return arena.compared();
    }

    /**
     * Runs of production, of which a tenth to a seventh is judged: right ones become references, wrong ones failures, and a
     * third of those is corrected. Questions are hard for everybody and, as much again, for each model.
     */
    private static Comparison judgedByFeedback(Random random, int runs, double edge) {
        Arena arena = new Arena();
        for (int at = 0; at < runs; at++) {
            double ease = 1.6 + 1.5 * random.nextGaussian();
            double ofBaseline = ease + random.nextGaussian();
            double ofCandidate = ease + random.nextGaussian() + edge;
            boolean good = right(random, ofBaseline);
            String id = "r" + at;
            String group = "group " + at / 2;
            if (random.nextDouble() >= (good ? 0.10 : 0.15)) {
                arena.unasked(SampleCases.unreferenced(id, group));
            } else if (good) {
                arena.play(SampleCases.ownReference(id, group), right(random, ofCandidate), right(random, ofBaseline));
            } else if (random.nextDouble() < 1 / 3.) {
                arena.play(SampleCases.corrected(id, group), right(random, ofCandidate), right(random, ofBaseline));
            } else {
                arena.unasked(SampleCases.failedUnreferenced(id, group));
            }
        }
        return arena.compared();
    }

    /** Two models of the same pass rate of 0.8, where a quarter of the candidate's wrong answers is cut. */
    private static Comparison cutWhereWrong(Random random, int cases) {
        Arena arena = new Arena();
        for (int i = 0; i < cases; i++) {
            Case one = SampleCases.random("r" + i, "group " + i);
            boolean candidate = random.nextDouble() < 0.8;
            boolean baseline = random.nextDouble() < 0.8;
            if (!candidate && random.nextDouble() < 0.25) {
                arena.truncated(one, baseline);
            } else {
                arena.play(one, candidate, baseline);
            }
        }
        return arena.compared();
    }

    /** A candidate that passes 0.8 of all traffic, in groups that it mostly passes or mostly fails. */
    private static Comparison alone(Random random, int groupSize) {
        Arena arena = new Arena();
        for (int i = 0; i < 200; ) {
            double ofGroup = random.nextDouble() < 0.8 ? 0.95 : 0.2;
            for (int j = 0; j < groupSize; j++, i++) {
                arena.play(SampleCases.random("r" + i, "group " + i / groupSize), random.nextDouble() < ofGroup, true);
            }
        }
        return arena.alone();
    }

    private static boolean right(Random random, double logOdds) {
        return random.nextDouble() < 1 / (1 + Math.exp(-logOdds));
    }

    @ParameterizedTest
    @ValueSource(ints = {50, 200, 1000})
    void anEqualModelIsPromotedAtMostOnceInTwenty(int cases) {
        assertThat(decisions(cases, 0, false, 11).get(Decision.PROMOTE)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void anEqualModelIsPromotedNoMoreOftenBesideMinedFailures() {
        assertThat(decisions(200, 0, true, 12).get(Decision.PROMOTE)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void aBetterModelIsPromotedMostly() {
        assertThat(decisions(200, 1.2, true, 13).get(Decision.PROMOTE)).isGreaterThanOrEqualTo(0.9);
        assertThat(decisions(1000, 0.6, true, 14).get(Decision.PROMOTE)).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void aWorseModelIsHeldMostlyAndNeverPromoted() {
        Map<Decision, Double> worse = decisions(200, -1.2, true, 15);
        assertThat(worse.get(Decision.HOLD)).isGreaterThanOrEqualTo(0.9);
        assertThat(worse.get(Decision.PROMOTE)).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {1600, 5000})
    void anEqualModelIsNeitherPromotedNorHeldForWhatFeedbackChose(int runs) {
        Map<Decision, Double> equal =
                decisions(runs > 2000 ? 100 : 200, 17, random -> judgedByFeedback(random, runs, 0));
        assertThat(equal.get(Decision.PROMOTE)).isLessThanOrEqualTo(0.05);
        assertThat(equal.get(Decision.HOLD)).isLessThanOrEqualTo(0.05);
    }

    @Test
    void whatFeedbackChoseStillTellsBetterAndWorse() {
        assertThat(decisions(50, 18, random -> judgedByFeedback(random, 5000, 1.5))
                        .get(Decision.PROMOTE))
                .isGreaterThanOrEqualTo(0.9);
        assertThat(decisions(50, 19, random -> judgedByFeedback(random, 5000, -1.5))
                        .get(Decision.HOLD))
                .isGreaterThanOrEqualTo(0.9);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 1000})
    void anEqualModelIsNotPromotedForAnswersThatWereCut(int cases) {
        assertThat(decisions(200, 20, random -> cutWhereWrong(random, cases)).get(Decision.PROMOTE))
                .isLessThanOrEqualTo(0.05);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 4, 10})
    void aPassRateThatIsJustReachedIsPromotedAtMostOnceInTwenty(int groupSize) {
        assertThat(decisions(400, 21, random -> alone(random, groupSize)).get(Decision.PROMOTE))
                .isLessThanOrEqualTo(0.05);
    }

    @Test
    void anEqualModelIsHeldWhereThereIsNothingLeftToWin() {
        assertThat(decisions(2000, 0, false, 16).get(Decision.HOLD)).isGreaterThanOrEqualTo(0.8);
    }
}
