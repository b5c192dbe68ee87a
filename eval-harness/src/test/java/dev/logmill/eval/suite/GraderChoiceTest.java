package dev.logmill.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Tool;
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
                "some text that is no JSON at all | `{\"type\":\"text\"}` | NORMALISED",
                "42 | `` | NUMERIC",
                "-1,000.5 | `` | NUMERIC",
                "2026-11-24 | `` | CONTAINS",
                "Paris | `` | CONTAINS",
                "New York City Hall | `` | CONTAINS",
                "yes | `` | NORMALISED",
                "The capital of France is Paris. | `` | NORMALISED",
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
        Task offered =
                new Task(List.of(), List.of(new Tool("a", Optional.empty(), Optional.empty())), Optional.empty());
        assertThat(chosen(NO_LABELS, Message.of(Role.ASSISTANT, "The order was sent on its way today."), offered))
                .isEqualTo(GraderKind.NORMALISED);
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
