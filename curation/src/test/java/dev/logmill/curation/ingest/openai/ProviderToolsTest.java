package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.SpanText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Calls in which the provider ran tools of its own, or keeps a part of what was asked. */
class ProviderToolsTest {
    private static final String ANTHROPIC =
            "{'model':'m','max_tokens':9,'system':'Be brief','messages':" + "[{'role':'user','content':'Who won?'}]}";
    private static final String SEARCHED =
            "[{'type':'text','text':'I look.'},{'type':'server_tool_use','id':'s1','name':'web_search','input':{'query':'final'}},"
                    + "{'type':'web_search_tool_result','tool_use_id':'s1','content':[{'type':'web_search_result','url':'u',"
                    + "'encrypted_content':'zzz'}]},{'type':'text','text':'Team A, says '},{'type':'text','text':'the paper'},"
                    + "{'type':'text','text':'.'}]";
    private static final String RESPONSES = "{'model':'m','input':'Who won?','tools':[{'type':'web_search'}]}";

    private static Span read(String request, String response) throws Exception {
        return read(request, Records.json(response));
    }

    private static Span read(String request, JsonNode response) throws Exception {
        ObjectNode record = (ObjectNode) Records.json("{'trace_id':'t1','span_id':'s1','start_time':1769246446}");
        record.set("request", Records.json(request));
        record.set("response", response);
        return Records.span(record);
    }

    private static String out(Span span) {
        return said(span.messagesOut());
    }

    private static String said(List<Message> messages) {
        return messages.stream()
                .map(message -> message.role()
                        + message.name().map(name -> "(" + name + ")").orElse("")
                        + message.content().map(text -> " " + text).orElse("")
                        + message.toolCalls().stream()
                                .map(call -> " " + call.id() + ":" + call.name() + call.arguments())
                                .collect(Collectors.joining()))
                .collect(Collectors.joining(" | "));
    }

    private static String anthropic(String content) {
        return "{'type':'message','role':'assistant','content':" + content + ",'stop_reason':'end_turn'}";
    }

    @Test
    void anAnswerAfterASearchOfAnthropicsIsSeveralMessages() throws Exception {
        Span span = read(ANTHROPIC, anthropic(SEARCHED));
        assertThat(out(span))
                .isEqualTo("ASSISTANT I look. s1:web_search{\"query\":\"final\"}"
                        + " | TOOL(web_search) [{\"type\":\"web_search_result\",\"url\":\"u\"}]"
                        + " | ASSISTANT Team A, says the paper.");
        assertThat(span.fidelity()).contains(Fidelity.PROVIDER_TOOLS);
    }

    @Test
    void theSameStreamedIsTheSame() throws Exception {
        StringBuilder events = new StringBuilder(
                "data: {'type':'message_start','message':{'type':'message','role':'assistant','usage':{}}}\n\n");
        JsonNode blocks = Records.json(SEARCHED);
        for (int i = 0; i < blocks.size(); i++) {
            events.append("data: {'type':'content_block_start','index':%d,'content_block':%s}\n\n"
                    .formatted(i, blocks.path(i)));
        }
        events.append("data: {'type':'message_delta','delta':{'stop_reason':'end_turn'}}\n\n")
                .append("data: {'type':'message_stop'}\n\n");
        Span streamed = read(ANTHROPIC, TextNode.valueOf(events.toString().replace('\'', '"')));
        assertThat(Json.canonical(SpanText.of(streamed)))
                .isEqualTo(Json.canonical(SpanText.of(read(ANTHROPIC, anthropic(SEARCHED)))));
    }

    @Test
    void whatEarlierAnswersRestOnSaysNothingOfThisOne() throws Exception {
        String request = "{'model':'m','max_tokens':9,'system':'s','messages':[{'role':'user','content':'Who won?'},"
                + "{'role':'assistant','content':" + SEARCHED + "},{'role':'user','content':'Sure?'}]}";
        Span span = read(request, anthropic("[{'type':'text','text':'Yes.'}]"));
        assertThat(span.fidelity()).isEmpty();
        assertThat(said(span.messagesIn()))
                .startsWith("SYSTEM s | USER Who won? | ASSISTANT I look. s1:web_search")
                .endsWith("| ASSISTANT Team A, says the paper. | USER Sure?");
    }

    @Test
    void aToolOfTheCallersBesideOneOfTheProvidersIsTheLastCall() throws Exception {
        Span span = read(
                ANTHROPIC,
                "{'type':'message','content':[{'type':'server_tool_use','id':'s1','name':'code_execution','input':{}},"
                        + "{'type':'code_execution_tool_result','tool_use_id':'s1','content':{'type':'code_execution_tool_result_error',"
                        + "'error_code':'unavailable'}},{'type':'text','text':'Then so.'},{'type':'tool_use','id':'c1','name':'find',"
                        + "'input':{}}],'stop_reason':'tool_use'}");
        assertThat(out(span)).endsWith("| ASSISTANT Then so. c1:find{}");
        assertThat(span.attributes()).contains("\"tool_errors\":[\"s1\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'web_search_call','id':'w1','status':'completed','action':{'type':'search','query':'final'}}"
                        + " | w1:web_search{\"query\":\"final\",\"type\":\"search\"}",
                "{'type':'web_search_call','id':'w1','action':{'query':'final','sources':[{'url':'u'}]}}"
                        + " | w1:web_search{\"query\":\"final\"} + TOOL(web_search) [{\"url\":\"u\"}]",
                "{'type':'code_interpreter_call','id':'w1','code':'1+1','container_id':'c','outputs':[{'type':'logs','logs':'2'}]}"
                        + " | w1:code_interpreter{\"code\":\"1+1\"} + TOOL(code_interpreter) [{\"logs\":\"2\",\"type\":\"logs\"}]",
                "{'type':'file_search_call','id':'w1','queries':['final'],'results':null}"
                        + " | w1:file_search{\"queries\":[\"final\"]}",
                "{'type':'mcp_call','id':'w1','name':'roll','server_label':'dice','arguments':'{\\\"n\\\":1}','output':'6','error':null}"
                        + " | w1:roll{\"n\":1} + TOOL(roll) 6"
            })
    void whatOpenAiRanItselfIsACallAndItsResult(String item, String call) throws Exception {
        Span span = read(
                RESPONSES,
                "{'object':'response','status':'completed','output':[" + item
                        + ",{'type':'message','role':'assistant','content':[{'type':'output_text','text':'Team '},"
                        + "{'type':'output_text','text':'A.'}]}]}");
        assertThat(out(span)).isEqualTo("ASSISTANT " + call.replace(" + ", " | ") + " | ASSISTANT Team A.");
        assertThat(span.fidelity()).containsExactly(Fidelity.PROVIDER_TOOLS);
        assertThat(span.model().orElseThrow().finishReason()).contains("stop");
    }

