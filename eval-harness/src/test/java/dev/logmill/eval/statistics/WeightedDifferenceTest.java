package dev.logmill.eval.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.eval.statistics.WeightedDifference.Observation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Against weighted least squares with cluster-robust errors of statsmodels 0.15, times G / (G - 1) of the variance. */
class WeightedDifferenceTest {
    private static final double[] DIFFERENCES = {1, 0, 0, 0, 0, 0, 1, 1, 0, -1, 0, 0};
    private static final double[] WEIGHTS = {1, 1, 1, 2, 2, 2, 5, 5, 5, 1, 1, 3};

    private static List<Observation> observations(boolean weighted) {
        List<Observation> list = new ArrayList<>();
        for (int i = 0; i < DIFFERENCES.length; i++) {
            list.add(new Observation(DIFFERENCES[i], weighted ? WEIGHTS[i] : 1, "group " + i / 3));
        }
        return list;
    }

    @Test
    void agreesWithTheReferenceWhereAllWeighTheSame() {
        WeightedDifference even = WeightedDifference.of(observations(false));
        assertThat(even.estimate()).isCloseTo(0.16666667, within(1e-8));
        assertThat(even.standardError()).isCloseTo(0.21516574, within(1e-8));
        assertThat(even.effectiveSize()).isCloseTo(12, within(1e-12));
        assertThat(even.clusters()).isEqualTo(4);
    }

    @Test
    void agreesWithTheReferenceWhereWeightsDiffer() {
        WeightedDifference uneven = WeightedDifference.of(observations(true));
        assertThat(uneven.estimate()).isCloseTo(0.34482759, within(1e-8));
        assertThat(uneven.standardError()).isCloseTo(0.23559009, within(1e-8));
        assertThat(uneven.effectiveSize()).isCloseTo(29 * 29 / 101., within(1e-12));
        assertThat(uneven.clusterSums()).containsExactly(1., 0., 10., -1.);
    }

    @Test
    void theErrorIsNeverLessThanThatOfCasesWithoutClusters() {
        List<Observation> balanced = List.of(
                new Observation(1, 2, "a"),
                new Observation(-1, 2, "a"),
                new Observation(1, 2, "b"),
                new Observation(-1, 2, "b"));
        assertThat(WeightedDifference.of(balanced).standardError()).isCloseTo(Math.sqrt(1 / 3.), within(1e-12));
    }

    @Test
    void tenIdenticalAnswersProveLittle() {
        List<Observation> same = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            same.add(new Observation(0, 1, "group " + i));
        }
        Interval interval = WeightedDifference.of(same).interval(0.025);
        assertThat(interval.lower()).isCloseTo(-0.2775, within(1e-4));
        assertThat(interval.upper()).isCloseTo(0.2775, within(1e-4));
    }

    @Test
    void oneGroupSaysNothing() {
        assertThat(WeightedDifference.of(List.of(new Observation(1, 1, "a"), new Observation(1, 1, "a")))
                        .interval(0.05))
                .isEqualTo(new Interval(-1, 1));
        assertThat(WeightedDifference.of(List.of(new Observation(1, 1, "a"), new Observation(1, 1, "a")))
                        .proportion(0.05))
                .isEqualTo(new Interval(0, 1));
    }

    @Test
    void theShareOfIndependentCasesIsClopperAndPearsons() {
        List<Observation> cases = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            cases.add(new Observation(i < 800 ? 1 : 0, 1, "group " + i));
        }
        Interval share = WeightedDifference.of(cases).proportion(0.025);
        Interval exact = Proportions.clopperPearson(800, 1000, 0.05);
        assertThat(share.lower()).isCloseTo(exact.lower(), within(2e-4));
        assertThat(share.upper()).isCloseTo(exact.upper(), within(1e-3));
    }

    @Test
    void theShareOfCasesThatPassAndFailByGroupsIsThatOfTheGroups() {
        List<Observation> cases = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            cases.add(new Observation(i < 160 ? 1 : 0, 1, "group " + i / 10));
        }
        Interval share = WeightedDifference.of(cases).proportion(0.05);
        Interval ofGroups = Proportions.clopperPearson(16, 20, 0.1);
        assertThat(share.lower()).isCloseTo(ofGroups.lower(), within(0.02));
        List<Observation> same = cases.subList(0, 160);
        assertThat(WeightedDifference.of(same).proportion(0.05).lower()).isLessThan(0.85);
    }

    @Test
    void noCaseIsRefused() {
        assertThatThrownBy(() -> WeightedDifference.of(List.of())).hasMessage("A difference needs a case");
    }

    /** evalsig's README: 151 cases, 15 won and 3 lost; its bootstrap prints [+.026, +.132]. */
    @Test
    void theIntervalHoldsTheBootstraps() {
        List<Observation> cases = new ArrayList<>();
        for (int i = 0; i < 151; i++) {
            cases.add(new Observation(i < 15 ? 1 : i < 18 ? -1 : 0, 1, "case " + i));
        }
        Random random = new Random(1);
        double[] means = new double[4000];
        for (int draw = 0; draw < means.length; draw++) {
            List<Observation> again = new ArrayList<>();
            for (int i = 0; i < cases.size(); i++) {
                again.add(cases.get(random.nextInt(cases.size())));
            }
            means[draw] = WeightedDifference.of(again).estimate();
        }
        Arrays.sort(means);
        Interval student = WeightedDifference.of(cases).studentInterval(0.025);
        assertThat(means[100]).isCloseTo(0.026, within(0.008)).isCloseTo(student.lower(), within(0.008));
        assertThat(means[3899]).isCloseTo(0.132, within(0.008)).isCloseTo(student.upper(), within(0.008));
        assertThat(student.lower()).isCloseTo(0.0252641, within(1e-6));
        assertThat(student.upper()).isCloseTo(0.1336763, within(1e-6));
    }
}
