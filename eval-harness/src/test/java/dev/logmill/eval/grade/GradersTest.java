package dev.logmill.eval.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradersTest {
    /** Reference, answer, passes; {@code none} where the grader cannot judge. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "EXACT, Paris, Paris, true",
                "EXACT, Paris, ` Paris\n`, true",
                "EXACT, Paris, paris, false",
                "EXACT, Paris, Paris., false",
                "NORMALISED, Paris., paris, true",
                "NORMALISED, ﬁne café, Fine   CAFÉ!, true",
                "NORMALISED, Paris, Paris France, false",
                "NORMALISED, Paris, ``, false",
                "CONTAINS, Paris, It is Paris indeed, true",
                "CONTAINS, New York, `Yes, new-york it is.`, true",
                "CONTAINS, art, party, false",
                "CONTAINS, New York, York New, false",
                "CONTAINS, ?!, anything, none",
                "JSON_EQUALITY, `{\"a\":1,\"b\":[2]}`, `{\"b\":[2.0],\"a\":1}`, true",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":2}`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":\"1\"}`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":1,\"b\":null}`, false",
                "JSON_EQUALITY, `[1,2]`, `[2,1]`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `the answer is {\"a\":1}`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":1`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":1,\"a\":2}`, false",
                "JSON_EQUALITY, no json, `{\"a\":1}`, none",
            })
    void gradesText(GraderKind kind, String reference, String answer, String passes) {
        assertThat(passed(kind, "{}", text(reference), text(answer)))
                .isEqualTo(passes.equals("none") ? Optional.empty() : Optional.of(Boolean.valueOf(passes)));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "1000, `about 1,000`, true",
                "`1,234,567.5`, 1234567.5, true",
                "1234567, 1'234'567, true",
                "1234567, `1\u00a0234\u202f567`, false",
                "1234567, `1\u00a0234\u00a0567`, true",
                "1e5, 100000, true",
                "1e5, `exactly 1E+5`, true",
                "1e5, 5, false",
                "0.00015, 1.5e-4, true",
                "150000, 1.5 × 10^5, true",
                "150000, 1.5 x 10^+5, true",
                "2, 2e, true",
                "60%, 60, true",
                "60%, `It is 60 %.`, true",
                "0.6, 60%, false",
                "$5, `It costs 5 dollars`, true",
                "-5, it is -5, true",
                "-5, −5, true",
                "-5, -$5, true",
                "-5, $-5, true",
                "-5, 5, false",
                "5, 3-5, true",
                "4, GPT-4, true",
                ".5, 0.5, true",
                "5, `see item 3, it is 5.`, true",
                "3.5, `3,5`, false",
                "42, no idea, false",
                "no number, 42, none",
                "1000000, 1000000.9, true",
                "1000000, 1000001.1, false",
                "0, 0.000000001, true",
                "0, 0.00000001, false",
                "7, 1e999999999, false",
            })
    void gradesNumbers(String reference, String answer, String passes) {
        assertThat(passed(GraderKind.NUMERIC, "{}", text(reference), text(answer)))
                .isEqualTo(passes.equals("none") ? Optional.empty() : Optional.of(Boolean.valueOf(passes)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"absolute-tolerance\":0.5} | 96.12 | 96.6 | true",
                "{\"absolute-tolerance\":0.5} | 96.12 | 96.63 | false",
                "{\"relative-tolerance\":0.01} | 200 | 202 | true",
                "{\"relative-tolerance\":0.01} | 200 | 202.1 | false",
                "{\"absolute-tolerance\":3,\"relative-tolerance\":0.01} | 200 | 203 | true",
                "{\"absolute-tolerance\":0,\"relative-tolerance\":0} | 1 | 1.0000000001 | false",
            })
    void theGreaterToleranceCounts(String settings, String reference, String answer, boolean passes) {
        assertThat(passed(GraderKind.NUMERIC, settings, text(reference), text(answer)))
                .contains(passes);
    }

    @Test
    void aFenceAroundJsonDoesNotCount() {
        assertThat(passed(GraderKind.JSON_EQUALITY, "{}", text("[1,2]"), text("```json\n[1, 2]\n```")))
                .contains(true);
    }

    @Test
    void aToleranceThatIsNoneIsRefused() {
        assertThatThrownBy(() -> passed(GraderKind.NUMERIC, "{\"absolute-tolerance\":-1}", text("1"), text("1")))
                .hasMessageContaining("absolute-tolerance must be a number, 0 or more, was -1");
    }

    @ParameterizedTest
    @CsvSource({
        "1000, true",
        "'1,000', true",
        "-$5.20, true",
        "60 %, true",
        "1e5, true",
        "5 €, true",
        "2026-11-24, false",
        "1.2.3, false",
        "555-1234, false",
        "5 apples, false",
        "'', false",
        "-, false"
    })
    void tellsWhatIsOneNumber(String text, boolean number) {
        assertThat(NumericGrader.isNumber(text)).isEqualTo(number);
    }

    @ParameterizedTest
    @CsvSource({
        "billing, The label is billing, true",
        "billing, BILLING., true",
        "billing, billing or refund, false",
        "billing, rebilling, false",
        "billing, none of these, false",
        "refund, late refund, false",
        "late refund, late refund, true",
        "shipping, shipping, none"
    })
    void anAnswerThatNamesSeveralLabelsIsWrong(String reference, String answer, String passes) {
        assertThat(passed(
                        GraderKind.CLASSIFICATION,
                        "{\"labels\":[\"billing\",\"refund\",\"late refund\"]}",
                        text(reference),
                        text(answer)))
                .isEqualTo(passes.equals("none") ? Optional.empty() : Optional.of(Boolean.valueOf(passes)));
    }

    /** Wanted and given calls, as name and arguments by turns. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a {\"x\":1} b {} | b {} a {\"x\":1.0} | true | 1",
                "a {\"x\":1} b {} | b {} b {} | false | 0.5",
                "a {\"x\":1} | a {\"x\":1} a {\"x\":1} | false | 0.5",
                "a {\"x\":1} | a {\"x\":\"1\"} | false | 0",
                "a {\"x\":1} | a {\"x\":1,\"y\":2} | false | 0",
                "a {\"x\":1} | A {\"x\":1} | false | 0",
                "a {\"x\":1} | '' | false | 0",
                "a {x | a {x | true | 1",
                "a {} a {\"x\":1} | a {\"x\":1} a {} | true | 1",
            })
    void callsAreMatchedOneToOneWhateverTheirOrder(String wanted, String given, boolean passes, double value) {
        Judgement judgement = CaseGrading.grade(
                List.of(GraderSpec.of(GraderKind.TOOL_CALL)), Optional.of(calling(wanted)), calling(given));
        assertThat(judgement).isInstanceOfSatisfying(Judgement.Score.class, score -> {
            assertThat(score.passed()).isEqualTo(passes);
            assertThat(score.value()).isEqualTo(value);
        });
    }

    @ParameterizedTest
    @CsvSource({"EXACT", "NORMALISED"})
    void textWithACallBesideIsAnotherAnswer(GraderKind kind) {
        Message both = new Message(
                Role.ASSISTANT,
                Optional.of("Paris"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(new ToolCall("c0", "a", "{}")),
                List.of());
        assertThat(passed(kind, "{}", text("Paris"), both)).contains(false);
    }

    @Test
    void aReferenceWithoutCallsWantsNone() {
        assertThat(passed(GraderKind.TOOL_CALL, "{}", text("no tool needed"), calling("a {}")))
                .contains(false);
        assertThat(passed(GraderKind.TOOL_CALL, "{}", text("no tool needed"), text("none")))
                .contains(true);
    }

    @Test
    void aCaseWithoutAReferenceIsUnscoredAndNoZero() {
        Judgement judgement = CaseGrading.grade(List.of(GraderSpec.of(GraderKind.EXACT)), Optional.empty(), text("x"));
        assertThat(judgement).isInstanceOf(Judgement.Unscored.class);
    }

    @Test
    void aCasePassesWhereEachRequiredGraderPasses() {
        GraderSpec exact = GraderSpec.of(GraderKind.EXACT);
        GraderSpec contains = new GraderSpec(GraderKind.CONTAINS, 3, false, "{}");
        Judgement judgement =
                CaseGrading.grade(List.of(exact, contains), Optional.of(text("Paris")), text("It is Paris"));
        assertThat(judgement).isInstanceOfSatisfying(Judgement.Score.class, score -> {
            assertThat(score.value()).isEqualTo(0.75);
            assertThat(score.passed()).isFalse();
        });
    }

    private static Message text(String text) {
        return Message.of(Role.ASSISTANT, text);
    }

    private static Message calling(String calls) {
        String[] parts = calls.isEmpty() ? new String[0] : calls.split(" ");
        List<ToolCall> made = new ArrayList<>();
        for (int i = 0; i < parts.length; i += 2) {
            made.add(new ToolCall("c" + i, parts[i], parts[i + 1]));
        }
        return Message.calling(made);
    }

    private static Optional<Boolean> passed(GraderKind kind, String settings, Message reference, Message answer) {
        return CaseGrading.grade(List.of(GraderSpec.of(kind, settings)), Optional.of(reference), answer)
                .fold(score -> Optional.of(score.passed()), unscored -> Optional.empty());
    }
}
