package dev.logmill.eval.grade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GradersTest {
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "EXACT, Paris, Paris, true",
                "EXACT, Paris, paris, false",
                "NORMALISED, Paris., paris, true",
                "NORMALISED, Paris, Paris France, false",
                "CONTAINS, Paris, It is Paris indeed, true",
                "CONTAINS, art, party, false",
                "NUMERIC, 1000, `about 1,000`, true",
                "NUMERIC, 0.6, 60%, false",
                "NUMERIC, -5, it is -5, true",
                "JSON_EQUALITY, `{\"a\":1,\"b\":[2]}`, `{\"b\":[2.0],\"a\":1}`, true",
                "JSON_EQUALITY, `{\"a\":1}`, `{\"a\":2}`, false",
            })
    void gradesText(GraderKind kind, String reference, String answer, boolean passes) {
        assertThat(passed(kind, "{}", Message.of(Role.ASSISTANT, reference), Message.of(Role.ASSISTANT, answer)))
                .contains(passes);
    }

    @ParameterizedTest
    @CsvSource({"billing, The label is billing, true", "billing, billing or refund, false", "billing, rebilling, false"
    })
    void anAnswerThatNamesSeveralLabelsIsWrong(String reference, String answer, boolean passes) {
        assertThat(passed(
                        GraderKind.CLASSIFICATION,
                        "{\"labels\":[\"billing\",\"refund\"]}",
                        Message.of(Role.ASSISTANT, reference),
                        Message.of(Role.ASSISTANT, answer)))
                .contains(passes);
    }

    @Test
    void callsAreMatchedOneToOneWhateverTheirOrder() {
        Message wanted = Message.calling(List.of(call("a", "{\"x\":1}"), call("b", "{}")));
        Message swapped = Message.calling(List.of(call("b", "{}"), call("a", "{\"x\":1.0}")));
        Message doubled = Message.calling(List.of(call("b", "{}"), call("b", "{}")));
        assertThat(passed(GraderKind.TOOL_CALL, "{}", wanted, swapped)).contains(true);
        assertThat(passed(GraderKind.TOOL_CALL, "{}", wanted, doubled)).contains(false);
    }

    @Test
    void aReferenceWithoutCallsWantsNone() {
        Message wanted = Message.of(Role.ASSISTANT, "no tool needed");
        assertThat(passed(GraderKind.TOOL_CALL, "{}", wanted, Message.calling(List.of(call("a", "{}")))))
                .contains(false);
    }

    @Test
    void aCaseWithoutAReferenceIsUnscoredAndNoZero() {
        Judgement judgement = CaseGrading.grade(
                List.of(GraderSpec.of(GraderKind.EXACT)), Optional.empty(), Message.of(Role.ASSISTANT, "x"));
        assertThat(judgement).isInstanceOf(Judgement.Unscored.class);
    }

    private static ToolCall call(String name, String arguments) {
        return new ToolCall("c0", name, arguments);
    }

    private static Optional<Boolean> passed(GraderKind kind, String settings, Message reference, Message answer) {
        return CaseGrading.grade(List.of(GraderSpec.of(kind, settings)), Optional.of(reference), answer)
                .fold(score -> Optional.of(score.passed()), unscored -> Optional.empty());
    }
}
