package dev.logmill.curation.feedback;

import static dev.logmill.curation.SampleSpans.LOOKUP;
import static dev.logmill.curation.SampleSpans.QUESTION;
import static dev.logmill.curation.SampleSpans.SYSTEM;
import static dev.logmill.curation.SampleSpans.assistant;
import static dev.logmill.curation.SampleSpans.call;
import static dev.logmill.curation.SampleSpans.calling;
import static dev.logmill.curation.feedback.SampleFeedback.NIGHT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.trace.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceMakerTest {
    private static final PreferenceMaker MAKER = new PreferenceMaker(NIGHT, 3);
    private static final Pair DRAFT = pair("i", assistant("It is lost."));

    @Test
    void prefersACorrectionToWhatItCorrects() {
        Preference made = MAKER.corrected(DRAFT, " It is on its way.\n").orElseThrow();

        assertThat(made.chosen()).isEqualTo(assistant("It is on its way."));
        assertThat(made.rejected()).isEqualTo(DRAFT.output());
        assertThat(made.input()).isEqualTo(DRAFT.input());
        assertThat(made.tools()).isEqualTo(DRAFT.tools());
        assertThat(made.inputId()).isEqualTo("i");
        assertThat(made.rejectedPairId()).isEqualTo(DRAFT.pairId());
        assertThat(made.chosenPairId()).isEmpty();
        assertThat(made.origin()).isEqualTo("correction");
    }

    @Test
    void prefersTheAnswerThatWasKeptToTheOneAskedForAgain() {
        Pair kept = pair("i", calling(call("c0", "lookup", "{\"order\":7}")));
        Preference made = MAKER.regenerated(DRAFT, kept).orElseThrow();

        assertThat(made.chosen()).isEqualTo(kept.output());
        assertThat(made.chosenPairId()).contains(kept.pairId());
        assertThat(made.rejected()).isEqualTo(DRAFT.output());
        assertThat(made.origin()).isEqualTo("regeneration");
    }

    @Test
    void prefersNothingAmongAnswersToDifferentInputs() {
        assertThat(MAKER.regenerated(DRAFT, pair("j", assistant("It is on its way."))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"It is lost.", "  It is\n lost. ", "", " \n"})
    void prefersNothingWhereACorrectionSaysTheSameOrNothing(String correction) {
        assertThat(MAKER.corrected(DRAFT, correction)).isEmpty();
    }

    @Test
    void prefersNothingWhereTheSameAnswerCameAgain() {
        assertThat(MAKER.regenerated(DRAFT, pair("i", assistant("It is  lost."))))
                .isEmpty();
        assertThat(MAKER.regenerated(DRAFT, DRAFT)).isEmpty();
    }

    @Test
    void tellsAnswersThatDifferInTheirToolCallsAlone() {
        Pair seven = pair("i", calling(call("c0", "lookup", "{\"order\":7}")));
        Pair eight = pair("i", calling(call("c0", "lookup", "{\"order\":8}")));

        assertThat(MAKER.regenerated(seven, eight)).isPresent();
    }

    @Test
    void givesOnePreferenceOneIdOnEveryNight() {
        PreferenceMaker later = new PreferenceMaker(NIGHT.plusDays(1), 4);

        assertThat(later.corrected(DRAFT, "It is on its way.").map(Preference::preferenceId))
                .isEqualTo(MAKER.corrected(DRAFT, "It is on its way.").map(Preference::preferenceId));
        assertThat(MAKER.corrected(DRAFT, "It is here.").map(Preference::preferenceId))
                .isNotEqualTo(MAKER.corrected(DRAFT, "It is on its way.").map(Preference::preferenceId));
    }

    private static Pair pair(String inputId, Message answer) {
        return new Pair(
                inputId + answer,
                inputId,
                PairUnit.STEP,
                "router",
                List.of(SYSTEM, QUESTION),
                List.of(LOOKUP),
                Optional.empty(),
                answer,
                NIGHT,
                1);
    }
}
