package dev.logmill.eval.suite;

import static dev.logmill.eval.suite.SampleCandidates.candidate;
import static dev.logmill.eval.suite.SampleCandidates.ofMany;
import static dev.logmill.eval.suite.SampleCandidates.traffic;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.pair.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SuiteDrawTest {
    private static final double TEST_SHARE = 0.3;
    private static final SuiteDraw.When WHEN = new SuiteDraw.When(SampleCandidates.NIGHT, 1, 1);

    private static SuitesConfig config(String seed, double failures, double traffic, int cap) {
        return new SuitesConfig(seed, failures, traffic, 0, cap, 10_000, 1, 0.5, 0.4, 20, 0.4);
    }

    private static List<Pick> draw(SuitesConfig config, List<CaseCandidate> candidates) {
        return new SuiteDraw("suite", config, TEST_SHARE).draw(candidates, WHEN).picks();
    }

    @Test
    void theRandomSampleHasTheShareOfAllRunsAndItsExactWeight() {
        List<Pick> picks = draw(config("s", 0, 0.2, 100), traffic(40, 0));
        assertThat(picks).hasSize(8).allSatisfy(pick -> {
            assertThat(pick.trafficWeight()).isCloseTo(1 / (TEST_SHARE * 0.2), within(1e-9));
        });
    }

    @Test
    void ofLittleTrafficMoreThanTheShareIsDrawnWithItsExactWeight() {
        SuitesConfig config = new SuitesConfig("s", 0, 0.2, 25, 100, 10_000, 1, 0.5, 0.4, 20, 0.4);
        assertThat(draw(config, traffic(40, 0))).hasSize(25).allSatisfy(pick -> assertThat(pick.trafficWeight())
                .isCloseTo(40 / (TEST_SHARE * 25), within(1e-9)));
        assertThat(draw(config, traffic(10, 0))).hasSize(10);
        assertThat(draw(config, traffic(200, 0))).hasSize(40);
    }

    @Test
    void theCapIsPartOfTheWeight() {
        List<Pick> picks = draw(config("s", 0, 0.5, 5), traffic(40, 0));
        assertThat(picks).hasSize(5).allSatisfy(pick -> assertThat(pick.trafficWeight())
                .isCloseTo(40 / (TEST_SHARE * 5), within(1e-9)));
    }

    @Test
    void whatTheFailuresTakeChangesNothingAboutTheRandomSample() {
        List<CaseCandidate> candidates = traffic(40, 15);
        List<String> without = random(draw(config("s", 0, 0.25, 100), candidates));
        List<String> beside = random(draw(config("s", 1, 0.25, 100), candidates));
        assertThat(beside).isEqualTo(without).hasSize(10);
    }

    private static List<String> random(List<Pick> picks) {
        return picks.stream()
                .filter(pick -> pick.trafficWeight() > 0)
                .map(pick -> pick.caseId() + " " + pick.trafficWeight())
                .toList();
    }

    @Test
    void whatIsNotInTheLotteryIsNeverInTheRandomSample() {
        List<CaseCandidate> candidates = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            candidates.add(candidate("moved" + i, "input" + i, i < 10, false, Side.TEST));
            candidates.add(candidate("train" + i, "other" + i, i < 10, false, Side.TRAIN));
        }
        List<Pick> picks = draw(config("s", 1, 1, 100), candidates);
        assertThat(picks).hasSize(20).allSatisfy(pick -> {
            assertThat(pick.failed()).isTrue();
            assertThat(pick.trafficWeight()).isZero();
        });
    }

    @Test
    void anInputThatOccursOftenStandsForAllItsOccurrences() {
        List<CaseCandidate> candidates = traffic(9, 0);
        candidates.add(candidate("again1", "input0", true, true, Side.TEST));
        candidates.add(candidate("again2", "input0", false, true, Side.TEST));
        List<Pick> picks = draw(config("s", 1, 1, 100), candidates);
        assertThat(picks).hasSize(9);
        Pick often = picks.stream()
                .filter(pick -> pick.candidate().provenance().inputId().equals("input0"))
                .findFirst()
                .orElseThrow();
        assertThat(often.trafficWeight()).isCloseTo(3 / TEST_SHARE, within(1e-9));
        assertThat(often.failed()).isTrue();
    }

    @Test
    void anInputOfManyIsDrawnWhereItsPersonAndItselfAreOnTheTestSide() {
        List<CaseCandidate> candidates = List.of(
                ofMany("here", true, Side.TEST, Side.TEST),
                ofMany("there", true, Side.TRAIN, Side.TEST),
                ofMany("barred", true, Side.TEST, Side.TRAIN),
                ofMany("nowhere", true, Side.TRAIN, Side.TRAIN));
        assertThat(candidates)
                .filteredOn(CaseCandidate::barred)
                .extracting(CaseCandidate::runId)
                .containsExactly("barred");
        for (CaseCandidate one : candidates) {
            assertThat(draw(config("s", 1, 1, 100), List.of(one)))
                    .as(one.runId())
                    .hasSize(one.runId().equals("here") ? 1 : 0);
        }
    }

    @Test
    void anInputOfManyWeighsByItsOwnLotAndThatOfItsPerson() {
        Pick pick = draw(config("s", 0, 1, 100), List.of(ofMany("here", false, Side.TEST, Side.TEST)))
                .get(0);
        assertThat(pick.trafficWeight()).isCloseTo(1 / (TEST_SHARE * TEST_SHARE), within(1e-9));
    }

    @Test
    void theDrawsOfANightAreKeptWithWhatFailedWhetherItWasDrawnOrNot() {
        List<CaseCandidate> candidates = new ArrayList<>(traffic(8, 2));
        candidates.add(candidate("train", "far", true, false, Side.TRAIN));
        candidates.add(candidate("train2", "far", true, false, Side.TRAIN));
        List<Lottery> lotteries = new SuiteDraw("suite", config("s", 0.5, 0.25, 100), TEST_SHARE)
                .draw(candidates, WHEN)
                .lotteries();
        assertThat(lotteries)
                .extracting(Lottery::kind, Lottery::members, Lottery::drawn, Lottery::probability)
                .containsExactly(tuple("traffic", 8, 2, 0.25), tuple("failure", 4, 2, 0.5));
        assertThat(lotteries.get(0).failed()).isEmpty();
        assertThat(lotteries.get(1).failed())
                .extracting(Lottery.Failed::leakGroup)
                .containsExactlyInAnyOrder("group-run0", "group-run1", "group-train", "group-train2");
    }

    /**
     * Traffic of many nights, in which some groups fail often and every failure takes its group to the test side: the
     * weighted share of failures among the random cases is that of all traffic, over many seeds.
     */
    @Test
    void theWeightedRandomSampleKnowsTheShareOfFailuresInAllTraffic() {
        Random random = new Random(5);
        int groups = 300;
        double[] failureRate = new double[groups];
        for (int i = 0; i < groups; i++) {
            failureRate[i] = i % 5 == 0 ? 0.7 : 0.05;
        }
        double weight = 0;
        double failed = 0;
        long traffic = 0;
        long failures = 0;
        for (int world = 0; world < 40; world++) {
            Set<Integer> moved = new HashSet<>();
            Map<String, Case> suite = new TreeMap<>();
            Map<String, Boolean> truth = new TreeMap<>();
            SuitesConfig config = config("seed" + world, 1, 0.4, 60);
            for (int night = 0; night < 3; night++) {
                List<CaseCandidate> tonight = new ArrayList<>();
                for (int i = 0; i < 500; i++) {
                    int group = random.nextInt(groups);
                    boolean byLot = Digest.of("lot" + world, "g" + group).unit() < TEST_SHARE;
                    boolean failing = random.nextDouble() < failureRate[group];
                    String id = "w%d n%d i%d".formatted(world, night, i);
                    Side side = byLot || moved.contains(group) ? Side.TEST : Side.TRAIN;
                    tonight.add(candidate(id, id, failing, byLot, side));
                    truth.put(Digest.of("case", "suite", id).id(), failing);
                    traffic++;
                    failures += failing ? 1 : 0;
                    if (failing) {
                        moved.add(group);
                    }
                }
                List<Pick> picks = draw(config, tonight);
                SuiteBuilder.fresh(picks, suite.values())
                        .forEach(pick -> suite.put(
                                pick.caseId(),
                                SampleCases.of(pick.caseId(), "g", "s", pick.trafficWeight(), Optional.empty())));
            }
            for (Case one : suite.values()) {
                weight += one.trafficWeight();
                failed += truth.get(one.caseId()) ? one.trafficWeight() : 0;
            }
        }
        assertThat(failed / weight).isCloseTo((double) failures / traffic, within(0.02));
        assertThat(weight / traffic).isCloseTo(1, within(0.03));
    }
}
