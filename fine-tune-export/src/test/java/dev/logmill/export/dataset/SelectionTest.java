package dev.logmill.export.dataset;

import static dev.logmill.export.SampleExamples.ANSWER;
import static dev.logmill.export.SampleExamples.LOOKS_UP;
import static dev.logmill.export.SampleExamples.LOOKUP;
import static dev.logmill.export.SampleExamples.QUESTION;
import static dev.logmill.export.SampleExamples.SYSTEM;
import static dev.logmill.export.SampleExamples.assistant;
import static dev.logmill.export.SampleExamples.pair;
import static dev.logmill.export.SampleExamples.preference;
import static dev.logmill.export.SampleExamples.refusing;
import static dev.logmill.export.SampleExamples.showing;
import static dev.logmill.export.SampleExamples.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.export.target.TargetFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps a pair at probability 0.6, or at 0.5 for the lower end; the longest example has 200 characters. */
class SelectionTest {
    private static final LiveCases LIVE = new LiveCases(Set.of("asked"), Set.of("tested"));
    private static final Locale HERE = Locale.getDefault();

    @AfterEach
    void backHome() {
        Locale.setDefault(HERE);
    }

    @ParameterizedTest
    @CsvSource({
        "0.60, 0.10, kept",
        "0.59, 0.10, label-too-low",
        "0.55, 0.50, kept",
        "0.55, 0.49, label-too-low",
        "0.00, 0.00, label-too-low"
    })
    void keepsALabelledPairByItsProbabilityOrByTheLowerEndOfItsInterval(
            double probability, double lower, String verdict) {
        Optional<Refusal> refusal =
                selection(Unlabelled.KEEP, 0.7).judge(candidate(Optional.of(new Opinion(probability, lower, 3))));

        assertThat(refusal.map(Refusal::reason).orElse("kept")).isEqualTo(verdict);
    }

    @Test
    void saysWhatItMeasuredTheSameInEveryCountry() {
        Locale.setDefault(Locale.GERMANY);

        assertThat(selection(Unlabelled.KEEP, 0.7).judge(candidate(Optional.of(new Opinion(0.25, 0.125, 3)))))
                .contains(new Refusal("label-too-low", "probability 0.250 < 0.600, lower 0.125 < 0.500"));
    }

    @Test
    void judgesAPairWithoutALabelByThePrior() {
        assertThat(selection(Unlabelled.KEEP, 0.7).judge(candidate(Optional.empty())))
                .isEmpty();
        assertThat(selection(Unlabelled.KEEP, 0.5).judge(candidate(Optional.empty())))
                .get()
                .extracting(Refusal::reason)
                .isEqualTo("label-too-low");
    }

    @Test
    void aLabelThatNobodySpokeForCountsAsNone() {
        assertThat(selection(Unlabelled.KEEP, 0.7).judge(candidate(Optional.of(new Opinion(0.5, 0.1, 0)))))
                .isEmpty();
        assertThat(selection(Unlabelled.KEEP, 0.5).judge(candidate(Optional.of(new Opinion(0.9, 0.9, 0)))))
                .get()
                .extracting(Refusal::reason)
                .isEqualTo("label-too-low");
    }

    @Test
    void dropsWhatNobodySpokeForWhereToldTo() {
        Selection strict = selection(Unlabelled.DROP, 0.7);
        Refusal unlabelled = new Refusal("unlabelled", "0 signals");

        assertThat(strict.judge(candidate(Optional.empty()))).contains(unlabelled);
        assertThat(strict.judge(candidate(Optional.of(new Opinion(0.9, 0.8, 0)))))
                .contains(unlabelled);
        assertThat(strict.judge(candidate(Optional.of(new Opinion(0.9, 0.8, 1)))))
                .isEmpty();
    }

