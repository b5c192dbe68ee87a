package dev.logmill.curation.feedback;

import static dev.logmill.curation.feedback.SampleFeedback.edge;
import static dev.logmill.curation.feedback.SampleFeedback.given;
import static dev.logmill.curation.feedback.SampleFeedback.hour;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.feedback.Credit.Credited;
import dev.logmill.curation.feedback.SampleFeedback.Given;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditTest {
    private static final List<Provenance> THREE_STEPS = List.of(edge(0, false), edge(1, false), edge(2, true));
    private static final LabelConfig CONFIG = new LabelConfig(
            0.7, 2, 5, 0.25, Map.of("thumb", 1.0, "outcome", 4.0, "tool-error", 0.5, "correction", 3.0, "copy", 0.3));
    private static final Credit CREDIT = new Credit(CONFIG);

    @Test
    void givesASignalAboutASpanToThePairsOfThatSpan() {
        assertThat(credited(THREE_STEPS, given("f", SignalChannel.THUMB, 1).about("l1")))
                .containsExactly(said("p1", SignalChannel.THUMB, 1, 1));
    }

    @Test
    void givesStepAndJobOfOneSpanBoth() {
        Provenance job = edge("r1", "job", 2, true, Optional.empty(), false);
        List<Provenance> edges = List.of(THREE_STEPS.get(2), job);

        assertThat(credited(edges, given("f", SignalChannel.THUMB, 1).about("l2")))
                .extracting(one -> one.toList().get(0))
                .containsExactlyInAnyOrder("p2", "job");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Answer p1", "  Answer\n p1 "})
    void takesACorrectionThatSaysWhatTheAnswerSaysForAnAnswerThatWasKept(String text) {
        assertThat(credited(
                        THREE_STEPS,
                        given("f", SignalChannel.CORRECTION).saying(text).about("l1")))
                .containsExactly(said("p1", SignalChannel.CORRECTION, 1, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Answer p2", "An answer", ""})
    void takesACorrectionThatSaysAnythingElseForABadAnswer(String text) {
        assertThat(credited(
                        THREE_STEPS,
                        given("f", SignalChannel.CORRECTION).saying(text).about("l1")))
                .containsExactly(said("p1", SignalChannel.CORRECTION, 0, 3));
        assertThat(credited(THREE_STEPS, given("f", SignalChannel.CORRECTION).about("l1")))
                .containsExactly(said("p1", SignalChannel.CORRECTION, 0, 3));
    }

    @Test
    void takesStepAndJobForKeptWhereTheCorrectionSaysWhatEitherSays() {
        Provenance job = edge("r1", "job", 2, true, Optional.empty(), false);

        assertThat(credited(
                        List.of(THREE_STEPS.get(1), THREE_STEPS.get(2), job),
                        given("f", SignalChannel.CORRECTION).saying("Answer job")))
                .containsExactlyInAnyOrder(
                        said("p2", SignalChannel.CORRECTION, 1, 1), said("job", SignalChannel.CORRECTION, 1, 1));
    }

    @Test
    void hearsInASessionWhichAnswerACorrectionKeeps() {
        List<Provenance> ends = List.of(edge(1, true), edge(5, true));

        assertThat(Stream.of("Answer p1", "Answer p5")
                        .flatMap(text -> CREDIT
                                .ofSession(
                                        ends,
                                        List.of(),
                                        List.of(given("f", SignalChannel.CORRECTION)
                                                .saying(text)
                                                .signal()))
                                .stream())
                        .map(one -> one.evidence().good()))
                .containsExactly(0.0, 1.0);
    }

    @Test
    void givesASignalAboutTheTraceToHowItEnded() {
        assertThat(credited(THREE_STEPS, given("f", SignalChannel.THUMB, 0)))
                .containsExactly(said("p2", SignalChannel.THUMB, 0, 1));
    }

    @Test
    void givesASignalAboutASpanThatMadeNoPairToHowTheTraceEnded() {
        assertThat(credited(THREE_STEPS, given("f", SignalChannel.THUMB, 0).about("a tool")))
                .containsExactly(said("p2", SignalChannel.THUMB, 0, 1));
    }

    @Test
    void givesASignalAboutARunsOwnSpanToHowThatRunEnded() {
        List<Provenance> edges = List.of(
                edge("boss", "first", 0, false, Optional.empty(), false),
                edge("boss", "answer", 3, true, Optional.empty(), false),
                edge("clerk", "note", 1, true, Optional.empty(), false));

        assertThat(credited(edges, given("f", SignalChannel.THUMB, 0).about("root of clerk")))
                .containsExactly(said("note", SignalChannel.THUMB, 0, 1));
        assertThat(credited(edges, given("f", SignalChannel.OUTCOME, 1).about("root of boss")))
                .containsExactlyInAnyOrder(
                        said("first", SignalChannel.OUTCOME, 1, 1), said("answer", SignalChannel.OUTCOME, 1, 4));
    }

    @Test
    void takesTheHeaviestAndThenTheNewestResultOfATask() {
        Given ofTheTrace = given("f1", SignalChannel.OUTCOME, 1).row("0", 20);
        Given early = given("f2", SignalChannel.OUTCOME, 1).row("0", 9).about("l0");
        Given late = given("f3", SignalChannel.OUTCOME, 0).row("0", 10).about("l0");

        assertThat(credited(List.of(edge(0, false), edge(2, true)), late, ofTheTrace, early))
                .containsExactlyInAnyOrder(
                        said("p0", SignalChannel.OUTCOME, 0, 4), said("p2", SignalChannel.OUTCOME, 1, 4));
    }

    @Test
    void givesAnOutcomeToTheLastStepInFullAndToThoseBeforeInPart() {
        assertThat(credited(THREE_STEPS, given("f", SignalChannel.OUTCOME, 1)))
                .containsExactlyInAnyOrder(
                        said("p0", SignalChannel.OUTCOME, 1, 1),
                        said("p1", SignalChannel.OUTCOME, 1, 1),
                        said("p2", SignalChannel.OUTCOME, 1, 4));
    }

    @Test
    void givesTheOutcomeThatTheRunLogs() {
        List<Provenance> edges = List.of(
                edge("r1", "p0", 0, false, Optional.of(0.5), false),
                edge("r1", "p1", 1, true, Optional.of(0.5), false));

        assertThat(credited(edges))
                .containsExactlyInAnyOrder(
                        said("p0", SignalChannel.OUTCOME, 0.5, 1), said("p1", SignalChannel.OUTCOME, 0.5, 4));
    }

    @Test
    void believesAnOutcomeSignalOverTheRunsOwnLog() {
        List<Provenance> edges = List.of(edge("r1", "p0", 0, true, Optional.of(1.0), false));

        assertThat(credited(edges, given("f", SignalChannel.OUTCOME, 0)))
                .containsExactly(said("p0", SignalChannel.OUTCOME, 0, 4));
    }

    @Test
    void keepsTheLoggedOutcomeWhereASignalTellsNoneOrThatOfAnotherRun() {
        List<Provenance> edges = List.of(
                edge("r1", "p0", 0, true, Optional.of(1.0), false), edge("r2", "p1", 1, true, Optional.of(1.0), false));

        assertThat(credited(edges, given("f", SignalChannel.OUTCOME))).hasSize(2);
        assertThat(credited(edges, given("f", SignalChannel.OUTCOME, 0).about("l0")))
                .containsExactlyInAnyOrder(
                        said("p0", SignalChannel.OUTCOME, 0, 4), said("p1", SignalChannel.OUTCOME, 1, 4));
    }

    @Test
    void countsAFailedToolAgainstTheStepsThatLedToIt() {
        List<Provenance> edges = List.of(
                edge("r1", "p0", 0, false, Optional.empty(), true), edge("r1", "p1", 1, true, Optional.empty(), false));

        assertThat(credited(edges)).containsExactly(said("p0", SignalChannel.TOOL_ERROR, 0, 0.5));
    }

    @Test
    void takesSilenceForNothing() {
        assertThat(credited(THREE_STEPS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 1.5, 84, Double.NaN, Double.POSITIVE_INFINITY})
    void takesAFigureOutsideItsScaleForNothing(double value) {
        assertThat(goodness(given("f", SignalChannel.RATING, value))).isEmpty();
        assertThat(credited(List.of(edge("r1", "p0", 0, true, Optional.of(value), false))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"tool-error", "outcome"})
    void hearsNothingThroughAChannelThatWeighsNothing(String channel) {
        Credit deaf = new Credit(new LabelConfig(0.7, 2, 5, 0.25, Map.of(channel, 0.0)));
        List<Provenance> edges = List.of(edge(
                "r1",
                "p0",
                0,
                true,
                channel.equals("outcome") ? Optional.of(1.0) : Optional.empty(),
                channel.equals("tool-error")));

        assertThat(deaf.ofTrace(edges, List.of(), List.of())).isEmpty();
    }

    @Test
    void givesASignalAboutASessionToTheRunThatEndedIt() {
        Provenance earlier = edge("r1", "p1", 1, true, Optional.empty(), false);
        Provenance last = edge("r2", "p5", 5, true, Optional.empty(), false);
        Provenance within = edge("r2", "p6", 6, false, Optional.empty(), false);

        assertThat(CREDIT.ofSession(
                        List.of(last, within, earlier),
                        List.of(),
                        List.of(given("f", SignalChannel.THUMB, 1).untimed().signal())))
                .extracting(Credited::pairId)
                .containsExactly("p5");
    }

    @ParameterizedTest
    @CsvSource({"0, p1", "1, p1", "4, p1", "5, p5", "9, p5"})
    void givesASignalAboutASessionToTheRunThatHadBegunLast(int hour, String pair) {
        Provenance earlier = edge("r1", "p1", 1, true, Optional.empty(), false);
        Provenance last = edge("r2", "p5", 5, true, Optional.empty(), false);

        assertThat(CREDIT.ofSession(
                        List.of(last, earlier),
                        List.of(),
                        List.of(given("f", SignalChannel.THUMB, 1)
                                .row("0", hour)
                                .signal())))
                .extracting(Credited::pairId)
                .containsExactly(pair);
    }

    /** People complain of just those answers that rules refuse. */
    @Test
    void hearsOfARefusedAnswerNothingAboutTheOthers() {
        List<RefusedAnswer> refused = List.of(new RefusedAnswer("l9", true, Optional.of(hour(9))));
        Signal complaint = given("f", SignalChannel.THUMB, 0).about("l9").signal();
        Signal ofAnotherSpan = given("f", SignalChannel.THUMB, 0).about("tool").signal();
        Signal ofAPair = given("f", SignalChannel.THUMB, 0).about("l1").signal();
        List<RefusedAnswer> asAStep = List.of(new RefusedAnswer("l1", false, Optional.empty()));

        assertThat(CREDIT.ofTrace(THREE_STEPS, refused, List.of(complaint))).isEmpty();
        assertThat(CREDIT.ofTrace(THREE_STEPS, List.of(), List.of(complaint)))
                .extracting(Credited::pairId)
                .containsExactly("p2");
        assertThat(CREDIT.ofTrace(THREE_STEPS, refused, List.of(ofAnotherSpan)))
                .extracting(Credited::pairId)
                .containsExactly("p2");
        assertThat(CREDIT.ofTrace(THREE_STEPS, asAStep, List.of(ofAPair)))
                .extracting(Credited::pairId)
                .containsExactly("p1");
    }

    @ParameterizedTest
    @CsvSource({"4, true, p1", "6, true, p5", "8, true,", "8, false, p5", ", true,"})
    void hearsOfASessionWhoseLastAnswerWasRefusedNothing(Integer hour, boolean terminal, String pair) {
        Provenance earlier = edge("r1", "p1", 1, true, Optional.empty(), false);
        Provenance last = edge("r2", "p5", 5, true, Optional.empty(), false);
        Given said = given("f", SignalChannel.THUMB, 0);

        assertThat(CREDIT.ofSession(
                        List.of(last, earlier),
                        List.of(new RefusedAnswer("l7", terminal, Optional.of(hour(7)))),
                        List.of((hour == null ? said.untimed() : said.row("0", hour)).signal())))
                .extracting(Credited::pairId)
                .isEqualTo(pair == null ? List.of() : List.of(pair));
    }

    private static List<Double> goodness(Given signal) {
        return CREDIT.ofTrace(List.of(edge(0, true)), List.of(), List.of(signal.signal())).stream()
                .map(one -> one.evidence().good())
                .toList();
    }

    private static List<Tuple> credited(List<Provenance> edges, Given... signals) {
        return CREDIT
                .ofTrace(edges, List.of(), Stream.of(signals).map(Given::signal).toList())
                .stream()
                .map(one -> said(
                        one.pairId(),
                        one.evidence().channel(),
                        one.evidence().good(),
                        one.evidence().weight()))
                .toList();
    }

    private static Tuple said(String pairId, SignalChannel channel, double good, double weight) {
        return Tuple.tuple(pairId, channel, good, weight);
    }
}