    @Test
    void whatTheCallerRunsIsAnOrdinaryCall() throws Exception {
        Span span = read(
                "{'model':'m','input':[{'role':'user','content':'List'},{'type':'local_shell_call','call_id':'c1','action':"
                        + "{'command':['ls']}},{'type':'local_shell_call_output','call_id':'c1','output':'a b'}]}",
                "{'object':'response','status':'completed','output':[{'type':'computer_call','call_id':'c2','action':{'type':'click'}}]}");
        assertThat(said(span.messagesIn()))
                .isEqualTo("USER List | ASSISTANT c1:local_shell{\"command\":[\"ls\"]} | TOOL(local_shell) a b");
        assertThat(out(span)).isEqualTo("ASSISTANT c2:computer{\"type\":\"click\"}");
        assertThat(span.model().orElseThrow().finishReason()).contains("tool_calls");
        assertThat(span.fidelity()).isEmpty();
    }

    @Test
    void geminisCodeAndItsSearchAreTheProviders() throws Exception {
        Span ran = read(
                "{'contents':'2^9?'}",
                "{'candidates':[{'content':{'role':'model','parts':[{'executableCode':{'language':'PYTHON','code':'print(2**9)'}},"
                        + "{'codeExecutionResult':{'outcome':'OUTCOME_OK','output':'512'}},{'text':'512'}]},'finishReason':'STOP'}]}");
        assertThat(out(ran))
                .isEqualTo(
                        "ASSISTANT function-code_execution:code_execution{\"code\":\"print(2**9)\",\"language\":\"PYTHON\"}"
                                + " | TOOL(code_execution) 512 | ASSISTANT 512");
        assertThat(ran.fidelity()).containsExactly(Fidelity.PROVIDER_TOOLS);
        assertThat(ran.model().orElseThrow().finishReason()).contains("stop");

        Span searched = read(
                "{'contents':'Who won?'}",
                "{'candidates':[{'content':{'parts':[{'text':'A'}]},'finishReason':'STOP','groundingMetadata':{'webSearchQueries':['final']}}]}");
        assertThat(searched.fidelity()).containsExactly(Fidelity.PROVIDER_TOOLS);
    }

    @Test
    void anAnswerWithCitationsOfTheWebWasSearchedFor() throws Exception {
        Span span = read(
                "{'model':'m','messages':[{'role':'user','content':'Who won?'}]}",
                "{'choices':[{'message':{'role':'assistant','content':'A','annotations':[{'type':'url_citation','url_citation':"
                        + "{'url':'u'}}]},'finish_reason':'stop'}]}");
        assertThat(span.fidelity()).containsExactly(Fidelity.PROVIDER_TOOLS);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'model':'m','input':'And on Sunday?','conversation':'conv_1'}",
                "{'model':'m','input':'And on Sunday?','conversation':{'id':'conv_1'}}",
                "{'model':'m','input':'And on Sunday?','prompt':{'id':'pmpt_1','version':'2'}}"
            })
    void whatTheProviderKeepsOfTheInputIsMissing(String request) throws Exception {
        Span span = read(
                request,
                "{'object':'response','status':'completed','output':[{'type':'message','role':'assistant','content':"
                        + "[{'type':'output_text','text':'Sunny.'}]}]}");
        assertThat(span.fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
    }

    @Test
    void whatGeminiKeepsInItsCacheIsMissing() throws Exception {
        Span span = read(
                "{'contents':'And?','cachedContent':'cachedContents/1'}",
                "{'candidates':[{'content':{'parts':[{'text':'A'}]},'finishReason':'STOP'}]}");
        assertThat(span.fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
    }

    @Test
    void textsThatPeopleWriteApartStayApart() throws Exception {
        Span span = read(
                "{'model':'m','max_tokens':9,'system':[{'type':'text','text':'Be '},{'type':'text','text':'brief'},"
                        + "{'type':'text','text':'and kind'}],'messages':[{'role':'user','content':[{'type':'text','text':'One'},"
                        + "{'type':'text','text':'\\n\\nTwo'}]}]}",
                anthropic(
                        "[{'type':'thinking','thinking':'a'},{'type':'text','text':'X'},{'type':'thinking','thinking':'b'},"
                                + "{'type':'text','text':'Y'}]"));
        assertThat(said(span.messagesIn())).isEqualTo("SYSTEM Be brief\nand kind | USER One\n\nTwo");
        assertThat(out(span)).isEqualTo("ASSISTANT X\nY");
        assertThat(span.messagesOut().get(0).reasoning()).contains("a\nb");
    }
}
