package dev.logmill.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.pair.PairUnit;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuiteBuilderTest {
    private static final LocalDate NIGHT = SampleCandidates.NIGHT;
    private static final SuiteBuilder BUILDER = new SuiteBuilder("suite", SuitesConfig.defaults());
    private static final GraderChoice GRADERS = new GraderChoice(List.of());
    private static final Pick PICK = pick(0);
    private static final Message OWN = Message.of(Role.ASSISTANT, "own words of production");
    private static final Message WRITTEN = Message.of(Role.ASSISTANT, "what a person wrote instead");
    private static final References.Reference TRUSTED = new References.Reference(OWN, References.TRUSTED, "pair", 3);
    private static final References.Reference CORRECTION =
            new References.Reference(WRITTEN, References.CORRECTION, "corrected", 1);

    private static Pick pick(double weight) {
        return new Pick(SampleCandidates.candidate("run", "input", true, true, Side.TEST), "case", true, weight);
    }

    private static Pair pair(Message input) {
        return new Pair(
                "pair", "input", PairUnit.STEP, "agent", List.of(input), List.of(), Optional.empty(), OWN, NIGHT, 1);
    }

    private static Case bare() {
        return BUILDER.made(PICK, pair(Message.of(Role.USER, "?")), NIGHT, 1);
    }

    private static Case knowing(Case one, References.Reference... known) {
        return BUILDER.referenced(one, new References(Map.of("input", List.of(known))), GRADERS);
    }

    @Test
    void aKnownCaseThatIsDrawnAgainGainsItsWeight() {
        Case failed = SampleCases.failure("case", "group");
        Case traffic = SampleCases.random("other", "group");
        List<Case> again = BUILDER.drawnAgain(List.of(failed, traffic), List.of(pick(2.5)));
        assertThat(failed.randomSample()).isFalse();
        assertThat(again.get(0).randomSample()).isTrue();
        assertThat(again.get(0).trafficWeight()).isEqualTo(2.5);
        assertThat(again.get(1)).isEqualTo(traffic);
        assertThat(SuiteBuilder.fresh(List.of(PICK), List.of(failed))).isEmpty();
        assertThat(SuiteBuilder.fresh(List.of(PICK), List.of(traffic))).containsExactly(PICK);
    }

    @Test
    void aReferenceThatBecomesKnownLaterIsTakenAndAPersonsReplacesProductions() {
        Case bare = knowing(bare());
        Case trusted = knowing(bare, TRUSTED);
        Case corrected = knowing(trusted, CORRECTION, TRUSTED);
        assertThat(bare.gradable()).isFalse();
        assertThat(trusted.ownReference()).isTrue();
        assertThat(trusted.gradable()).isTrue();
        assertThat(trusted.referencePairId()).contains("pair");
        assertThat(trusted.referenceSignals()).isEqualTo(3);
        assertThat(corrected.reference()).contains(WRITTEN);
        assertThat(corrected.ownReference()).isFalse();
        assertThat(knowing(corrected, CORRECTION, TRUSTED)).isEqualTo(corrected);
    }

    @Test
    void aReferenceThatStandsIsNotReplacedByABetterTrustedOne() {
        References.Reference better = new References.Reference(
                Message.of(Role.ASSISTANT, "other words of production"), References.TRUSTED, "other", 9);
        Case trusted = knowing(bare(), TRUSTED);
        assertThat(knowing(trusted, better, TRUSTED)).isEqualTo(trusted);
    }

    @Test
    void aReferenceThatStandsNoMoreIsWithdrawnAndTheNextBestTakesItsPlace() {
        Case trusted = knowing(bare(), TRUSTED);
        Case corrected = knowing(trusted, CORRECTION, TRUSTED);
        assertThat(knowing(trusted)).isEqualTo(bare());
        assertThat(knowing(corrected, TRUSTED)).isEqualTo(trusted);
    }

    @Test
    void aReferenceThatItsGradersDoNotPassIsBroken() {
        Case good = SampleCases.random("a", "g");
        Case bad = good.withReference(
                new References.Reference(SampleCases.RIGHT, References.CORRECTION, "pair", 1),
                List.of(GraderSpec.of(GraderKind.JSON_EQUALITY)));
        assertThat(BUILDER.broken(good)).isEmpty();
        assertThat(BUILDER.broken(bad))
                .hasValueSatisfying(why -> assertThat(why).contains("no JSON"));
    }

    @Test
    void anInputWithAnImageCannotBeAskedAsText() {
        Message text = Message.of(Role.USER, "What is this?");
        Message image = new Message(
                Role.USER,
                text.content(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(new Media("image", Optional.empty(), Optional.empty(), Optional.empty())));
        assertThat(SuiteBuilder.unaskable(pair(text))).isEmpty();
        assertThat(SuiteBuilder.unaskable(pair(image)))
                .contains("1 messages with images or files, models are asked text");
    }

    @Test
    void theOldestNightsMakeWay() {
        SuiteBuilder builder = new SuiteBuilder("suite", new SuitesConfig("s", 1, 1, 0, 2, 2, 1, 0.5, 0.4, 20, 0.4));
        List<Case> next = builder.next(
                List.of(SampleCases.random("b", "g"), SampleCases.random("a", "g"), SampleCases.random("c", "g")));
        assertThat(next).extracting(Case::caseId).containsExactly("a", "b");
    }
}
