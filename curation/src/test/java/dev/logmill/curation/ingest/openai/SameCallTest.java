package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One call, made to each API and logged in each way: the same span, but for the provider's own words (its name, the name
 * and parameters of its request, the id of its answer) and for the reasoning tokens that Anthropic does not count apart.
 */
class SameCallTest {
    private static final String BESIDE =
            "'trace_id':'t1','span_id':'s1','agent':'refunds','user':'ann','session_id':'c9',"
                    + "'start_time':1769246446,'end_time':1769246448";
    private static final String SCHEMA = "{'type':'object','properties':{'order':{'type':'integer'}}}";

    private static final String CHAT_REQUEST = "{'model':'m','messages':[{'role':'system','content':'Be brief'},"
            + "{'role':'user','content':'Where is 7?'},{'role':'assistant','content':null,'tool_calls':[{'id':'c1',"
            + "'type':'function','function':{'name':'find','arguments':'{`order`:7}'}}]},"
            + "{'role':'tool','tool_call_id':'c1','content':'lost'}],'tools':[{'type':'function','function':"
            + "{'name':'find','description':'Finds an order','parameters':" + SCHEMA + "}}]}";
    private static final String CHAT_ANSWER =
            "{'id':'r1','object':'chat.completion','model':'m-1','choices':[{'index':0,'finish_reason':'tool_calls',"
                    + "'message':{'role':'assistant','content':'I look again','tool_calls':["
                    + "{'id':'c2','type':'function','function':{'name':'find','arguments':'{`order`:7}'}},"
                    + "{'id':'c3','type':'function','function':{'name':'find','arguments':'{`order`:8}'}}]}}],"
                    + "'usage':{'prompt_tokens':340,'completion_tokens':19,'prompt_tokens_details':{'cached_tokens':128},"
                    + "'completion_tokens_details':{'reasoning_tokens':5}}}";

    private static final String RESPONSES_REQUEST = "{'model':'m','instructions':'Be brief','input':["
            + "{'role':'user','content':[{'type':'input_text','text':'Where is 7?'}]},"
            + "{'type':'function_call','call_id':'c1','name':'find','arguments':'{`order`:7}'},"
            + "{'type':'function_call_output','call_id':'c1','output':'lost'}],"
            + "'tools':[{'type':'function','name':'find','description':'Finds an order','parameters':" + SCHEMA + "}]}";
    private static final String RESPONSES_ANSWER = "{'id':'r2','object':'response','status':'completed','model':'m-1',"
            + "'output':[{'type':'message','role':'assistant','content':[{'type':'output_text','text':'I look again'}]},"
            + "{'type':'function_call','call_id':'c2','name':'find','arguments':'{`order`:7}'},"
            + "{'type':'function_call','call_id':'c3','name':'find','arguments':'{`order`:8}'}],"
            + "'usage':{'input_tokens':340,'output_tokens':19,'input_tokens_details':{'cached_tokens':128},"
            + "'output_tokens_details':{'reasoning_tokens':5}}}";

    private static final String ANTHROPIC_REQUEST = "{'model':'m','max_tokens':99,'system':'Be brief','messages':["
            + "{'role':'user','content':'Where is 7?'},{'role':'assistant','content':[{'type':'tool_use','id':'c1',"
            + "'name':'find','input':{'order':7}}]},{'role':'user','content':[{'type':'tool_result','tool_use_id':'c1',"
            + "'content':[{'type':'text','text':'lost'}]}]}],"
            + "'tools':[{'name':'find','description':'Finds an order','input_schema':" + SCHEMA + "}]}";
    private static final String ANTHROPIC_ANSWER =
            "{'id':'r3','type':'message','role':'assistant','model':'m-1','content':["
                    + "{'type':'text','text':'I look again'},{'type':'tool_use','id':'c2','name':'find','input':{'order':7}},"
                    + "{'type':'tool_use','id':'c3','name':'find','input':{'order':8}}],'stop_reason':'tool_use',"
                    + "'usage':{'input_tokens':212,'cache_read_input_tokens':128,'output_tokens':19}}";

    private record Form(String name, Span span) {
        @Override
        public String toString() {
            return name;
        }
    }

    private static JsonNode json(String text) {
        return Records.json(text.replace("`", "\\\""));
    }

    private static ObjectNode record(JsonNode request, JsonNode response) {
        ObjectNode record = (ObjectNode) json("{" + BESIDE + "}");
        record.set("request", request);
        record.set("response", response);
        return record;
    }

    static Stream<Form> forms() throws Exception {
        List<Form> forms = new ArrayList<>();
        add(forms, "chat completions", json(CHAT_REQUEST), json(CHAT_ANSWER));
        add(forms, "Responses", json(RESPONSES_REQUEST), json(RESPONSES_ANSWER));
        add(forms, "Anthropic messages", json(ANTHROPIC_REQUEST), json(ANTHROPIC_ANSWER));
        forms.add(new Form("LiteLLM's flat record", Records.span(flat())));
        forms.add(new Form("mapped", mapped()));
        return forms.stream();
    }

