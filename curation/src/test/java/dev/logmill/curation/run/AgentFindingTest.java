package dev.logmill.curation.run;

import static dev.logmill.curation.SampleSpans.LOOKUP;
import static dev.logmill.curation.SampleSpans.assistant;
import static dev.logmill.curation.SampleSpans.llm;
import static dev.logmill.curation.SampleSpans.model;
import static dev.logmill.curation.SampleSpans.span;
import static dev.logmill.curation.SampleSpans.under;
import static dev.logmill.curation.SampleSpans.user;
import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Tool;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which agent is found where the log names none, and when two calls are one agent's. */
class AgentFindingTest {
    private static final Tool REFUND = new Tool("refund", Optional.empty(), Optional.empty());

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You serve shop 7.            | You serve shop 12.",
                "Today is Monday, 2026-03-02. | Today is Friday, 2027-11-12.",
                "The user is <PERSON_1a2b>.   | The user is <PERSON_77ff>.",
                "Write to [EMAIL_ab12].       | Write to [EMAIL_cd34].",
                "Be kind.                     | Be   kind."
            })
    void isOneAgentWhosePromptsDifferInWhatChangesFromCallToCall(String one, String other) {
        assertThat(agentOf(prompted(one))).isEqualTo(agentOf(prompted(other)));
        assertThat(versionOf(prompted(one))).isEqualTo(versionOf(prompted(other)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "You serve a shop. | You serve a bank.",
                "Answer <b>       | Answer <i>",
                "Be kind.         | Be kind"
            })
    void isAnotherAgentWhosePromptDiffersInItsWords(String one, String other) {
        assertThat(agentOf(prompted(one))).isNotEqualTo(agentOf(prompted(other)));
    }

    @Test
    void isAnotherAgentWithOtherToolsOrAnotherFormOfAnswer() {
        SpanBuilder plain = prompted("Be kind.");
        assertThat(agentOf(prompted("Be kind.").tools(List.of(LOOKUP)))).isNotEqualTo(agentOf(plain));
        assertThat(agentOf(
                        prompted("Be kind.").model(model("{\"response_format\":{\"type\":\"json_object\"}}", "stop"))))
                .isNotEqualTo(agentOf(plain));
    }

    @Test
    void doesNotGoByTheOrderOfToolsOrTheModel() {
        assertThat(agentOf(prompted("Be kind.").tools(List.of(LOOKUP, REFUND))))
                .isEqualTo(agentOf(prompted("Be kind.").tools(List.of(REFUND, LOOKUP))));
        assertThat(agentOf(prompted("Be kind.").model(model("{\"temperature\":1}", "stop"))))
                .isEqualTo(agentOf(prompted("Be kind.")));
    }

    @Test
    void isANewVersionOfTheSameAgentWhereAToolIsDescribedAnew() {
        Tool reworded = new Tool("lookup", Optional.of("Looks an order up"), LOOKUP.parameters());
        SpanBuilder before = prompted("Be kind.").tools(List.of(LOOKUP));
        SpanBuilder after = prompted("Be kind.").tools(List.of(reworded));

        assertThat(agentOf(after)).isEqualTo(agentOf(before));
        assertThat(versionOf(after)).isNotEqualTo(versionOf(before));
    }

    @Test
    void isOneAgentWhateverItsUsersAsk() {
        assertThat(agentOf(llm("l", 1, List.of(system("Be kind."), user("Hello")), assistant("Hi"))))
                .isEqualTo(agentOf(prompted("Be kind.")));
    }

    @Test
    void goesByTheNameThatTheLogGives() {
        Run run = run(prompted("Be kind.")
                .agent(Optional.of("router"))
                .agentVersion(Optional.of("7"))
                .build());

        assertThat(run.agent()).isEqualTo("router");
        assertThat(run.agentVersion()).isEqualTo("7");
        assertThat(run.agentNamed()).isTrue();
    }

    @Test
    void takesABlankNameForNone() {
        assertThat(run(prompted("Be kind.").agent(Optional.of(" ")).build()).agent())
                .isEqualTo(agentOf(prompted("Be kind.")));
    }

    @Test
    void findsNameAndVersionOnTheSpansNearestToTheRunsRoot() {
        Run run = run(
                span(SpanKind.AGENT, "a", 0).build(),
                under("a", span(SpanKind.CHAIN, "c", 1).agent(Optional.of("router"))),
                under("c", prompted("Be kind.").agent(Optional.of("elsewhere"))));

        assertThat(run.agent()).isEqualTo("router");
        assertThat(run.agentVersion()).startsWith("p-");
    }

    private static String agentOf(SpanBuilder call) {
        Run run = run(call.build());
        assertThat(run.agentNamed()).isFalse();
        return run.agent();
    }

    private static String versionOf(SpanBuilder call) {
        return run(call.build()).agentVersion();
    }

    private static SpanBuilder prompted(String prompt) {
        return llm("l", 2, List.of(system(prompt), user("Where is it?")), assistant("Here."));
    }

    private static Message system(String text) {
        return Message.of(Role.SYSTEM, text);
    }

    private static Run run(Span... spans) {
        List<Run> runs = RunAssembler.assemble(List.of(spans), 1);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }
}
