package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.ToolUse;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AutoGenEventTest {
    private static Span end(String response) throws Exception {
        return Records.span("{'type':'LLMStreamEnd','response':" + response
                + ",'prompt_tokens':5,'completion_tokens':4,'agent_id':'clerk/x'}");
    }

    @ParameterizedTest
    @CsvSource({
        "clerk_5c1d8a52-0f0e-4b1e-9a3c-0123456789ab/5c1d8a52-0f0e-4b1e-9a3c-0123456789ab, clerk",
        "clerk_1/default, clerk_1",
        "clerk, clerk"
    })
    void aCallIsOfTheAgentThatItsIdNames(String id, String agent) throws Exception {
        Span span = Records.span("{'type':'LLMCall','messages':[{'role':'user','content':'Where?'}],'response':"
                + "{'choices':[{'finish_reason':'stop','message':{'content':'In Ulm'}}]},'agent_id':'" + id + "'}");
        assertThat(span.agent()).contains(agent);
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "Where?"));
        assertThat(span.attributes()).contains(id);
    }

    @Test
    void theEndOfAStreamTellsTheAnswerAndThatTheQuestionIsMissing() throws Exception {
        Span span = end("{'finish_reason':'length','content':'In U','usage':{'prompt_tokens':5,'completion_tokens':4},"
                + "'cached':false,'logprobs':null,'thought':'Ulm?'}");
        assertThat(span.kind()).isEqualTo(SpanKind.LLM);
        assertThat(span.agent()).contains("clerk");
        assertThat(span.messagesOut()).singleElement().satisfies(answer -> {
            assertThat(answer.content()).contains("In U");
            assertThat(answer.reasoning()).contains("Ulm?");
        });
        assertThat(span.model().orElseThrow().finishReason()).contains("length");
        assertThat(span.usage().orElseThrow().outputTokens()).contains(4L);
        assertThat(span.fidelity()).contains(Fidelity.MISSING_MESSAGES);
    }

    @Test
    void theEndOfAStreamMayCallTools() throws Exception {
        Span span = end(
                "{'finish_reason':'function_calls','content':[{'id':'c1','name':'find','arguments':'{}'}],'thought':null}");
        assertThat(span.messagesOut()).singleElement().satisfies(answer -> assertThat(answer.toolCalls())
                .containsExactly(new ToolCall("c1", "find", "{}")));
        assertThat(span.model().orElseThrow().finishReason()).contains("tool_calls");
    }

    @Test
    void aToolCallIsASpanOfItsTool() throws Exception {
        Span span = Records.span(
                "{'type':'ToolCall','tool_name':'find','arguments':{'code':7},'result':'In Ulm','agent_id':null}");
        assertThat(span.toolUse())
                .contains(new ToolUse("find", Optional.empty(), Optional.of("{\"code\":7}"), Optional.of("In Ulm")));
        assertThat(span.agent()).isEmpty();
        assertThat(span.fidelity()).containsExactly(Fidelity.MISSING_TIME);
    }
}
