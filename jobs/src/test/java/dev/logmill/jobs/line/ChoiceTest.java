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
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import dev.logmill.export.release.Member;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChoiceTest {
    private static final Refusal LOW = new Refusal("label-too-low", "probability 0.200 < 0.600, lower 0.100 < 0.500");

    @Test
    void takesWhatIsWantedAndRefusesTheRestSoThatTheCountsAddUp() {
        Choice choice = choice(kept("a", "ann"), kept("b", "bob"), refused("c"), kept("d", "ann"), kept("e", "ann"));

        assertThat(choice.considered()).isEqualTo(5);
        assertThat(choice.kept()).isEqualTo(3);
        assertThat(choice.capped()).containsExactly("e");
        assertThat(choice.refused())
                .extracting(Rejection::subjectRow, Rejection::reason)
                .containsExactlyInAnyOrder(tuple("c", "label-too-low"), tuple("e", "subject-cap"));
        assertThatCode(() -> choice.reconcile(3)).doesNotThrowAnyException();
    }

    @Test
    void knowsTheProbabilityOfWhatItRefusesSoThatAFlipCanBeNamed() {
        assertThat(choice(kept("a", "ann"), kept("b", "bob"), refused("c")).withdrawn())
                .containsOnlyKeys("c")
                .containsEntry("c", 0.2);
    }

    @Test
    void publishesNothingWithTooFewToTrainOn() {
        Selected.Decision test =
                new Selected.Decision(0, "t", "orders", NIGHT, List.of(), 0.7, false, false, Optional.empty());
        Choice choice = choice(kept("a", "ann"), test, refused("c"));

        assertThat(choice.publishes()).isFalse();
        assertThat(choice.refused()).hasSize(3);
        assertThat(choice.refused())
                .filteredOn(row -> row.reason().equals("dataset-too-small"))
                .extracting(Rejection::measured)
                .containsOnly("1 examples to train on < 2");
        assertThat(choice.warning())
                .contains("dataset orders: none of 3 pairs published: 2 dataset-too-small (1 examples to train on < 2),"
                        + " 1 label-too-low (probability 0.200 < 0.600, lower 0.100 < 0.500)");
        assertThatCode(() -> choice.reconcile(0)).doesNotThrowAnyException();
    }

    @Test
    void preferencesOfADatasetThatIsTooSmallAreRefusedWithIt() {
        Choice choice = Choice.of(ORDERS, config(), List.of(kept("a", "ann")), better(), NIGHT, 7);

        assertThat(choice.preferences()).isEmpty();
        assertThat(choice.refusedPreferences())
                .extracting(Rejection::subjectRow, Rejection::reason)
                .containsExactly(tuple("f", "dataset-too-small"));
        assertThat(choice.rejections()).hasSize(2);
    }

    @Test
    void preferencesDoNotCountAmongPairs() {
        Choice choice = Choice.of(ORDERS, config(), List.of(kept("a", "ann"), kept("b", "bob")), better(), NIGHT, 7);

        assertThat(choice.considered()).isEqualTo(2);
        assertThat(choice.preferences()).hasSize(1);
        assertThat(choice.withTools()).containsExactly(Kind.SFT);
    }

    @Test
    void aPairThatIsNeitherPublishedNorRefusedStopsTheNight() {
        assertThatThrownBy(() ->
                        choice(kept("a", "ann"), kept("b", "bob"), refused("c")).reconcile(1))
                .isInstanceOf(LakeException.class)
                .hasMessage("Dataset orders does not reconcile: 3 pairs considered, 1 published, 1 rejected");
    }

    private static Choice choice(Selected.Decision... decisions) {
        return Choice.of(ORDERS, config(), List.of(decisions), new ChosenPreferences(List.of(), List.of()), NIGHT, 7);
    }

    private static Selected.Decision kept(String pair, String subject) {
        return new Selected.Decision(0, pair, "orders", NIGHT, List.of(subject), 0.7, true, true, Optional.empty());
    }

    private static Selected.Decision refused(String pair) {
        return new Selected.Decision(0, pair, "orders", NIGHT, List.of("cid"), 0.2, true, true, Optional.of(LOW));
    }

    private static ChosenPreferences better() {
        Preference preference = preference("f", "p", "Sent.", "Lost.");
        Member member = new Member(Example.of(preference), "f", "input of p", "group of p", List.of(), Side.TRAIN, 1.0);
        return new ChosenPreferences(List.of(new ChosenPreferences.Taken(preference, member)), List.of());
    }
}
