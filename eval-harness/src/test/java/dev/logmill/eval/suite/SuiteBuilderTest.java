package dev.logmill.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SuiteBuilderTest {
    private static final double TEST_SHARE = 0.3;
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);

    private static SuitesConfig config(String seed, double failures, double traffic, int cap) {
        return new SuitesConfig(seed, failures, traffic, 0, cap, 10_000, 1, 0.5, 0.4, 20, 0.4);
    }

    private static SuiteBuilder builder(SuitesConfig config) {
        return new SuiteBuilder("suite", config, TEST_SHARE);
    }

    private static Candidate candidate(String run, String input, boolean failing, boolean inLottery, Side side) {
        Provenance edge = new Provenance(
                "pair-" + run,
                input,
                PairUnit.STEP,
                "agent",
                "1",
                run,
                "source",
                "project",
                "trace-" + run,
                "span-" + run,
                Optional.empty(),
                0,
                true,
                false,
                Optional.empty(),
                Optional.empty(),
                "group",
                Optional.empty(),
                Optional.empty(),
                false,
                NIGHT,
                1);
        return new Candidate(edge, failing, inLottery, "group-" + run, side, true, 1);
    }

    private static List<Candidate> traffic(int count, int failing) {
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            candidates.add(candidate("run" + i, "input" + i, i < failing, true, Side.TEST));
        }
        return candidates;
    }

    @Test
    void theRandomSampleHasTheShareOfAllRunsAndItsExactWeight() {
        List<Pick> picks = builder(config("s", 0, 0.2, 100)).draw(traffic(40, 0));
        assertThat(picks).hasSize(8).allSatisfy(pick -> {
            assertThat(pick.trafficWeight()).isCloseTo(1 / (TEST_SHARE * 0.2), within(1e-9));
            assertThat(pick.probability()).isCloseTo(TEST_SHARE * 0.2, within(1e-9));
        });
    }

    @Test
    void ofLittleTrafficMoreThanTheShareIsDrawnWithItsExactWeight() {
        SuitesConfig config = new SuitesConfig("s", 0, 0.2, 25, 100, 10_000, 1, 0.5, 0.4, 20, 0.4);
        assertThat(builder(config).draw(traffic(40, 0))).hasSize(25).allSatisfy(pick -> assertThat(pick.trafficWeight())
                .isCloseTo(40 / (TEST_SHARE * 25), within(1e-9)));
        assertThat(builder(config).draw(traffic(10, 0))).hasSize(10);
        assertThat(builder(config).draw(traffic(200, 0))).hasSize(40);
    }

    @Test
    void theCapIsPartOfTheWeight() {
        List<Pick> picks = builder(config("s", 0, 0.5, 5)).draw(traffic(40, 0));
        assertThat(picks).hasSize(5).allSatisfy(pick -> assertThat(pick.trafficWeight())
                .isCloseTo(40 / (TEST_SHARE * 5), within(1e-9)));
    }

    @Test
    void whatTheFailuresTakeChangesNothingAboutTheRandomSample() {
        List<Candidate> candidates = traffic(40, 15);
        List<String> without = random(builder(config("s", 0, 0.25, 100)).draw(candidates));
        List<String> beside = random(builder(config("s", 1, 0.25, 100)).draw(candidates));
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
        List<Candidate> candidates = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            candidates.add(candidate("moved" + i, "input" + i, i < 10, false, Side.TEST));
            candidates.add(candidate("train" + i, "other" + i, i < 10, false, Side.TRAIN));
        }
        List<Pick> picks = builder(config("s", 1, 1, 100)).draw(candidates);
        assertThat(picks).hasSize(20).allSatisfy(pick -> {
            assertThat(pick.failed()).isTrue();
            assertThat(pick.trafficWeight()).isZero();
        });
    }

    @Test
    void anInputThatOccursOftenStandsForAllItsOccurrences() {
        List<Candidate> candidates = traffic(9, 0);
        candidates.add(candidate("again1", "input0", true, true, Side.TEST));
        candidates.add(candidate("again2", "input0", false, true, Side.TEST));
        List<Pick> picks = builder(config("s", 1, 1, 100)).draw(candidates);
        assertThat(picks).hasSize(9);
        Pick often = picks.stream()
                .filter(pick -> pick.candidate().provenance().inputId().equals("input0"))
                .findFirst()
                .orElseThrow();
        assertThat(often.trafficWeight()).isCloseTo(3 / TEST_SHARE, within(1e-9));
        assertThat(often.failed()).isTrue();
    }

    @Test
    void aKnownCaseThatIsDrawnAgainGainsItsWeight() {
        SuiteBuilder builder = builder(config("s", 1, 1, 100));
        Pick pick = builder.draw(List.of(candidate("run", "input", true, true, Side.TEST)))
                .get(0);
        Case failed = SampleCases.failure(pick.caseId(), "group");
        Case traffic = SampleCases.random("other", "group");
        List<Case> again = builder.drawnAgain(List.of(failed, traffic), List.of(pick));
        assertThat(failed.randomSample()).isFalse();
        assertThat(again.get(0).randomSample()).isTrue();
        assertThat(again.get(0).trafficWeight()).isCloseTo(1 / TEST_SHARE, within(1e-9));
        assertThat(again.get(1)).isEqualTo(traffic);
        assertThat(SuiteBuilder.fresh(List.of(pick), List.of(failed))).isEmpty();
        assertThat(SuiteBuilder.fresh(List.of(pick), List.of(traffic))).containsExactly(pick);
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
            SuiteBuilder builder = builder(config("seed" + world, 1, 0.4, 60));
            for (int night = 0; night < 3; night++) {
                List<Candidate> tonight = new ArrayList<>();
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
                List<Pick> picks = builder.draw(tonight);
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

    private static Pair pair(Message output) {
        return new Pair(
                "pair",
                "input",
                PairUnit.STEP,
                "agent",
                List.of(Message.of(Role.USER, "?")),
                List.of(),
                Optional.empty(),
                output,
                NIGHT,
                1);
    }

    @Test
    void aReferenceThatBecomesKnownLaterIsTakenAndAPersonsReplacesProductions() {
        SuiteBuilder builder = builder(config("s", 1, 1, 100));
        GraderChoice graders = new GraderChoice(List.of());
        Pick pick = builder.draw(List.of(candidate("run", "input", false, true, Side.TEST)))
                .get(0);
        Message own = Message.of(Role.ASSISTANT, "own words of production");
        Message written = Message.of(Role.ASSISTANT, "what a person wrote instead");
        Case bare = builder.made(pick, pair(own), new References(Map.of(), Map.of()), graders, NIGHT, 1);
        Case trusted = builder.referenced(bare, new References(Map.of(), Map.of("input", own)), graders);
        Case corrected = builder.referenced(trusted, new References(Map.of("input", written), Map.of()), graders);
        Case after = builder.referenced(corrected, new References(Map.of(), Map.of("input", own)), graders);
        assertThat(bare.gradable()).isFalse();
        assertThat(trusted.ownReference()).isTrue();
        assertThat(trusted.gradable()).isTrue();
        assertThat(corrected.reference()).contains(written);
        assertThat(corrected.ownReference()).isFalse();
        assertThat(after).isEqualTo(corrected);
    }

    @Test
    void aReferenceThatItsGradersDoNotPassIsBroken() {
        SuiteBuilder builder = builder(config("s", 1, 1, 100));
        Case good = SampleCases.random("a", "g");
        Case bad =
                good.withReference(SampleCases.RIGHT, "correction", List.of(GraderSpec.of(GraderKind.JSON_EQUALITY)));
        assertThat(builder.broken(good)).isEmpty();
        assertThat(builder.broken(bad))
                .hasValueSatisfying(why -> assertThat(why).contains("no JSON"));
    }

    @Test
    void theOldestNightsMakeWay() {
        SuiteBuilder builder = builder(new SuitesConfig("s", 1, 1, 0, 2, 2, 1, 0.5, 0.4, 20, 0.4));
        List<Case> next = builder.next(
                List.of(SampleCases.random("b", "g"), SampleCases.random("a", "g"), SampleCases.random("c", "g")));
        assertThat(next).extracting(Case::caseId).containsExactly("a", "b");
    }
}
