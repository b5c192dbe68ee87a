package dev.logmill.export.dataset;

import static dev.logmill.export.SampleExamples.ANSWER;
import static dev.logmill.export.SampleExamples.LOOKS_UP;
import static dev.logmill.export.SampleExamples.assistant;
import static dev.logmill.export.SampleExamples.call;
import static dev.logmill.export.SampleExamples.preference;
import static dev.logmill.export.SampleExamples.speaking;
import static dev.logmill.export.SampleExamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.trace.Message;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReversalsTest {
    private static final Message LOST = assistant("It is lost.");

    @Test
    void findsBothWhereOneTurnsTheOtherRound() {
        Preference one = preference(ANSWER, LOST);
        Preference reverse = preference(assistant("It is lost. "), ANSWER);
        Preference another = preference(ANSWER, assistant("No idea."));

        assertThat(Reversals.of(List.of(one, reverse, another)))
                .containsExactlyInAnyOrder(one.preferenceId(), reverse.preferenceId());
    }

    @Test
    void theReverseAnswerToAnotherInputIsNoContradiction() {
        Preference one = preference(ANSWER, LOST);
        Preference elsewhere = preference(List.of(user("And order 8?")), List.of(), LOST, ANSWER);

        assertThat(Reversals.of(List.of(one, elsewhere))).isEmpty();
    }

    @Test
    void comparesTheToolsThatAreCalledWhateverTheirIds() {
        Preference one = preference(LOOKS_UP, LOST);
        Preference reverse = preference(LOST, speaking(Optional.empty(), call("c9", "{\"order\":7}")));
        Preference otherCall = preference(LOST, speaking(Optional.empty(), call("c1", "{\"order\":8}")));

        assertThat(Reversals.of(List.of(one, reverse))).hasSize(2);
        assertThat(Reversals.of(List.of(one, otherCall))).isEmpty();
    }
}
