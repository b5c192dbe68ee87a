package dev.logmill.curation.feedback;

import static dev.logmill.curation.feedback.SampleFeedback.NIGHT;
import static dev.logmill.curation.feedback.SampleFeedback.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.feedback.SampleFeedback.Given;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class StandingSignalsTest {
    private static final Given UP = given("f", SignalChannel.THUMB, 1).row("up", 9);
    private static final Given DOWN = given("f", SignalChannel.THUMB, 0).row("down", 10);
    private static final Given TAKEN_BACK = UP.row("back", 11).withdrawn();

    @Test
    void letsEverySignalStandThatNothingIsSaidAgainst() {
        assertThat(standing(UP, given("g", SignalChannel.COPY))).containsExactly("f/up", "g/0");
    }

    @Test
    void putsAnEditInThePlaceOfWhatItEdits() {
        assertThat(standing(UP, DOWN)).containsExactly("f/down");
    }

    @Test
    void putsAnEditInItsPlaceAlsoWhereItArrivesFirst() {
        assertThat(standing(DOWN.arrived(NIGHT), UP.arrived(NIGHT.plusDays(3)))).containsExactly("f/down");
    }

    @Test
    void takesAWithdrawnSignalAway() {
        assertThat(standing(UP, DOWN, TAKEN_BACK)).isEmpty();
    }

    @Test
    void takesASignalAwayWhoseWithdrawalOvertookIt() {
        assertThat(standing(TAKEN_BACK.arrived(NIGHT), UP.arrived(NIGHT.plusDays(9))))
                .isEmpty();
    }

    @Test
    void letsASignalStandThatIsGivenAgainAfterItsWithdrawal() {
        assertThat(standing(UP, TAKEN_BACK, DOWN.row("again", 12))).containsExactly("f/again");
    }

    @Test
    void takesAWithdrawalOfTheSameInstantForTheLaterWord() {
        assertThat(standing(UP.row("z", 9), UP.row("a", 9).withdrawn())).isEmpty();
    }

    @Test
    void letsAllStandThatOneRecordSaysUnderOneId() {
        Given corrected = DOWN.beside(SignalChannel.CORRECTION);
        assertThat(standing(UP, DOWN, corrected)).containsExactly("f/down", "f/down/CORRECTION");
        assertThat(standing(UP, DOWN, corrected, TAKEN_BACK)).isEmpty();
        assertThat(standing(DOWN, corrected, UP.row("up again", 12))).containsExactly("f/up again");
    }

    @Test
    void goesByTheArrivalOfWhatTellsNoTime() {
        assertThat(standing(UP.untimed(), DOWN.untimed().arrived(NIGHT.plusDays(1))))
                .containsExactly("f/down");
        assertThat(standing(UP.untimed().arrived(NIGHT.plusDays(1)), DOWN.untimed()))
                .containsExactly("f/up");
    }

    @Test
    void goesByTheDatesOfObjectsWhereOneNightBroughtWhatTellsNoTime() {
        LocalDate next = NIGHT.plusDays(1);
        assertThat(standing(UP.untimed(), DOWN.untimed().ofDay(next))).containsExactly("f/down");
        assertThat(standing(UP.untimed().ofDay(next), DOWN.untimed())).containsExactly("f/up");
        assertThat(standing(UP.untimed().ofDay(next), TAKEN_BACK.untimed())).containsExactly("f/up");
        assertThat(standing(UP.untimed(), TAKEN_BACK.untimed().ofDay(next))).isEmpty();
    }

    @Test
    void takesAWithdrawalWithoutATimeForLaterThanWhatItsNightBrought() {
        assertThat(standing(UP, TAKEN_BACK.untimed())).isEmpty();
    }

    @Test
    void takesWhatAnotherFeedbackSupersedesAway() {
        Given better = given("g", SignalChannel.THUMB, 0).superseding("f");
        assertThat(standing(UP, better)).containsExactly("g/0");
    }

    @Test
    void doesNotBringBackWhatWasReplacedWhereTheReplacementIsEditedOrWithdrawn() {
        Given better = given("g", SignalChannel.THUMB, 0).row("0", 10).superseding("f");
        Given edited = given("g", SignalChannel.THUMB, 1).row("1", 11);
        assertThat(standing(UP, better, edited)).containsExactly("g/1");
        assertThat(standing(UP, better, edited.withdrawn())).isEmpty();
    }

    @Test
    void doesNotLetAFeedbackSupersedeItself() {
        assertThat(standing(UP, DOWN.superseding("f"))).containsExactly("f/down");
    }

    @Test
    void tellsFeedbackOfOneIdInTwoProjectsApart() {
        assertThat(standing(UP.in("a"), given("f", SignalChannel.THUMB, 0).in("b")))
                .hasSize(2);
        assertThat(standing(
                        given("b|c", SignalChannel.THUMB, 1).in("a"),
                        given("c", SignalChannel.THUMB, 0).in("a|b")))
                .hasSize(2);
    }

    @Test
    void tellsFeedbackOfOneIdInTwoSourcesApart() {
        Given other = given("f", SignalChannel.THUMB, 0).row("other", 10).from("desk");
        assertThat(standing(UP, other)).hasSize(2);
        assertThat(standing(
                        UP, given("g", SignalChannel.THUMB, 0).superseding("f").from("desk")))
                .hasSize(2);
    }

    @Test
    void supersedesNothingInAnotherProject() {
        assertThat(standing(
                        UP.in("a"),
                        given("g", SignalChannel.THUMB, 0).superseding("f").in("b")))
                .hasSize(2);
    }

    private static List<String> standing(Given... rows) {
        return StandingSignals.of(Stream.of(rows).map(Given::signal).toList()).stream()
                .map(Signal::signalId)
                .toList();
    }
}
