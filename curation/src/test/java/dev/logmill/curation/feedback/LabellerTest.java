package dev.logmill.curation.feedback;

import static dev.logmill.curation.feedback.SampleFeedback.NIGHT;
import static dev.logmill.curation.feedback.SampleFeedback.edge;
import static dev.logmill.curation.feedback.SampleFeedback.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.curation.feedback.SampleFeedback.Given;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LabellerTest {
    /** A prior of one good and one bad observation: the posteriors have quantiles in closed form. */
    private static final LabelConfig UNIFORM = new LabelConfig(0.5, 2, 1000, 0.3, Map.of());

    private static final List<SignalChannel> CHANNELS = List.of(
            SignalChannel.THUMB, SignalChannel.RATING, SignalChannel.COPY, SignalChannel.OUTCOME, SignalChannel.JUDGE);

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @Test
    void givesThePriorWhereNobodySpoke() {
        Label label = label(LabelConfig.defaults(), List.of());

        assertThat(label.probability()).isEqualTo(0.7, within(1e-12));
        assertThat(label.effectiveSize()).isZero();
        assertThat(label.signals()).isZero();
        assertThat(label.channels()).isEmpty();
    }

    @Test
    void givesTheQuantilesOfAUniformPrior() {
        Label label = label(UNIFORM, List.of());

        assertThat(label.lower()).isEqualTo(0.05, within(1e-9));
        assertThat(label.upper()).isEqualTo(0.95, within(1e-9));
    }

    /** The distribution function of Beta(n + 1, 1) is x to the n + 1, that of Beta(1, n + 1) its mirror. */
    @ParameterizedTest
    @CsvSource({"1", "2", "5", "40"})
    void givesTheQuantilesOfUnanimousEvidence(int n) {
        Label good = label(UNIFORM, said(n, 1));
        Label bad = label(UNIFORM, said(n, 0));

        assertThat(good.probability()).isEqualTo((n + 1.0) / (n + 2), within(1e-12));
        assertThat(good.lower()).isEqualTo(Math.pow(0.05, 1.0 / (n + 1)), within(1e-9));
        assertThat(good.upper()).isEqualTo(Math.pow(0.95, 1.0 / (n + 1)), within(1e-9));
        assertThat(bad.lower()).isEqualTo(1 - good.upper(), within(1e-9));
        assertThat(bad.upper()).isEqualTo(1 - good.lower(), within(1e-9));
        assertThat(good.effectiveSize()).isEqualTo(n, within(1e-9));
    }

    @Test
    void weighsEachObservationByWhatItIsWorth() {
        Label label = label(
                UNIFORM,
                List.of(
                        new Evidence(SignalChannel.OUTCOME, Optional.empty(), "r", 1, 3),
                        new Evidence(SignalChannel.THUMB, Optional.empty(), "r", 0, 1),
                        new Evidence(SignalChannel.RATING, Optional.empty(), "r", 0.5, 2)));

        // Good 1 + 3 + 0 + 1, bad 1 + 0 + 1 + 1.
        assertThat(label.probability()).isEqualTo(5.0 / 8, within(1e-12));
        assertThat(label.effectiveSize()).isEqualTo(6, within(1e-12));
        assertThat(label.channels()).containsExactly("outcome", "rating", "thumb");
        assertThat(label.signals()).isEqualTo(3);
    }

    @Test
    void takesOnePersonsWordsAboutOneRunForOneOpinion() {
        Label label = label(
                UNIFORM, List.of(by("p", "r1", SignalChannel.COPY, 1, 0.3), by("p", "r1", SignalChannel.THUMB, 0, 1)));

        assertThat(label.channels()).containsExactly("thumb");
        assertThat(label.effectiveSize()).isEqualTo(1, within(1e-12));
        assertThat(label.probability()).isLessThan(0.5);
    }

    @Test
    void countsATasksResultBesideWhatThePersonWhoReportedItThinksOnce() {
        Label label = label(
                UNIFORM,
                List.of(
                        by("p", "r1", SignalChannel.THUMB, 0, 1),
                        by("p", "r1", SignalChannel.OUTCOME, 1, 3),
                        by("q", "r1", SignalChannel.OUTCOME, 1, 3)));

        assertThat(label.channels()).containsExactly("outcome", "thumb");
        assertThat(label.signals()).isEqualTo(2);
        assertThat(label.probability()).isEqualTo((1 + 3.0) / (2 + 1 + 3), within(1e-12));
    }

    @Test
    void lessensNoResultToThePersonsCap() {
        LabelConfig capped = new LabelConfig(0.5, 2, 1, 0.3, Map.of());

        assertThat(label(capped, List.of(by("p", "r1", SignalChannel.OUTCOME, 1, 3)))
                        .effectiveSize())
                .isEqualTo(3, within(1e-12));
    }

    @Test
    void takesTheWorseOfTwoEquallyHeavyWords() {
        Label label = label(
                UNIFORM, List.of(by("p", "r1", SignalChannel.RATING, 1, 1), by("p", "r1", SignalChannel.THUMB, 0, 1)));

        assertThat(label.channels()).containsExactly("thumb");
    }

    @Test
    void lessensWhatOnePersonSaysAboutManyRunsToTheCap() {
        LabelConfig capped = new LabelConfig(0.5, 2, 5, 0.3, Map.of());
        List<Evidence> loud = new ArrayList<>();
        for (int run = 0; run < 100; run++) {
            loud.add(by("loud", "r" + run, SignalChannel.THUMB, 1, 1));
        }
        assertThat(label(capped, loud).effectiveSize()).isEqualTo(5, within(1e-9));
        loud.add(by("other", "r0", SignalChannel.THUMB, 0, 1));
        assertThat(label(capped, loud).effectiveSize()).isEqualTo(6, within(1e-9));
    }

    @Test
    void liesBetweenConflictingSignalsAndIsSureOfNeither() {
        List<Evidence> conflicting = new ArrayList<>(said(10, 1));
        conflicting.addAll(said(10, 0));
        Label label = label(UNIFORM, conflicting);

        assertThat(label.probability()).isEqualTo(0.5, within(1e-12));
        assertThat(label.lower()).isLessThan(0.5);
        assertThat(label.upper()).isGreaterThan(0.5);
    }

    @ParameterizedTest
    @CsvSource({"0.4, 1, true", "0.6, 1, false", "0.6, 0, true", "0.4, 0, false"})
    void saysWhetherItIsOnTheOtherSideThanBefore(double before, double good, boolean flipped) {
        Label label = new Labeller(UNIFORM).label("p", "a", said(3, good), 1, Optional.of(before), NIGHT, 1);

        assertThat(label.flipped()).isEqualTo(flipped);
        assertThat(label.previous()).contains(before);
    }

    @Test
    void hasNotFlippedWhereThereWasNoLabel() {
        assertThat(label(UNIFORM, said(3, 0)).flipped()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsItsPromisesForAnyEvidenceInAnyOrder(int seed) {
        Random random = new Random(seed);
        List<Evidence> evidence = new ArrayList<>();
        for (int i = random.nextInt(30); i > 0; i--) {
            evidence.add(new Evidence(
                    CHANNELS.get(random.nextInt(CHANNELS.size())),
                    random.nextBoolean() ? Optional.of("p" + random.nextInt(3)) : Optional.empty(),
                    "r" + random.nextInt(4),
                    random.nextInt(5) / 4.0,
                    random.nextInt(40) / 7.0));
        }
        Label label = label(LabelConfig.defaults(), evidence);
        List<Evidence> shuffled = new ArrayList<>(evidence);
        Collections.shuffle(shuffled, random);
        List<Evidence> praised = new ArrayList<>(evidence);
        praised.add(new Evidence(SignalChannel.REVIEWER, Optional.empty(), "r", 1, 1));

        assertThat(label(LabelConfig.defaults(), shuffled)).isEqualTo(label);
        assertThat(label.lower()).isBetween(0.0, label.probability());
        assertThat(label.upper()).isBetween(label.probability(), 1.0);
        assertThat(label(LabelConfig.defaults(), praised).probability()).isGreaterThan(label.probability());
    }

    /** Whatever order and nights feedback comes in, edited, withdrawn or not: in the end it adds up to the same label. */
    @ParameterizedTest
    @MethodSource("seeds")
    void givesTheSameLabelsInWhateverOrderFeedbackArrives(int seed) {
        Random random = new Random(seed);
        List<Given> rows = rows(random);
        List<Given> otherwise = new ArrayList<>();
        rows.forEach(row -> otherwise.add(row.arrived(NIGHT.plusDays(random.nextInt(14)))));
        Collections.shuffle(otherwise, random);

        assertThat(labels(otherwise)).isEqualTo(labels(rows));
    }

    @Test
    void labelsAnOldPairAnewWhenALateSignalArrives() {
        Label before = labels(List.of()).get(2);
        Label after = labels(List.of(
                        given("f", SignalChannel.REVIEWER, 0).about("l2").arrived(NIGHT.plusDays(14))))
                .get(2);

        assertThat(after.pairId()).isEqualTo(before.pairId());
        assertThat(after.probability()).isLessThan(before.probability());
        assertThat(after.effectiveSize()).isEqualTo(LabelConfig.defaults().weight(SignalChannel.REVIEWER));
    }

    private static List<Given> rows(Random random) {
        List<Given> rows = new ArrayList<>();
        for (int feedback = 0; feedback < 6; feedback++) {
            Given first = given("f" + feedback, CHANNELS.get(random.nextInt(CHANNELS.size())), random.nextInt(3) / 2.0)
                    .by("p" + random.nextInt(3));
            Given given = random.nextBoolean() ? first.about("l" + random.nextInt(4)) : first;
            for (int row = 0; row <= random.nextInt(3); row++) {
                Given next = given.row(Integer.toString(row), random.nextInt(6));
                Given linked = random.nextInt(5) == 0 ? next.superseding("f" + random.nextInt(6)) : next;
                rows.add(random.nextInt(4) == 0 ? linked.withdrawn() : linked);
            }
        }
        return rows;
    }

    private static List<Label> labels(List<Given> rows) {
        List<Provenance> edges = List.of(edge(0, false), edge(1, false), edge(2, true));
        List<Signal> standing =
                StandingSignals.of(rows.stream().map(Given::signal).toList());
        List<Credit.Credited> credited = new Credit(LabelConfig.defaults()).ofTrace(edges, List.of(), standing);
        return edges.stream()
                .map(edge -> new Labeller(LabelConfig.defaults())
                        .label(
                                edge.pairId(),
                                edge.agent(),
                                credited.stream()
                                        .filter(one -> one.pairId().equals(edge.pairId()))
                                        .map(Credit.Credited::evidence)
                                        .toList(),
                                1,
                                Optional.empty(),
                                NIGHT,
                                1))
                .toList();
    }

    private static Label label(LabelConfig config, List<Evidence> evidence) {
        return new Labeller(config).label("p", "a", evidence, 1, Optional.empty(), NIGHT, 1);
    }

    /** So many clean observations of nobody in particular. */
    private static List<Evidence> said(int times, double good) {
        return Collections.nCopies(times, new Evidence(SignalChannel.THUMB, Optional.empty(), "r", good, 1));
    }

    private static Evidence by(String person, String run, SignalChannel channel, double good, double weight) {
        return new Evidence(channel, Optional.of(person), run, good, weight);
    }
}
