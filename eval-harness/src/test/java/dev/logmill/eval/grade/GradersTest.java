package dev.logmill.eval.grade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
                "NORMALISED, SELECT a FROM t WHERE id > 5, SELECT a FROM t WHERE id < 5, false",
                "NORMALISED, SELECT a FROM t WHERE b != 1, SELECT a FROM t WHERE b = 1, false",
                "NORMALISED, SELECT a FROM t WHERE b = 1, select a  from t where b = 1;, true",
                "NORMALISED, The change is -5, The change is 5, false",
                "NORMALISED, The change is -5, The change is −5., true",
                "NORMALISED, a + b, a * b, false",
                "NORMALISED, 1.5, 1 5, false",
                "NORMALISED, C++, C#, false",
                "NORMALISED, C++, c++., true",
                "NORMALISED, 👍, 👎, false",
                "NORMALISED, 👍, ``, false",
                "NORMALISED, 👍, 👍, true",
                "NORMALISED, ✅, ✅\ufe0f, true",
                "NORMALISED, ?!, ``, none",
                "NORMALISED, की, कु, false",
                "NORMALISED, ไม่, ไม้, false",
                "NORMALISED, Price: $5, Price: €5, false",
                "NORMALISED, 5%, 5, false",
                "NORMALISED, if (!ok) return, if (ok) return, false",
                "NORMALISED, x[0], x(0), false",
                "NORMALISED, [1], [[1]], false",
                "NORMALISED, 10², 102, false",
                "NORMALISED, straße, STRASSE, true",
                "NORMALISED, ｂｉｌｌｉｎｇ！, Billing, true",
                "NORMALISED, Pa\u200bris, Paris, true",
                "NORMALISED, Café, Cafe\u0301, true",
                "NORMALISED, Café, Cafe, false",
                "NORMALISED, `\"Paris\"`, Paris, true",
                "NORMALISED, **Paris**, Paris, true",
                "CONTAINS, 42 days, -42 days, false",
                "CONTAINS, 42 days, 3.42 days, false",
                "CONTAINS, 42 days, It takes **42 days**., true",
                "CONTAINS, Paris, It is not Paris, false",
                "CONTAINS, Paris, It isn’t in Paris, false",
                "CONTAINS, Paris, `No, Paris it is`, true",
                "CONTAINS, Paris, It is not London but Paris, true",
                "CONTAINS, Paris, It is not Paris. Wait: it is Paris, true",
                "CONTAINS, Paris, `Paris, London, Rome or Berlin`, false",
                "CONTAINS, Paris, `London, Rome or Paris`, false",
                "CONTAINS, Paris, Paris or London, false",
                "CONTAINS, Paris, `Paris, the city. London or Rome are others`, true",
                "CONTAINS, Refund approved, No refund approved, false",
                "CONTAINS, C++ code, C code, false",
                "CONTAINS, कि बात, की बात, false",
                "CONTAINS, 東京都庁, 東京都庁です, true",
                "CONTAINS, 東京都庁, 東京都庁ではありません, none",
                "CONTAINS, 京都, 東京都, none",
                "CONTAINS, 京都, 大阪, false",
                "CONTAINS, Paris, Parisian, false",
                "CONTAINS, Paris, <answer>Paris</answer>, true",
                "CONTAINS, Paris, <b>Paris</b>., true",
                "CONTAINS, Paris, `<p class=\"x\">It is Paris</p>`, true",
                "CONTAINS, Paris, <think>maybe Paris?</think>Lima, false",
                "CONTAINS, Paris, <think>maybe Lima?</think>Paris, true",
                "CONTAINS, Paris, `maybe Lima?</think>\n\nParis`, true",
                "CONTAINS, Paris, <think>maybe Paris, false",
                "CONTAINS, Paris, `Lima would be wrong. <answer>Paris</answer>`, true",
                "CONTAINS, Paris, `Not Lima. <answer>Lima</answer> Paris`, false",
                "CONTAINS, Paris, Paris's the one, true",
                "CONTAINS, Paris, Paris is wrong, none",
                "CONTAINS, Paris, The capital is definitely anything but Paris, none",
                "CONTAINS, Paris, It isn't Paris but Paris isn't it, none",
                "CONTAINS, <answer>Paris</answer>, It is Paris, true",
                "CONTAINS, <b>Paris</b>, It is Paris, false",
                "NORMALISED, Paris, <answer>Paris</answer>, true",
                "NORMALISED, <p>Paris</p>, <b>Paris</b>, false",
                "NORMALISED, <p>Paris</p>, <think>so</think><p>Paris</p>, true",
                "EXACT, Paris, <answer>Paris</answer>, false",
                "JSON_EQUALITY, `{\"a\":1,\"b\":[2]}`, `{\"b\":[2.0],\"a\":1}`, true",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":2}`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":\"1\"}`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":1,\"b\":null}`, false",
                "JSON_EQUALITY, `[1,2]`, `[2,1]`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `the answer is {\"a\":1}`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":1`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":1,\"a\":2}`, false",
                "JSON_EQUALITY, `{\"a\":1}`, `<think>1</think>{\"a\":1}`, true",
                "JSON_EQUALITY, `{\"a\":1}`, `<answer>{\"a\":1}</answer>`, true",
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
                "5, 3-5, none",
                "4, GPT-4, true",
                ".5, 0.5, true",
                "5, `see item 3, it is 5.`, true",
                "3.5, `3,5`, none",
                "5, `3,5`, none",
                "7, `3,5`, false",
                "42, <h1>42</h1>, true",
                "42, `<think>7 or 8</think>42`, true",
                "42, no idea, false",
                "42, `The answer is 42, based on 3 sources.`, true",
                "42, 42 (see section 7), true",
                "42, `42\n\nSource [1]`, true",
                "42, 1 * 10^2 = 42, true",
                "42, 42. Let me know if you need 1 more thing, none",
                "42, `1e5 is wrong, 42`, none",
                "42, It is not 42, false",
                "42, \\boxed{42}, true",
                "42, **42**, true",
                "42, x^42, false",
                "2, x^42, false",
                "0.5, ½, none",
                "42, forty-two, none",
                "42, ４２, true",
                "42, ٤٢, true",
                "7, 2024-01-07, false",
                "5, 5 million, false",
                "5000000, 5 million, true",
                "5000, 5k, true",
                "5, 5M, none",
                "0.5, 1/2, none",
                "1000, 1 000, true",
                "12345, 12 345, none",
                "1000, `1.000,00`, true",
                "1000, 1.000, none",
                "3.142, 3.142, true",
                "1234567, 1.234.567, true",
                "100000, `1,00,000`, true",
                "1000, 1_000, true",
                "-5, –5, true",
                "-5, minus 5, true",
                "-5, (5), none",
                "96.12, 96.124991, false",
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
    void aNumberBeyondEveryPowerOfTenIsAWrongAnswerAndNoEnd() {
        String hostile = "{\"a\":1E99999999999}";
        assertThat(passed(GraderKind.JSON_EQUALITY, "{}", text("{\"a\":1}"), text(hostile)))
                .contains(false);
        assertThat(passed(GraderKind.TOOL_CALL, "{}", calling("f {\"a\":1}"), calling("f " + hostile)))
                .contains(false);
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
    @CsvSource(
            delimiter = '|',
            value = {
                "A+, A, A- | A+ | A- | false",
                "A+, A, A- | A+ | It is an A+. | true",
                "A+, A, A- | A | A+ | false",
                "+, - | + | - | false",
                "+, - | + | banana | false",
                "p<0.05, p>0.05 | p<0.05 | p>0.05 | false",
                "✅, ❌ | ✅ | ❌ | false",
                "billing, refund | billing | **Billing** | true",
                "billing, refund | billing | {\"label\": \"billing\"} | true",
                "billing, refund | billing | billing, not refund | true",
                "billing, refund | billing | It is not about billing | false",
                "refund_request, other | refund_request | refund-request: money back | true",
                "refund_request, refund-request | refund_request | refund_request | none",
                "!, other | other | other | none",
            })
    void labelsAreToldApart(String labels, String reference, String answer, String passes) {
        ObjectNode settings = Json.MAPPER.createObjectNode();
        Stream.of(labels.split(", ", -1)).forEach(settings.putArray("labels")::add);
        assertThat(passed(GraderKind.CLASSIFICATION, settings.toString(), text(reference), text(answer)))
                .isEqualTo(passes.equals("none") ? Optional.empty() : Optional.of(Boolean.valueOf(passes)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "billing | names 'billing'; right is 'refund'",
                "billing or refund | names 'billing', 'refund'; right is 'refund'",
                "banana | names none of 2 labels; right is 'refund'"
            })
    void aClassificationSaysWhatWasNamedAndWhatIsRight(String answer, String explanation) {
        ObjectNode settings = Json.MAPPER.createObjectNode();
        settings.putArray("labels").add("billing").add("refund");
        String said = new ClassificationGrader(settings)
                .grade(text("refund"), text(answer))
                .fold(Judgement.Score::explanation, Judgement.Unscored::why);
        assertThat(said).isEqualTo(explanation);
    }

    @ParameterizedTest
    @CsvSource({"EXACT", "NORMALISED", "CONTAINS"})
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