    private static void add(List<Form> forms, String api, JsonNode request, JsonNode answer) throws Exception {
        JsonNode events = StreamedForm.of(answer);
        JsonNode text = TextNode.valueOf(StreamedForm.text(StreamedForm.of(answer)));
        JsonNode inText = TextNode.valueOf(answer.toString());
        forms.add(new Form(api + ", whole", Records.span(record(request, answer))));
        forms.add(new Form(api + ", as events", Records.span(record(request, events))));
        forms.add(new Form(api + ", as a server-sent stream", Records.span(record(request, text))));
        forms.add(new Form(
                api + ", as JSON in text", Records.span(record(TextNode.valueOf(request.toString()), inText))));
        ObjectNode wrapped = Json.MAPPER.createObjectNode().put("status", 200);
        wrapped.set("body", answer);
        forms.add(new Form(api + ", with its HTTP status", Records.span(record(request, wrapped))));
    }

    private static ObjectNode flat() {
        ObjectNode record = (ObjectNode) json("{" + BESIDE + ",'model_parameters':{}}");
        record.put("model", "m");
        record.set("messages", json(CHAT_REQUEST).path("messages"));
        record.set("tools", json(CHAT_REQUEST).path("tools"));
        record.set("response", json(CHAT_ANSWER));
        return record;
    }

    private static Span mapped() throws Exception {
        List<String> problems = new ArrayList<>();
        MappedLog log = MappedLog.of(
                json("{'trace':'/trace_id','span':'/span_id','agent':'/agent','user':'/user','session':'/session_id',"
                        + "'started':{'at':'/start_time','unit':'s'},'ended':{'at':'/end_time','unit':'s'},"
                        + "'model':'/request/model','input':'/request/messages','tools':'/request/tools',"
                        + "'output':'/response/choices/0/message','error':'/response/error',"
                        + "'usage':{'input':'/response/usage/prompt_tokens','output':'/response/usage/completion_tokens',"
                        + "'cache-read':'/response/usage/prompt_tokens_details/cached_tokens',"
                        + "'reasoning':'/response/usage/completion_tokens_details/reasoning_tokens'}}"),
                "mapping",
                "",
                problems);
        assertThat(problems).isEmpty();
        return log.read(Records.record(record(json(CHAT_REQUEST), json(CHAT_ANSWER))))
                .spans()
                .get(0);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void isTheSameSpanWhateverApiAndLogItCameThrough(Form form) {
        Span span = form.span();
        assertThat(span.kind()).isEqualTo(SpanKind.LLM);
        assertThat(span.traceId()).isEqualTo("t1");
        assertThat(span.spanId()).isEqualTo("s1");
        assertThat(span.agent()).contains("refunds");
        assertThat(span.subject()).contains("ann");
        assertThat(span.sessionId()).contains("c9");
        assertThat(span.startedAt()).contains(Instant.ofEpochSecond(1769246446));
        assertThat(span.endedAt()).contains(Instant.ofEpochSecond(1769246448));
        assertThat(span.status()).isEqualTo(Status.OK);
        assertThat(span.fidelity()).isEmpty();
        assertThat(span.messagesIn())
                .containsExactly(
                        Message.of(Role.SYSTEM, "Be brief"),
                        Message.of(Role.USER, "Where is 7?"),
                        Message.calling(List.of(new ToolCall("c1", "find", "{\"order\":7}"))),
                        Message.result("c1", Optional.of("find"), "lost"));
        assertThat(span.messagesOut()).hasSize(1);
        Message answer = span.messagesOut().get(0);
        assertThat(answer.content()).contains("I look again");
        assertThat(answer.toolCalls())
                .containsExactly(
                        new ToolCall("c2", "find", "{\"order\":7}"), new ToolCall("c3", "find", "{\"order\":8}"));
        assertThat(span.tools())
                .containsExactly(new Tool(
                        "find",
                        Optional.of("Finds an order"),
                        Optional.of("{\"properties\":{\"order\":{\"type\":\"integer\"}},\"type\":\"object\"}")));
        Usage usage = span.usage().orElseThrow();
        assertThat(usage.inputTokens()).contains(340L);
        assertThat(usage.outputTokens()).contains(19L);
        assertThat(usage.cacheReadTokens()).contains(128L);
        assertThat(usage.reasoningTokens())
                .isEqualTo(form.name().startsWith("Anthropic") ? Optional.empty() : Optional.of(5L));
        Model model = span.model().orElseThrow();
        assertThat(model.requested()).contains("m");
        if (!form.name().equals("mapped")) {
            assertThat(model.responded()).contains("m-1");
            assertThat(model.finishReason()).contains("tool_calls");
        }
    }

    @Test
    void differsInTheProvidersOwnWordsOnly() throws Exception {
        assertThat(forms()).extracting(form -> form.span().name()).containsOnly("chat", "responses", "messages", "");
        assertThat(forms())
                .extracting(form -> form.span().model().orElseThrow().responseId())
                .containsOnly(Optional.of("r1"), Optional.of("r2"), Optional.of("r3"), Optional.empty());
        assertThat(forms())
                .extracting(form -> form.span().model().orElseThrow().parameters())
                .containsOnly(Optional.empty(), Optional.of("{\"max_tokens\":99}"));
    }
}
