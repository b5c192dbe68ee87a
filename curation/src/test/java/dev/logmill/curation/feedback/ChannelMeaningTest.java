package dev.logmill.curation.feedback;

import static dev.logmill.curation.feedback.SampleFeedback.edge;
import static dev.logmill.curation.feedback.SampleFeedback.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.logmill.curation.feedback.SampleFeedback.Given;
import dev.logmill.curation.pair.Provenance;
import dev.logmill.curation.trace.SignalChannel;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ChannelMeaningTest {
    @Test
    void everyChannelOfTheTableHasItsLineInTheSameOrder() {
        assertThat(Channels.values())
                .extracting(Channels::name)
                .containsExactlyElementsOf(Arrays.stream(SignalChannel.values())
                        .map(SignalChannel::name)
                        .toList());
    }

    /** Of a pair that nothing else is known of, after one signal. */
    @ParameterizedTest
    @CsvSource({
        "THUMB, 0, 0.47",
        "RATING, 0, 0.47",
        "CORRECTION, 0, 0.28",
        "REGENERATION, 0, 0.47",
        "REPHRASE, 0, 0.56",
        "ABANDONMENT, 0, 0.56",
        "COPY, 1, 0.74",
        "TOOL_ERROR, 0, 0.47",
        "OUTCOME, 0, 0.28",
        "REVIEWER, 0, 0.2",
        "JUDGE, 0, 0.52"
    })
    void leavesAnAnswerWhereItsChannelMeans(SignalChannel channel, double good, double probability) {
        Evidence said = new Evidence(
                channel, Optional.empty(), "r", good, ChannelMeaning.of(channel).weight());

        assertThat(new Labeller(LabelConfig.defaults())
                        .label("p", "a", List.of(said), 1, Optional.empty(), LocalDate.EPOCH, 1)
                        .probability())
                .isEqualTo(probability, within(0.005));
    }

    @ParameterizedTest
    @EnumSource(names = {"CORRECTION", "REGENERATION", "REPHRASE", "ABANDONMENT", "TOOL_ERROR"})
    void takesWhatPeopleDoInsteadOfBeingContentForBad(SignalChannel channel) {
        assertThat(good(channel, Optional.empty())).contains(0.0);
        assertThat(good(channel, Optional.of(1.0))).contains(0.0);
    }

    @Test
    void takesACopyForGoodUnlessItSaysHowGood() {
        assertThat(good(SignalChannel.COPY, Optional.empty())).contains(1.0);
        assertThat(good(SignalChannel.COPY, Optional.of(0.75))).contains(0.75);
    }

    @ParameterizedTest
    @EnumSource(names = {"THUMB", "RATING", "OUTCOME", "REVIEWER", "JUDGE"})
    void takesAMarkByItsValueAndNothingWhereThereIsNone(SignalChannel channel) {
        assertThat(good(channel, Optional.of(0.75))).contains(0.75);
        assertThat(good(channel, Optional.empty())).isEmpty();
    }

    @Test
    void judgesWhereItCanSayGoodAsWellAsBad() {
        assertThat(channels(ChannelMeaning::judges))
                .containsExactly(
                        SignalChannel.THUMB,
                        SignalChannel.RATING,
                        SignalChannel.OUTCOME,
                        SignalChannel.REVIEWER,
                        SignalChannel.JUDGE);
    }

    @Test
    void isATasksResultWhereItIsTheOutcomeAndAnOpinionElse() {
        assertThat(channels(ChannelMeaning::isResult)).containsExactly(SignalChannel.OUTCOME);
    }

    @Test
    void hearsFailedToolsAndOutcomesInTheRunsOwnLog() {
        Provenance silent = edge("r1", "p0", 0, true, Optional.empty(), false);
        Provenance telling = edge("r1", "p0", 0, true, Optional.of(0.75), true);

        assertThat(channels(meaning -> meaning.logged(silent).isPresent())).isEmpty();
        assertThat(channels(meaning -> meaning.logged(telling).isPresent()))
                .containsExactly(SignalChannel.TOOL_ERROR, SignalChannel.OUTCOME);
        assertThat(ChannelMeaning.of(SignalChannel.TOOL_ERROR).logged(telling)).contains(0.0);
        assertThat(ChannelMeaning.of(SignalChannel.OUTCOME).logged(telling)).contains(0.75);
    }

    @Test
    void knowsABetterAnswerWhereOneWasWrittenOrAskedFor() {
        assertThat(channels(meaning -> meaning.better().isPresent()))
                .containsExactly(SignalChannel.CORRECTION, SignalChannel.REGENERATION);
        assertThat(ChannelMeaning.of(SignalChannel.CORRECTION).better()).contains(BetterAnswer.WRITTEN);
        assertThat(ChannelMeaning.of(SignalChannel.REGENERATION).better()).contains(BetterAnswer.ANSWERED_LATER);
    }

    private static Optional<Double> good(SignalChannel channel, Optional<Double> value) {
        Given said = value.map(mark -> given("f", channel, mark)).orElseGet(() -> given("f", channel));
        return ChannelMeaning.of(channel).good(said.signal(), new Aim(true, List.of(edge(0, true))));
    }

    private static List<SignalChannel> channels(Predicate<ChannelMeaning> some) {
        return Arrays.stream(SignalChannel.values())
                .filter(channel -> some.test(ChannelMeaning.of(channel)))
                .toList();
    }
}