    @Test
    void takesNothingOfAnAgentThatDidNotPassTheGatesOfNarrowness() {
        Standing standing = new Standing("input", "group", Side.TRAIN);
        DatasetCandidate sprawling =
                new DatasetCandidate(standing, Optional.empty(), Optional.of("runs 9 < narrowness.min-runs 50"), false);
        Selection lenient = new Selection(config(Unlabelled.KEEP, 0.7, false), spec(), LIVE);

        assertThat(selection(Unlabelled.KEEP, 0.7).judge(sprawling))
                .contains(new Refusal("not-narrow", "runs 9 < narrowness.min-runs 50"));
        assertThat(selection(Unlabelled.KEEP, 0.7)
                        .judge(unlabelled(
                                preference(ANSWER, assistant("It is lost.")),
                                standing,
                                Optional.of("runs 9 < narrowness.min-runs 50"))))
                .isPresent();
        assertThat(lenient.judge(sprawling)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "asked, group, TRAIN, input of a live case",
        "asked, group, VALIDATION, input of a live case",
        "input, tested, TRAIN, leak group of a live case",
        "input, tested, VALIDATION, leak group of a live case"
    })
    void trainsAndValidatesOnNothingThatALiveSuiteAsks(String input, String group, Side side, String why) {
        Standing standing = new Standing(input, group, side);

        assertThat(selection(Unlabelled.KEEP, 0.7)
                        .judge(new DatasetCandidate(standing, Optional.empty(), Optional.empty(), false)))
                .contains(new Refusal("contaminated", why + ", side " + side));
        assertThat(selection(Unlabelled.KEEP, 0.7)
                        .judge(unlabelled(preference(ANSWER, assistant("It is lost.")), standing, Optional.empty())))
                .get()
                .extracting(Refusal::reason)
                .isEqualTo("contaminated");
    }

    @Test
    void theTestSideMayAskWhatALiveSuiteAsks() {
        DatasetCandidate test = new DatasetCandidate(
                new Standing("asked", "tested", Side.TEST), Optional.empty(), Optional.empty(), false);

        assertThat(selection(Unlabelled.KEEP, 0.7).judge(test)).isEmpty();
    }

    @Test
    void takesNothingAfterWhichAToolFailedEachTime() {
        DatasetCandidate failed = new DatasetCandidate(
                new Standing("input", "group", Side.TRAIN),
                Optional.of(new Opinion(0.9, 0.8, 5)),
                Optional.empty(),
                true);

        assertThat(selection(Unlabelled.KEEP, 0.7).judge(failed))
                .contains(new Refusal("output-error", "a tool failed each time"));
    }

    @Test
    void takesNoAnswerThatTheModelRefused() {
        Message refused = refusing("I cannot help.");

        assertThat(judge(pair(List.of(QUESTION), List.of(), refused)))
                .contains(new Refusal("refused-by-model", "refusal of 14 characters"));
        assertThat(judge(preference(refused, ANSWER))).isEqualTo("refused-by-model");
    }

    @Test
    void takesNothingThatWasAskedNothing() {
        assertThat(judge(pair(List.of(), List.of(), ANSWER))).contains(new Refusal("empty", "0 input messages"));
    }

    @Test
    void takesNoImagesForTargetsTakeText() {
        Message image = showing(new Media("image", Optional.of("image/png"), Optional.empty(), Optional.empty()));

        assertThat(judge(pair(List.of(image), List.of(), ANSWER)))
                .get()
                .extracting(Refusal::reason)
                .isEqualTo("media");
    }

    @Test
    void takesNothingLongerThanTheLimitToolsIncluded() {
        int rest = 200 - ANSWER.content().orElseThrow().length();
        Message fits = user("x".repeat(rest));

        assertThat(judge(pair(List.of(fits), List.of(), ANSWER))).isEmpty();
        assertThat(judge(pair(List.of(user("x".repeat(rest + 1))), List.of(), ANSWER)))
                .contains(new Refusal("too-long", "201 characters > 200"));
        assertThat(judge(pair(List.of(fits), List.of(LOOKUP), ANSWER)))
                .get()
                .extracting(Refusal::reason)
                .isEqualTo("too-long");
    }

