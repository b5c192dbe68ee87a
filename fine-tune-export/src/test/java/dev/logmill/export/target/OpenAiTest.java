package dev.logmill.export.target;

import static dev.logmill.export.SampleExamples.ANSWER;
import static dev.logmill.export.SampleExamples.FOUND;
import static dev.logmill.export.SampleExamples.LOOKS_UP;
import static dev.logmill.export.SampleExamples.LOOKUP;
import static dev.logmill.export.SampleExamples.QUESTION;
import static dev.logmill.export.SampleExamples.SYSTEM;
import static dev.logmill.export.SampleExamples.answering;
import static dev.logmill.export.SampleExamples.assistant;
import static dev.logmill.export.SampleExamples.call;
import static dev.logmill.export.SampleExamples.example;
import static dev.logmill.export.SampleExamples.preference;
import static dev.logmill.export.SampleExamples.row;
import static dev.logmill.export.SampleExamples.speaking;
import static dev.logmill.export.SampleExamples.thinking;
import static dev.logmill.export.SampleExamples.user;
import static dev.logmill.export.target.TargetFormat.OPENAI;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OpenAiTest {
    private static final String OFFERED = """
            "parallel_tool_calls":true,"tools":[{"function":{"description":"Finds an order","name":"lookup",\
            "parameters":{"properties":{"order":{"type":"integer"}},"type":"object"}},"type":"function"}]""";

    @Test
    void aQuestionAndItsAnswer() {
        assertThat(row(OPENAI, answering(QUESTION, ANSWER))).isEqualTo("""
                {"messages":[{"content":"You help customers of the shop.","role":"system"},\
                {"content":"Where is order 7?","role":"user"},\
                {"content":"It was sent.","role":"assistant","weight":1}]}""");
    }

    @Test
    void argumentsAreStringsAsTheModelWroteThem() {
        assertThat(row(OPENAI, example(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP)))
                .isEqualTo("""
                {"messages":[{"content":"Where is order 7?","role":"user"},{"role":"assistant",\
                "tool_calls":[{"function":{"arguments":"{\\"order\\":7}","name":"lookup"},"id":"c1","type":"function"}],\
                "weight":1}],""" + OFFERED + "}");
    }

    @Test
    void ofAllTurnsOfTheAssistantOnlyTheAnswerHasWeight() {
        Example conversation = example(
                List.of(QUESTION, assistant("Which one?"), user("7"), LOOKS_UP, FOUND), List.of(LOOKUP), ANSWER);

        assertThat(row(OPENAI, conversation))
                .contains(
                        "{\"content\":\"Which one?\",\"role\":\"assistant\",\"weight\":0}",
                        "\"type\":\"function\"}],\"weight\":0}",
                        "{\"content\":\"{\\\"status\\\":\\\"sent\\\"}\",\"role\":\"tool\",\"tool_call_id\":\"c1\"}",
                        "{\"content\":\"It was sent.\",\"role\":\"assistant\",\"weight\":1}");
    }

    @Test
    void parallelCallsStayInTheirOrderAndBesideTheirText() {
        Message both = speaking(Optional.of("I look."), call("b", "{\"order\":8}"), call("a", "{\"order\":7}"));

        assertThat(row(OPENAI, example(List.of(QUESTION), List.of(LOOKUP), both)))
                .contains("""
                {"content":"I look.","role":"assistant","tool_calls":[\
                {"function":{"arguments":"{\\"order\\":8}","name":"lookup"},"id":"b","type":"function"},\
                {"function":{"arguments":"{\\"order\\":7}","name":"lookup"},"id":"a","type":"function"}],"weight":1}""");
    }

    @Test
    void theResultOfAToolMayBeEmptyButIsThere() {
        Message nothing = new Message(
                Role.TOOL,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of("c1"),
                List.of(),
                List.of());

        assertThat(row(OPENAI, example(List.of(QUESTION, LOOKS_UP, nothing), List.of(LOOKUP), ANSWER)))
                .contains("{\"content\":\"\",\"role\":\"tool\",\"tool_call_id\":\"c1\"}");
    }

    @Test
    void aDeveloperStaysADeveloper() {
        assertThat(row(
                        OPENAI,
                        example(List.of(SYSTEM, Message.of(Role.DEVELOPER, "Be brief."), QUESTION), List.of(), ANSWER)))
                .contains("{\"content\":\"Be brief.\",\"role\":\"developer\"}");
    }

    @Test
    void reasoningIsInNoRow() {
        assertThat(row(OPENAI, answering(QUESTION, thinking("a secret thought", "It was sent."))))
                .isEqualTo(row(OPENAI, answering(QUESTION, ANSWER)));
    }

    @Test
    void aPreferenceHasNoWeights() {
        assertThat(row(OPENAI, Example.of(preference(ANSWER, assistant("No idea.")))))
                .isEqualTo("""
                {"input":{"messages":[{"content":"You help customers of the shop.","role":"system"},\
                {"content":"Where is order 7?","role":"user"}]},\
                "non_preferred_output":[{"content":"No idea.","role":"assistant"}],\
                "preferred_output":[{"content":"It was sent.","role":"assistant"}]}""");
    }

    @Test
    void aPreferenceOffersItsToolsInItsInput() {
        assertThat(row(
                        OPENAI,
                        Example.of(preference(List.of(QUESTION), List.of(LOOKUP), ANSWER, assistant("No idea.")))))
                .contains("\"role\":\"user\"}]," + OFFERED + "},\"non_preferred_output\"");
    }

    @Test
    void aPreferenceThatCallsAToolIsNotCarried() {
        Target target = OPENAI.target();

        assertThat(target.excludes(Example.of(preference(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP, ANSWER))))
                .contains("preference-with-tool-calls");
        assertThat(target.excludes(Example.of(preference(List.of(QUESTION), List.of(LOOKUP), ANSWER, LOOKS_UP))))
                .contains("preference-with-tool-calls");
        assertThat(target.excludes(Example.of(preference(ANSWER, assistant("No idea.")))))
                .isEmpty();
        assertThat(target.excludes(example(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP)))
                .isEmpty();
    }

    @Test
    void aRowMeansWhatItsExampleSaid() {
        Example calling = example(List.of(SYSTEM, QUESTION, LOOKS_UP, FOUND), List.of(LOOKUP), ANSWER);
        Conversation meant =
                OPENAI.target().conversation(Kind.SFT, OPENAI.target().row(calling));

        assertThat(meant.prompt()).hasSize(4);
        assertThat(meant.answer()).singleElement().satisfies(message -> assertThat(
                        message.path("content").asText())
                .isEqualTo("It was sent."));
        assertThat(meant.rejected()).isEmpty();
        assertThat(meant.tools()).hasSize(1);
    }
}
