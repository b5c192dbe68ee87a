package dev.logmill.jobs.line;

import static dev.logmill.jobs.line.SampleStandings.NIGHT;
import static dev.logmill.jobs.line.SampleStandings.ORDERS;
import static dev.logmill.jobs.line.SampleStandings.config;
import static dev.logmill.jobs.line.SampleStandings.preference;
import static dev.logmill.jobs.line.SampleStandings.standings;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Rejection;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.table.RecordShape;
import dev.logmill.export.dataset.DatasetSpec;
import dev.logmill.export.dataset.LiveCases;
import dev.logmill.export.dataset.Refusal;
import dev.logmill.export.release.Member;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SelectPreferencesTest {
    @Test
    void aPreferenceStandsWhereThePairOfItsWorseAnswerStands() {
        Member member = choose(ORDERS, List.of(preference("f", "p", "Sent.", "Lost.")), step("p", "ann"))
                .members()
                .get(0);

        assertThat(member.origin()).isEqualTo("f");
        assertThat(member.inputId()).isEqualTo("input of p");
        assertThat(member.leakGroup()).isEqualTo("group of p");
        assertThat(member.side()).isEqualTo(Side.TRAIN);
    }

    @Test
    void aDatasetOfStepsTakesNoPreferenceBetweenWholeJobs() {
        DatasetSpec jobs = new DatasetSpec("jobs", List.of(), Optional.of(PairUnit.JOB), List.of());
        List<Preference> preferences =
                List.of(preference("ofJob", "j", "Sent.", "Lost."), preference("ofStep", "p", "Sent.", "Lost."));
        Standings[] rows = {standings("j", PairUnit.JOB, Side.TRAIN, "ann"), step("p", "ann")};

        assertThat(choose(ORDERS, preferences, rows).members())
                .extracting(Member::origin)
                .containsExactly("ofStep");
        assertThat(choose(jobs, preferences, rows).members())
                .extracting(Member::origin)
                .containsExactly("ofJob");
    }

    @Test
    void aPreferenceWhosePairNothingProducesAnyMoreIsNotAsked() {
        ChosenPreferences chosen = choose(ORDERS, List.of(preference("f", "gone", "Sent.", "Lost.")));

        assertThat(chosen.members()).isEmpty();
        assertThat(chosen.refused()).isEmpty();
    }

    @Test
    void aPreferenceOfWhatOthersOnOtherSidesProducedTooMayBeTheirsAndIsRefused() {
        Standings hub = Standings.of(
                step("p", "ann").pair(),
                List.of(StandingsTest.edge("r1", "a", "hub"), StandingsTest.edge("r2", "b", "hub")),
                Optional.empty(),
                StandingsTest.FOOTING);

        assertThat(choose(ORDERS, List.of(preference("f", "p", "Sent.", "Lost.")), hub)
                        .refused())
                .extracting(refused -> refused.why().reason())
                .containsExactly("input-on-another-side");
    }

    @Test
    void aRefusedPreferenceIsARejectionWithItsReason() {
        ChosenPreferences chosen =
                choose(ORDERS, List.of(preference("f", "p", "Sent.", "Sent. Bye.")), step("p", "ann"));

        assertThat(chosen.members()).isEmpty();
        assertThat(chosen.rejections("orders", NIGHT, 7))
                .containsExactly(Rejection.ofPair(
                        "datasets/orders",
                        "f",
                        "orders",
                        "v061-no-answer-begins-the-other",
                        "answers of 5 and 10 characters, one begins the other",
                        NIGHT,
                        7));
    }

    @Test
    void aKeptAnswerThatFeedbackCallsWrongIsNotPreferred() {
        Preference kept = RecordShape.of(Preference.class)
                .with(preference("f", "p", "Sent.", "Lost."), "chosen_pair_id", Optional.of("k"));
        Standings doubted = RecordShape.of(Standings.class)
                .with(step("k", "ann"), "label", Optional.of(new PairFacts.Opinion("k", NIGHT, 0.28, 0.1, 1)));

        assertThat(choose(ORDERS, List.of(kept), step("p", "ann"), step("k", "ann"))
                        .members())
                .hasSize(1);
        assertThat(choose(ORDERS, List.of(kept), step("p", "ann"), doubted).rejections("orders", NIGHT, 7))
                .containsExactly(Rejection.ofPair(
                        "datasets/orders",
                        "f",
                        "orders",
                        "chosen-not-better",
                        "chosen 0.280 < one half 0.500",
                        NIGHT,
                        7));
    }

    @Test
    void onePersonDoesNotSpeakForAll() {
        List<Preference> preferences = List.of(
                preference("f1", "p1", "Sent.", "Lost."),
                preference("f2", "p2", "Sent.", "Lost."),
                preference("f3", "p3", "Sent.", "Lost."),
                preference("f4", "p4", "Sent.", "Lost."));
        ChosenPreferences chosen =
                choose(ORDERS, preferences, step("p1", "ann"), step("p2", "ann"), step("p3", "ann"), step("p4", "bob"));

        assertThat(chosen.members()).extracting(Member::origin).containsExactlyInAnyOrder("f1", "f2", "f4");
        assertThat(chosen.refused())
                .extracting(ChosenPreferences.Refused::why)
                .containsExactly(new Refusal("subject-cap", "more than 2 rows of one subject"));
    }

    @Test
    void twoThatContradictEachOtherAreBothRefused() {
        List<Preference> preferences =
                List.of(preference("one", "p", "Sent.", "Lost."), preference("reverse", "p", "Lost.", "Sent."));

        assertThat(choose(ORDERS, preferences, step("p", "ann")).refused())
                .extracting(refused -> refused.why().reason())
                .containsExactly("contradicted", "contradicted");
    }

    @Test
    void membersComeInTheOrderOfTheirExamplesWhateverOrderTheyWereReadIn() {
        List<Preference> preferences = List.of(
                preference("f1", "p1", "Sent.", "Lost."),
                preference("f2", "p2", "Sent.", "Lost."),
                preference("f3", "p3", "Sent.", "Lost."));
        List<Preference> reversed = List.of(preferences.get(2), preferences.get(1), preferences.get(0));
        Standings[] rows = {step("p1", "ann"), step("p2", "bob"), step("p3", "cid")};

        assertThat(choose(ORDERS, preferences, rows).members())
                .isEqualTo(choose(ORDERS, reversed, rows).members())
                .isSortedAccordingTo(
                        (a, b) -> a.example().exampleId().compareTo(b.example().exampleId()));
    }

    @Test
    void nothingIsTrainedOnThatALiveSuiteAsks() {
        SelectPreferences select = new SelectPreferences(
                config(),
                new LiveCases(Set.of("input of p"), Set.of()),
                List.of(preference("f", "p", "Sent.", "Lost.")),
                Map.of("p", step("p", "ann")));

        assertThat(select.choose(ORDERS).refused())
                .extracting(refused -> refused.why().reason())
                .containsExactly("contaminated");
    }

    private static Standings step(String pair, String subject) {
        return standings(pair, PairUnit.STEP, Side.TRAIN, subject);
    }

    private static ChosenPreferences choose(DatasetSpec spec, List<Preference> preferences, Standings... rows) {
        return new SelectPreferences(
                        config(),
                        LiveCases.none(),
                        preferences,
                        Arrays.stream(rows)
                                .collect(Collectors.toMap(row -> row.pair().pairId(), Function.identity())))
                .choose(spec);
    }
}
