package dev.logmill.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.eval.grade.GraderKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraderChoiceTest {
    private static final GraderChoice NO_LABELS = new GraderChoice(List.of());

    private static Task task(String responseFormat) {
        return new Task(List.of(), List.of(), Optional.of(responseFormat).filter(format -> !format.isEmpty()));
    }

    private static GraderKind chosen(GraderChoice choice, Message reference, Task task) {
        return choice.of(reference, task).get(0).kind();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '|',
            value = {
                "`{\"a\":1}` | `` | JSON_EQUALITY",
                "`[1]` | `` | JSON_EQUALITY",
                "some text that is no JSON at all | `{\"type\":\"json_schema\"}` | JSON_EQUALITY",
                "some text that is no JSON at all | `{\"type\":\"json_object\"}` | JSON_EQUALITY",
                "`{\"city\":\"New York\"}` | `` | JSON_EQUALITY",
                "42 | `` | NUMERIC",
                "-1,000.5 | `` | NUMERIC",
                "2026-11-24 | `` | CONTAINS",
                "Paris | `` | CONTAINS",
                "New York City Hall | `` | CONTAINS",
                "yes | `` | NORMALISED",
                "東京都庁 | `` | CONTAINS",
            })
    void isToldByTheFormatAndTheReference(String reference, String format, GraderKind kind) {
        assertThat(chosen(NO_LABELS, Message.of(Role.ASSISTANT, reference), task(format)))
                .isEqualTo(kind);
    }

    @Test
    void callsAreToolCallsWhateverTheFormat() {
        Message calling = Message.calling(List.of(new ToolCall("c", "a", "{}")));
        assertThat(chosen(NO_LABELS, calling, task("{\"type\":\"json_object\"}")))
                .isEqualTo(GraderKind.TOOL_CALL);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "some text that is no JSON at all | `{\"type\":\"text\"}`",
                "The capital of France is Paris. | ``",
                "フランスの首都はパリです。 | ``",
                "`{\"summary\":\"The order was sent on its way.\"}` | `{\"type\":\"json_object\"}`"
            })
    void textThatMayBeWordedOtherwiseNeedsAJudge(String reference, String format) {
        assertThat(NO_LABELS.of(Message.of(Role.ASSISTANT, reference), task(format)))
                .isEmpty();
    }

    @Test
    void argumentsThatMayBeWordedOtherwiseNeedAJudge() {
        assertThat(NO_LABELS.of(calling("{\"body\":\"Your order was sent on its way.\"}"), task("")))
                .isEmpty();
        assertThat(chosen(NO_LABELS, calling("{\"order\":\"ORD1\"}"), task(""))).isEqualTo(GraderKind.TOOL_CALL);
    }

    private static Message calling(String arguments) {
        return Message.calling(List.of(new ToolCall("c", "a", arguments)));
    }

    @Test
    void textOfAnAgentThatFillsInFormsIsCompared() {
        List<Message> forms = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            forms.add(Message.of(Role.ASSISTANT, "Order ORD%d is refunded with %d cents.".formatted(i, 7 * i)));
        }
        GraderChoice filledIn = new GraderChoice(forms);
        Message right = Message.of(Role.ASSISTANT, "Order ORD99 is refunded with 12 cents.");
        assertThat(chosen(filledIn, right, task(""))).isEqualTo(GraderKind.NORMALISED);
        assertThat(filledIn.of(Message.of(Role.ASSISTANT, "I refunded order ORD99 with 12 cents."), task("")))
                .isEmpty();
        for (int i = 0; i < 5; i++) {
            forms.add(Message.of(Role.ASSISTANT, "Word number %s is another one each time.".formatted("x".repeat(i))));
        }
        assertThat(new GraderChoice(forms).of(right, task(""))).isEmpty();
    }

    @Test
    void labelsThatDifferInPunctuationAloneAreNone() {
        List<Message> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(Message.of(Role.ASSISTANT, i % 2 == 0 ? "refund_request" : "refund-request"));
        }
        assertThat(chosen(new GraderChoice(answers), Message.of(Role.ASSISTANT, "refund_request"), task("")))
                .isEqualTo(GraderKind.CONTAINS);
    }

    @Test
    void fewShortAnswersAreLabels() {
        List<Message> answers = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            answers.add(Message.of(Role.ASSISTANT, i % 3 == 0 ? "billing" : "shipping"));
        }
        GraderChoice labels = new GraderChoice(answers);
        assertThat(chosen(labels, Message.of(Role.ASSISTANT, "billing"), task("")))
                .isEqualTo(GraderKind.CLASSIFICATION);
        assertThat(chosen(labels, Message.of(Role.ASSISTANT, "legal"), task("")))
                .isEqualTo(GraderKind.CONTAINS);
        assertThat(chosen(new GraderChoice(answers.subList(0, 19)), Message.of(Role.ASSISTANT, "billing"), task("")))
                .isEqualTo(GraderKind.CONTAINS);
    }
}
