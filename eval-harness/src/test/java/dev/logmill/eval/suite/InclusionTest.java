package dev.logmill.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.curation.json.Digest;
import dev.logmill.curation.pair.Side;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class InclusionTest {
    private static final double T = 0.2;
    private static final Offset<Double> EXACTLY = within(1e-12);

    private static Lottery traffic(int night, int members, int drawn) {
        return lottery(Lottery.TRAFFIC, night, members, drawn, List.of());
    }

    private static Lottery failures(int night, int members, int drawn, double share) {
        return lottery(Lottery.FAILURE, night, members, drawn, List.of(new Lottery.Failed("case", "g", share, 1)));
    }

    private static Lottery lottery(String kind, int night, int members, int drawn, List<Lottery.Failed> failed) {
        double probability = members == 0 ? 1 : (double) drawn / members;
        return new Lottery(
                "suite",
                kind,
                members,
                drawn,
                probability,
                night,
                failed,
                SampleCandidates.NIGHT.plusDays(night),
                night);
    }

    private static double probability(List<Lottery> lotteries, Inclusion.Occurrence... asked) {
        return new Inclusion(lotteries, T, UnaryOperator.identity()).of("case", List.of(asked));
    }

    private static Inclusion.Occurrence asked(String run, int night) {
        return new Inclusion.Occurrence(run, "g", "g", night);
    }

    @Test
    void anInputOfOneOccurrenceHasTheLotTimesTheDraw() {
        assertThat(probability(List.of(traffic(1, 100, 25)), asked("r", 1))).isCloseTo(0.2 * 0.25, EXACTLY);
    }

    @Test
    void theLotOfTheGroupCountsOnceHoweverOftenItsInputIsAsked() {
        List<Lottery> all = new ArrayList<>();
        List<Inclusion.Occurrence> asked = new ArrayList<>();
        for (int night = 1; night <= 5; night++) {
            all.add(traffic(night, 12, 12));
            asked.add(asked("r" + night, night));
        }
        assertThat(probability(all, asked.toArray(Inclusion.Occurrence[]::new))).isCloseTo(0.2, EXACTLY);
    }

    @Test
    void occurrencesThatWereNotDrawnCountWithTheRateOfTheirNight() {
        List<Lottery> nights = List.of(traffic(1, 4, 1), traffic(3, 10, 5));
        assertThat(probability(nights, asked("a", 1), asked("b", 2))).isCloseTo(0.2 * (1 - 0.75 * 0.5), EXACTLY);
    }

    @Test
    void aNightThatBroughtFeedbackAloneGivesNoOccurrenceAnotherChance() {
        Lottery again =
                new Lottery("suite", Lottery.TRAFFIC, 0, 0, 1, 1, List.of(), SampleCandidates.NIGHT.plusDays(2), 2);
        assertThat(probability(List.of(again, traffic(1, 100, 25)), asked("r", 1)))
                .isCloseTo(0.2 * 0.25, EXACTLY);
    }

    @Test
    void twoRunsOfOneNightAreDrawnWithoutReplacement() {
        // Of 4 runs 2 are drawn: neither of two given ones in 1 of 6 ways.
        assertThat(probability(List.of(traffic(1, 4, 2)), asked("a", 1), asked("b", 1)))
                .isCloseTo(0.2 * (1 - 1 / 6.0), EXACTLY);
    }

    @Test
    void aRunThatAsksTwiceIsDrawnOnce() {
        assertThat(probability(List.of(traffic(1, 4, 2)), asked("a", 1), asked("a", 1)))
                .isCloseTo(0.2 * 0.5, EXACTLY);
    }

    @Test
    void aFailureComesByTheLotOrByBeingMoved() {
        List<Lottery> night = List.of(traffic(1, 4, 1), failures(1, 2, 1, 0.6));
        assertThat(probability(night, asked("a", 1))).isCloseTo(0.2 * (1 - 0.75 * 0.5) + 0.8 * 0.6 * 0.5, EXACTLY);
    }

    @Test
    void aFailureThatWasNotDrawnCountsOnALaterNight() {
        List<Lottery> nights =
                List.of(traffic(1, 4, 1), failures(1, 2, 1, 0.6), traffic(2, 4, 4), failures(2, 1, 1, 0));
        assertThat(probability(nights, asked("a", 1))).isCloseTo(0.2 * 1 + 0.8 * 0.6 * 0.5, EXACTLY);
    }

    @Test
    void anInputOfManyHasALotAndEachOfItsPeopleAnother() {
        Inclusion.Occurrence[] hello = {
            new Inclusion.Occurrence("a", "one", "hello", 1),
            new Inclusion.Occurrence("b", "other", "hello", 1),
            new Inclusion.Occurrence("c", "other", "hello", 2)
        };
        List<Lottery> nights = List.of(traffic(1, 4, 1), traffic(2, 2, 1));
        double one = 0.8 + 0.2 * 0.75;
        double other = 0.8 + 0.2 * 0.75 * 0.5;
        assertThat(probability(nights, hello)).isCloseTo(0.2 * (1 - one * other), EXACTLY);
    }

    /**
     * Worlds of people who ask their own few inputs on several nights, some of which fail and take their person to the test
     * side: one over the probability of each case, summed, is the number of different inputs.
     */
    @Test
    void oneOverTheProbabilityOfEachCaseSumsUpToTheNumberOfInputs() {
        double estimate = 0;
        long inputs = 0;
        for (int world = 0; world < 300; world++) {
            World played = new World("seed" + world);
            for (int night = 1; night <= 4; night++) {
                played.night(night);
            }
            estimate += played.estimate();
            inputs += played.asked.size();
        }
        assertThat(estimate / inputs).isCloseTo(1, within(0.02));
    }

    private static final class World {
        final Map<String, List<Inclusion.Occurrence>> asked = new TreeMap<>();
        private final String seed;
        private final Random random;
        private final List<Lottery> lotteries = new ArrayList<>();
        private final Set<String> moved = new HashSet<>();
        private final Map<String, String> cases = new TreeMap<>();

        World(String seed) {
            this.seed = seed;
            this.random = new Random(seed.hashCode());
        }

        void night(int night) {
            SuitesConfig config = new SuitesConfig(seed, 0.5, 0.3, 5, 100, 10_000, 1, 0.5, 0.4, 20, 0.4);
            List<CaseCandidate> tonight = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                int person = random.nextInt(60);
                String input = "p%d asks %d".formatted(person, random.nextInt(3));
                String group = "g" + person;
                String run = "n%d r%d".formatted(night, i);
                boolean byLot = Digest.of(seed, group).unit() < T;
                CaseCandidate.Place place =
                        new CaseCandidate.Place(group, byLot || moved.contains(group) ? Side.TEST : Side.TRAIN);
                CaseCandidate some = SampleCandidates.candidate(run, input, random.nextInt(6) == 0, byLot, Side.TEST);
                tonight.add(new CaseCandidate(some.provenance(), some.failing(), byLot, place, place, true, 1));
                asked.computeIfAbsent(input, none -> new ArrayList<>())
                        .add(new Inclusion.Occurrence(run, group, group, night));
            }
            SuiteDraw.Drawn drawn = new SuiteDraw("suite", config, T)
                    .draw(tonight, new SuiteDraw.When(SampleCandidates.NIGHT.plusDays(night), night, night));
            lotteries.addAll(drawn.lotteries());
            drawn.picks().forEach(pick -> {
                cases.put(pick.caseId(), pick.candidate().provenance().inputId());
                moved.add(pick.candidate().own().group());
            });
        }

        double estimate() {
            Inclusion inclusion = new Inclusion(lotteries, T, UnaryOperator.identity());
            return cases.entrySet().stream()
                    .mapToDouble(one -> 1 / inclusion.of(one.getKey(), asked.getOrDefault(one.getValue(), List.of())))
                    .sum();
        }
    }
}
