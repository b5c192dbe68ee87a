package dev.logmill.eval.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.eval.grade.GraderKind;
import dev.logmill.eval.grade.GraderSpec;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The lines of {@code cases.jsonl}: a contract with whoever reads them. */
class SuiteFileTest {
    private static final List<ToolCall> CALLS = List.of(new ToolCall("c0", "lookup", "{\"order\":7}"));
    private static final Message CALLING = Message.calling(CALLS);

    @Test
    void aCaseIsInTheWordsOfOpenAi() {
        Case one = of(
                List.of(
                        Message.of(Role.SYSTEM, "Be kind."),
                        Message.of(Role.USER, "Order 7?"),
                        CALLING,
                        Message.result("c0", Optional.of("lookup"), "sent")),
                Message.of(Role.ASSISTANT, "It was sent."),
                GraderSpec.of(GraderKind.CONTAINS));

        assertThat(SuiteFile.line(one)).isEqualTo("""
                {"agent":"agent","case_id":"id",\
                "graders":[{"required":true,"settings":{},"type":"contains","weight":1.0}],\
                "inclusion_prob":0.5,"leak_group":"group",\
                "messages":[{"content":"Be kind.","role":"system"},{"content":"Order 7?","role":"user"},\
                {"content":null,"role":"assistant","tool_calls":[{"function":\
                {"arguments":"{\\"order\\":7}","name":"lookup"},"id":"c0","type":"function"}]},\
                {"content":"sent","name":"lookup","role":"tool","tool_call_id":"c0"}],\
                "source":{"first_night":"2026-11-01","input_id":"input","pair_id":"pair","project":"project",\
                "run_id":"run","span_id":"span","trace_id":"trace"},\
                "stratum":"traffic","suite":"suite","target":"It was sent.","target_origin":"correction","target_pair_id":"corrected","target_signals":2,\
                "tools":[{"function":{"name":"lookup","parameters":{"type":"object"}},"type":"function"}],\
                "traffic_weight":2.0}""");
    }

    @Test
    void aRightAnswerThatCallsToolsHasItsCalls() {
        assertThat(SuiteFile.line(of(List.of(), CALLING, GraderSpec.of(GraderKind.TOOL_CALL))))
                .contains("\"type\":\"tool_call\"")
                .contains(
                        "\"target_tool_calls\":[{\"function\":{\"arguments\":\"{\\\"order\\\":7}\",\"name\":\"lookup\"}")
                .doesNotContain("\"target\":");
    }

    @ParameterizedTest
    @EnumSource(GraderKind.class)
    void aCaseIsReadBackWhole(GraderKind kind) {
        Message all = new Message(
                Role.DEVELOPER,
                Optional.of("text"),
                Optional.of("thought"),
                Optional.of("no"),
                Optional.of("name"),
                Optional.of("c1"),
                CALLS,
                List.of(new Media("image", Optional.of("image/png"), Optional.of("s3://b/i"), Optional.of("00"))));
        Case one = of(List.of(all, CALLING), CALLING, new GraderSpec(kind, 0.5, false, "{\"labels\":[\"a\"]}"));
        Case unanswered = SampleCases.unreferenced("id", "group");
        Case silent = of(List.of(all), Message.calling(List.of()), GraderSpec.of(kind));

        assertThat(SuiteFile.read(SuiteFile.line(one))).isEqualTo(one);
        assertThat(SuiteFile.read(SuiteFile.line(unanswered))).isEqualTo(unanswered);
        assertThat(SuiteFile.read(SuiteFile.line(silent))).isEqualTo(silent);
    }

    @Test
    void anotherFormIsToldByWhatItLacks() {
        assertThatThrownBy(() -> SuiteFile.read("{\"case_id\":\"a\",\"suite\":\"b\",\"stratum\":\"traffic\"}"))
                .hasMessage("A case lacks inclusion_prob");
        assertThatThrownBy(() -> SuiteFile.read("{")).hasMessage("A case is no JSON");
    }

    private static Case of(List<Message> input, Message reference, GraderSpec grader) {
        return new Case(
                "id",
                "suite",
                "agent",
                Case.TRAFFIC,
                0.5,
                2,
                "group",
                "input",
                "pair",
                "run",
                "project",
                "trace",
                "span",
                input,
                List.of(new Tool("lookup", Optional.empty(), Optional.of("{\"type\":\"object\"}"))),
                Optional.of("{\"type\":\"json_object\"}").filter(format -> grader.kind() == GraderKind.JSON_EQUALITY),
                Optional.of(reference),
                Optional.of("correction"),
                Optional.of("corrected"),
                2,
                List.of(grader),
                LocalDate.of(2026, 11, 1),
                0);
    }
}