    @ParameterizedTest
    @CsvSource({
        "0.467, 0.467, chosen 0.467 < one half 0.500",
        "0.467, , chosen 0.467 < one half 0.500",
        "0.600, 0.700, chosen 0.600 < rejected 0.700",
        "0.700, 0.700, ",
        "0.500, , ",
        ", 0.900, "
    })
    void prefersNoAnswerThatItsOwnLabelDoubts(Double chosen, Double rejected, String why) {
        PreferenceCandidate candidate = new PreferenceCandidate(
                preference(ANSWER, assistant("It is lost.")),
                new Standing("input", "group", Side.TRAIN),
                Optional.empty(),
                Optional.ofNullable(chosen),
                Optional.ofNullable(rejected));

        assertThat(selection(Unlabelled.KEEP, 0.7).judge(candidate))
                .isEqualTo(Optional.ofNullable(why).map(measured -> new Refusal("chosen-not-better", measured)));
    }

    @Test
    void takesNothingThatNoTargetCarries() {
        DatasetSpec openAiOnly = new DatasetSpec("orders", List.of(), Optional.empty(), List.of(TargetFormat.OPENAI));
        Standing standing = new Standing("input", "group", Side.TRAIN);
        PreferenceCandidate calling = unlabelled(
                preference(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP, ANSWER), standing, Optional.empty());

        assertThat(new Selection(config(Unlabelled.KEEP, 0.7, true), openAiOnly, LIVE).judge(calling))
                .contains(new Refusal("no-target", "0 of 1 targets carry it"));
        assertThat(selection(Unlabelled.KEEP, 0.7).judge(calling)).isEmpty();
    }

    @Test
    void namesTheRuleThatARowBreaksAndNeverItsText() {
        assertThat(judge(pair(List.of(SYSTEM, user("secret <|im_end|>")), List.of(), ANSWER)))
                .contains(new Refusal("v027-no-template-tokens", "<|…|> at 7 of 17"));
        assertThat(judge(preference(ANSWER, ANSWER))).isEqualTo("v060-answers-differ");
    }

    @ParameterizedTest
    @EnumSource(SelectionReason.class)
    void everyReasonHasANameForTheTableOfRejections(SelectionReason reason) {
        assertThat(reason.id()).matches("[a-z]+(-[a-z]+)*");
    }

    private static Optional<Refusal> judge(Pair pair) {
        return selection(Unlabelled.KEEP, 0.7).judge(pair);
    }

    private static String judge(Preference preference) {
        return selection(Unlabelled.KEEP, 0.7)
                .judge(unlabelled(preference, new Standing("input", "group", Side.TRAIN), Optional.empty()))
                .map(Refusal::reason)
                .orElse("kept");
    }

    private static PreferenceCandidate unlabelled(
            Preference preference, Standing standing, Optional<String> bindingGate) {
        return new PreferenceCandidate(preference, standing, bindingGate, Optional.empty(), Optional.empty());
    }

    private static DatasetCandidate candidate(Optional<Opinion> label) {
        return new DatasetCandidate(new Standing("input", "group", Side.TRAIN), label, Optional.empty(), false);
    }

    private static Selection selection(Unlabelled unlabelled, double prior) {
        return new Selection(config(unlabelled, prior, true), spec(), LIVE);
    }

    private static DatasetSpec spec() {
        return new DatasetSpec("orders", List.of("orders"), Optional.empty(), List.of());
    }

    private static DatasetsConfig config(Unlabelled unlabelled, double prior, boolean requireNarrow) {
        return new DatasetsConfig(
                List.of(),
                PairUnit.STEP,
                List.of(TargetFormat.OPENAI, TargetFormat.TRL),
                true,
                0.6,
                0.5,
                unlabelled,
                prior,
                requireNarrow,
                2,
                200,
                1,
                "other");
    }
}
