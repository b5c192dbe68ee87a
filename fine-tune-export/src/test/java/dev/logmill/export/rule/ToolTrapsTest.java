package dev.logmill.export.rule;

import static dev.logmill.export.SampleExamples.ANSWER;
import static dev.logmill.export.SampleExamples.FOUND;
import static dev.logmill.export.SampleExamples.LOOKS_UP;
import static dev.logmill.export.SampleExamples.LOOKUP;
import static dev.logmill.export.SampleExamples.QUESTION;
import static dev.logmill.export.SampleExamples.call;
import static dev.logmill.export.SampleExamples.example;
import static dev.logmill.export.SampleExamples.preference;
import static dev.logmill.export.SampleExamples.speaking;
import static dev.logmill.export.rule.Breaches.ALL;
import static dev.logmill.export.rule.Breaches.OPENAI;
import static dev.logmill.export.rule.Breaches.TRL;
import static dev.logmill.export.rule.Breaches.breach;
import static dev.logmill.export.rule.Breaches.rule;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import dev.logmill.export.target.TargetFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What trainers silently get wrong of tools, calls and results: each is caught before a file is published. */
class ToolTrapsTest {
    @Test
    void argumentsThatAreNoJsonObjectWouldBeEncodedTwiceOrStopTheLoad() {
        for (String arguments : List.of("not json", "[7]", "\"7\"", "", "{\"order\":7} {}", "{\"a\":1,\"a\":2}")) {
            Message calls = speaking(Optional.empty(), call("c1", arguments));
            Example broken = example(List.of(QUESTION), List.of(LOOKUP), calls);

            assertThat(rule(broken, TRL)).as(arguments).isEqualTo("v043-arguments-object");
            assertThat(rule(broken, OPENAI)).as(arguments).isEqualTo("v043-arguments-object");
        }
    }

    @Test
    void argumentsAsAStringWhereTheTargetWantsAnObjectAreEncodedTwice() {
        JsonNode row = TargetFormat.TRL.target().row(example(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP));
        row.path("completion").forEach(message -> message.path("tool_calls")
                .forEach(call -> ((ObjectNode) call.path("function")).put("arguments", "{\"order\":7}")));

        assertThat(RowRules.breach(Row.of(TargetFormat.TRL.target(), Kind.SFT, row)))
                .map(Breach::rule)
                .contains("v043-arguments-object");
    }

    @Test
    void aToolMessageThatAnswersNoCallWouldBeAccepted() {
        assertThat(RowRules.breach(example(List.of(QUESTION, FOUND), List.of(LOOKUP), ANSWER), ALL))
                .contains(new Breach("v040-calls-answered", "message 1 answers no open call"));
        assertThat(rule(example(List.of(QUESTION, LOOKS_UP, FOUND, FOUND), List.of(LOOKUP), ANSWER), ALL))
                .isEqualTo("v040-calls-answered");
    }

    @Test
    void aCallWithoutItsResultWouldTeachToGoOnWithoutOne() {
        assertThat(RowRules.breach(example(List.of(QUESTION, LOOKS_UP, QUESTION), List.of(LOOKUP), ANSWER), ALL))
                .contains(new Breach("v040-calls-answered", "1 calls unanswered before message 2"));
    }

    @Test
    void twoCallsOfOneIdCannotBeToldApart() {
        Message twice = speaking(Optional.empty(), call("c1", "{}"), call("c1", "{}"));
        Message unnamed = speaking(Optional.empty(), call("", "{}"));

        assertThat(rule(example(List.of(QUESTION), List.of(LOOKUP), twice), ALL))
                .isEqualTo("v040-calls-answered");
        assertThat(rule(example(List.of(QUESTION), List.of(LOOKUP), unnamed), ALL))
                .isEqualTo("v040-calls-answered");
        assertThat(rule(Example.of(preference(List.of(QUESTION), List.of(LOOKUP), ANSWER, twice)), TRL))
                .isEqualTo("v040-calls-answered");
    }

    @Test
    void aFunctionThatWasNotOfferedIsNotSeenByAnyReader() {
        Message unknown = Message.calling(List.of(new ToolCall("c1", "search", "{}")));

        assertThat(RowRules.breach(example(List.of(QUESTION), List.of(LOOKUP), unknown), ALL))
                .contains(new Breach("v042-offered-tools", "calls a tool that is none of the 1 offered"));
        assertThat(rule(Example.of(preference(List.of(QUESTION), List.of(LOOKUP), ANSWER, unknown)), TRL))
                .isEqualTo("v042-offered-tools");
    }

    @Test
    void aCallIsLearnedWhereTheLogNamesNoToolsAtAll() {
        Message odd = Message.calling(List.of(new ToolCall("c1", "look up", "{}")));

        assertThat(breach(example(List.of(QUESTION), List.of(), LOOKS_UP))).isEmpty();
        assertThat(RowRules.breach(example(List.of(QUESTION), List.of(), odd), ALL))
                .contains(new Breach(
                        "v042-offered-tools", "calls a tool by a name of 7 characters that is no identifier"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "look up",
                "größe",
                "a.b",
                "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"
            })
    void aToolByANameThatEndpointsRefuseIsRefused(String name) {
        Tool tool = new Tool(name, Optional.empty(), Optional.empty());

        assertThat(rule(example(List.of(QUESTION), List.of(tool), ANSWER), ALL)).isEqualTo("v042-offered-tools");
    }

    @Test
    void twoToolsOfOneNameCannotBeToldApart() {
        assertThat(RowRules.breach(example(List.of(QUESTION), List.of(LOOKUP, LOOKUP), ANSWER), ALL))
                .contains(new Breach("v042-offered-tools", "two tools of one name"));
    }

    @Test
    void aTargetThatCannotCarryAnExampleDoesNotJudgeIt() {
        Message broken = speaking(Optional.empty(), call("c1", "no json"));
        Example calling = Example.of(preference(List.of(QUESTION), List.of(LOOKUP), broken, ANSWER));

        assertThat(RowRules.breach(calling, OPENAI)).isEmpty();
        assertThat(rule(calling, TRL)).isEqualTo("v043-arguments-object");
    }

    @Test
    void onlyTheResultOfAToolMayBeEmpty() {
        Message nothing = Message.result("c1", Optional.empty(), "");

        assertThat(breach(example(List.of(QUESTION, LOOKS_UP, nothing), List.of(LOOKUP), ANSWER)))
                .isEmpty();
    }
}
