package dev.logmill.export.target;

import static dev.logmill.export.SampleExamples.ANSWER;
import static dev.logmill.export.SampleExamples.FOUND;
import static dev.logmill.export.SampleExamples.LOOKS_UP;
import static dev.logmill.export.SampleExamples.LOOKUP;
import static dev.logmill.export.SampleExamples.QUESTION;
import static dev.logmill.export.SampleExamples.answering;
import static dev.logmill.export.SampleExamples.assistant;
import static dev.logmill.export.SampleExamples.call;
import static dev.logmill.export.SampleExamples.example;
import static dev.logmill.export.SampleExamples.preference;
import static dev.logmill.export.SampleExamples.row;
import static dev.logmill.export.SampleExamples.speaking;
import static dev.logmill.export.SampleExamples.thinking;
import static dev.logmill.export.SampleExamples.user;
import static dev.logmill.export.target.TargetFormat.TRL;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.export.example.Example;
import dev.logmill.export.example.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TrlTest {
    @Test
    void aQuestionAndItsAnswer() {
        Example example = answering(QUESTION, ANSWER);

        assertThat(row(TRL, example)).isEqualTo("""
                {"completion":[{"content":"It was sent.","role":"assistant"}],"example_id":"%s",\
                "prompt":[{"content":"You help customers of the shop.","role":"system"},\
                {"content":"Where is order 7?","role":"user"}],"tools":null}""".formatted(example.exampleId()));
    }

    @Test
    void argumentsAreObjectsForTemplatesEncodeThem() {
        Example example = example(List.of(QUESTION), List.of(LOOKUP), LOOKS_UP);

        assertThat(row(TRL, example)).isEqualTo("""
                {"completion":[{"content":"","role":"assistant","tool_calls":[\
                {"function":{"arguments":{"order":7},"name":"lookup"},"id":"c1","type":"function"}]}],"example_id":"%s",\
                "prompt":[{"content":"Where is order 7?","role":"user"}],\
                "tools":[{"function":{"description":"Finds an order","name":"lookup",\
                "parameters":{"properties":{"order":{"type":"integer"}},"type":"object"}},"type":"function"}]}""".formatted(example.exampleId()));
    }

    @Test
    void theResultOfAToolNamesTheToolThatWasCalled() {
        Example example = example(List.of(QUESTION, LOOKS_UP, FOUND), List.of(LOOKUP), ANSWER);

        assertThat(row(TRL, example)).contains("""
                {"content":"{\\"status\\":\\"sent\\"}","name":"lookup","role":"tool","tool_call_id":"c1"}""");
    }

    @Test
    void parallelCallsStayInTheirOrderAndBesideTheirText() {
        Message both = speaking(Optional.of("I look."), call("b", "{\"order\":8}"), call("a", "{\"order\":7}"));

        assertThat(row(TRL, example(List.of(QUESTION), List.of(LOOKUP), both))).contains("""
                {"content":"I look.","role":"assistant","tool_calls":[\
                {"function":{"arguments":{"order":8},"name":"lookup"},"id":"b","type":"function"},\
                {"function":{"arguments":{"order":7},"name":"lookup"},"id":"a","type":"function"}]}""");
    }

    @Test
    void theTurnsBeforeTheAnswerAreAllInThePrompt() {
        Example conversation = example(
                List.of(QUESTION, assistant("Which one?"), user("7"), LOOKS_UP, FOUND), List.of(LOOKUP), ANSWER);
        Conversation meant = TRL.target().conversation(Kind.SFT, TRL.target().row(conversation));

        assertThat(meant.prompt())
                .extracting(message -> message.path("role").asText())
                .containsExactly("user", "assistant", "user", "assistant", "tool");
        assertThat(meant.answer())
                .extracting(message -> message.path("content").asText())
                .containsExactly("It was sent.");
    }

    @Test
    void aDeveloperBecomesTheSystemForTemplatesKnowNoOther() {
        assertThat(row(TRL, example(List.of(Message.of(Role.DEVELOPER, "Be brief."), QUESTION), List.of(), ANSWER)))
                .contains("{\"content\":\"Be brief.\",\"role\":\"system\"}")
                .doesNotContain("developer");
    }

    @Test
    void reasoningIsInNoRow() {
        assertThat(row(TRL, answering(QUESTION, thinking("a secret thought", "It was sent."))))
                .doesNotContain("secret");
    }

    @Test
    void aPreferenceHasOneMessageOnEachSide() {
        Example example = Example.of(preference(ANSWER, LOOKS_UP));

        assertThat(row(TRL, example)).isEqualTo("""
                {"chosen":[{"content":"It was sent.","role":"assistant"}],"example_id":"%s",\
                "prompt":[{"content":"You help customers of the shop.","role":"system"},\
                {"content":"Where is order 7?","role":"user"}],\
                "rejected":[{"content":"","role":"assistant","tool_calls":[\
                {"function":{"arguments":{"order":7},"name":"lookup"},"id":"c1","type":"function"}]}],"tools":null}""".formatted(example.exampleId()));
        assertThat(TRL.target().excludes(example)).isEmpty();
    }
}
