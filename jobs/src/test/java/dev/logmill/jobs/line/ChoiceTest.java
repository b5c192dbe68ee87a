package dev.logmill.jobs.line;

import static dev.logmill.jobs.line.SampleStandings.NIGHT;
import static dev.logmill.jobs.line.SampleStandings.ORDERS;
import static dev.logmill.jobs.line.SampleStandings.config;
import static dev.logmill.jobs.line.SampleStandings.preference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.lake.LakeException;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.pair.Side;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import dev.logmill.export.release.Member;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final String FEW =
            "1 examples to train on < 2; 1 are of leak groups on the sides validation and test";

    @Test
    void takesWhatIsWantedAndRefusesTheRestSoThatTheCountsAddUp() {
        Choice choice = choice(1, kept("a", "ann"), kept("b", "bob"), kept("d", "ann"), kept("e", "ann"));

        assertThat(choice.considered()).isEqualTo(5);
        assertThat(choice.kept()).isEqualTo(3);
        assertThat(choice.capped()).containsExactly("e");
        assertThat(choice.leftOut()).isEqualTo(Map.of("label-too-low", 1L, "subject-cap", 1L));
        assertThat(choice.rejectionsTogether())
                .extracting(Rejection::subjectRow, Rejection::reason)
                .containsExactly(tuple("e", "subject-cap"));
        assertThatCode(() -> choice.reconcile(3)).doesNotThrowAnyException();
    }

    @Test
    void publishesNothingWithTooFewToTrainOn() {
        Selected.Wish test = new Selected.Wish(0, "t", "orders", NIGHT, List.of(), false, false);
        Choice choice = choice(1, kept("a", "ann"), test);

        assertThat(choice.publishes()).isFalse();
        assertThat(choice.rejected()).isEqualTo(3);
        assertThat(choice.rejectionsTogether())
                .extracting(Rejection::subjectRow, Rejection::measured)
                .containsExactly(tuple("a", FEW), tuple("t", FEW));
        assertThat(choice.warning())
                .contains("dataset orders: none of 3 pairs published: 2 dataset-too-small (" + FEW + "),"
                        + " 1 label-too-low (probability 0.200 < 0.600, lower 0.100 < 0.500)");
        assertThatCode(() -> choice.reconcile(0)).doesNotThrowAnyException();
    }

    @Test
    void preferencesOfADatasetThatIsTooSmallAreRefusedWithIt() {
        Choice choice = Choice.of(ORDERS, config(), List.of(kept("a", "ann")), new TreeMap<>(), better(), NIGHT, 7);

        assertThat(choice.preferences()).isEmpty();
        assertThat(choice.refusedPreferences())
                .extracting(Rejection::subjectRow, Rejection::reason)
                .containsExactly(tuple("f", "dataset-too-small"));
        assertThat(choice.rejectionsTogether()).hasSize(2);
    }

    @Test
    void preferencesDoNotCountAmongPairs() {
        Choice choice = Choice.of(
                ORDERS, config(), List.of(kept("a", "ann"), kept("b", "bob")), new TreeMap<>(), better(), NIGHT, 7);

        assertThat(choice.considered()).isEqualTo(2);
        assertThat(choice.preferences()).hasSize(1);
        assertThat(choice.withTools()).containsExactly(Kind.SFT);
    }

    @Test
    void saysHowMuchWasPublishedAndWhyTheRestWasNot() {
        assertThat(choice(5, kept("a", "ann"), kept("b", "bob")).warning())
                .contains(
                        "dataset orders: 2 of 7 pairs published: 5 label-too-low (probability 0.200 < 0.600, lower 0.100"
                                + " < 0.500)");
    }

    @Test
    void aPairThatIsNeitherPublishedNorRefusedStopsTheNight() {
        assertThatThrownBy(() -> choice(1, kept("a", "ann"), kept("b", "bob")).reconcile(1))
                .isInstanceOf(LakeException.class)
                .hasMessage("Dataset orders does not reconcile: 3 pairs considered, 1 published, 1 rejected");
    }

    private static Choice choice(int refused, Selected.Wish... wishes) {
        TreeMap<String, Tally> tallies = new TreeMap<>();
        tallies.put("label-too-low", new Tally(refused, "probability 0.200 < 0.600, lower 0.100 < 0.500"));
        return Choice.of(
                ORDERS, config(), List.of(wishes), tallies, new ChosenPreferences(List.of(), List.of()), NIGHT, 7);
    }

    private static Selected.Wish kept(String pair, String subject) {
        return new Selected.Wish(0, pair, "orders", NIGHT, List.of(subject), true, true);
    }

    private static ChosenPreferences better() {
        Preference preference = preference("f", "p", "Sent.", "Lost.");
        Member member = new Member(Example.of(preference), "f", "input of p", "group of p", List.of(), Side.TRAIN, 1.0);
        return new ChosenPreferences(List.of(new ChosenPreferences.Taken(preference, member)), List.of());
    }
}
