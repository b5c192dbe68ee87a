package dev.logmill.eval.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.eval.run.EvaluateConfig;
import dev.logmill.eval.suite.SampleCases;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
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
        int evaluations = cases > 200 ? 200 : 400;
        Random random = new Random(seed);
        Map<Decision, Double> shares = new EnumMap<>(Decision.class);
        for (Decision decision : Decision.values()) {
            shares.put(decision, 0.0);
        }
        for (int i = 0; i < evaluations; i++) {
            Decision decision =
                    GATE.decide(evaluation(random, cases, edge, mined)).decision();
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

    @Test
    void anEqualModelIsHeldWhereThereIsNothingLeftToWin() {
        assertThat(decisions(2000, 0, false, 16).get(Decision.HOLD)).isGreaterThanOrEqualTo(0.8);
    }
}
