package dev.logmill.curation.ingest.langsmith;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a generation of LangChain tells beside its message, where the run's {@code llm_output} does not tell it. */
class GenerationTest {
    private static final String INFO = "'generation_info':{'finish_reason':'length','model_name':'gpt-x-2026',"
            + "'token_usage':{'prompt_tokens':40,'completion_tokens':12}}";

    private static Span run(String outputs) {
        String record =
                "{'id':'r','run_type':'llm','name':'ChatOpenAI','inputs':{'messages':[{'type':'human','content':'Rain?'}]},'outputs':"
                        + outputs + "}";
        return Told.by(new LangSmithLog(), "a.jsonl", record.replace('\'', '"').getBytes(StandardCharsets.UTF_8))
                .span(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'generations':[[{'text':'Yes, a li'," + INFO + "}]]}",
                "{'generations':[[{'text':'Yes, a li'," + INFO + "}]],'llm_output':null}",
                "{'generations':[{'text':'Yes, a li'," + INFO + "}],'llm_output':{}}",
                "{'generations':[[{'text':'Yes, a li','type':'ChatGeneration'," + INFO
                        + ",'message':{'lc':1,'type':'constructor','id':['langchain','schema','messages','AIMessage'],'kwargs':{'content':'Yes, a li'}}}]],'llm_output':null,'run':null,'type':'LLMResult'}",
                "{'generations':[[{'text':'Yes, a li'," + INFO
                        + ",'message':{'type':'ai','data':{'content':'Yes, a li'}}}]]}",
                "{'generations':[[{'text':'Yes, a li','generationInfo':{'finish_reason':'length','model_name':'gpt-x-2026',"
                        + "'token_usage':{'prompt_tokens':40,'completion_tokens':12}},'message':{'type':'ai','content':'Yes, a li'}}]]}",
            })
    void tellsHowItEndedWhoAnsweredAndWhatItCost(String outputs) {
        Span span = run(outputs);
        Model model = span.model().orElseThrow();
        assertThat(model.finishReason()).contains("length");
        assertThat(model.responded()).contains("gpt-x-2026");
        assertThat(span.usage())
                .contains(new Usage(
                        Optional.of(40L), Optional.of(12L), Optional.empty(), Optional.empty(), Optional.empty()));
        assertThat(span.messagesOut()).singleElement().satisfies(message -> assertThat(message.content())
                .contains("Yes, a li"));
    }

    /** Models behind other clients than OpenAI's have words of their own for it. */
    @ParameterizedTest
    @ValueSource(strings = {"'stop_reason':'max_tokens'", "'done_reason':'length'", "'finishReason':'MAX_TOKENS'"})
    void tellsThatItWasCutInTheWordsOfItsProvider(String info) {
        Span span = run("{'generations':[[{'text':'Yes, a li','generation_info':{" + info + "}}]]}");
        assertThat(span.model().orElseThrow().finishReason()).contains("length");
    }

    @Test
    void tellsThatItEndedWithCallsOfTools() {
        Span span =
                run("{'generations':[[{'text':'','generation_info':{'finish_reason':'tool_calls'},'message':{'lc':1,"
                        + "'type':'constructor','id':['langchain','schema','messages','AIMessage'],'kwargs':{'content':'','tool_calls':"
                        + "[{'name':'rain','args':{'place':'Ghent'},'id':'c1'}]}}}]]}");
        assertThat(span.model().orElseThrow().finishReason()).contains("tool_calls");
        assertThat(span.messagesOut().get(0).toolCalls())
                .containsExactly(new ToolCall("c1", "rain", "{\"place\":\"Ghent\"}"));
    }
}
