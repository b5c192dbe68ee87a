package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.run.SpanParts;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenAiLogTest {
    private static final String ASKED = "'request':{'model':'m','messages':[{'role':'user','content':'hi'}]}";
    private static final String ANSWERED =
            "'response':{'id':'r','choices':[{'finish_reason':'stop','message':{'role':'assistant','content':'hello'}}]}";

    private static Span with(String beside) throws UnreadableRecord {
        return Records.span("{" + ASKED + "," + ANSWERED + (beside.isEmpty() ? "" : "," + beside) + "}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'order':7}", "'{\\\"order\\\":7}'"})
    void readsANvidiaRecordWithArgumentsAsObjectOrText(String arguments) throws Exception {
        Span span =
                Records.span("{'timestamp':1795309923,'client_id':'support','workload_id':'agent.router','request':{"
                        + "'model':'m','messages':[{'role':'system','content':'Route'},{'role':'user','content':'twice'}],"
                        + "'temperature':0,'tools':[{'type':'function','function':{'name':'refund','parameters':{}}}]},"
                        + "'response':{'id':'c','model':'m-1','choices':[{'index':0,'finish_reason':'tool_calls','message':{"
                        + "'role':'assistant','content':null,'tool_calls':[{'id':'c1','type':'function','function':{"
                        + "'name':'refund','arguments':" + arguments + "}}]}}],'usage':{'prompt_tokens':340,"
                        + "'completion_tokens':19,'prompt_tokens_details':{'cached_tokens':128},"
                        + "'completion_tokens_details':{'reasoning_tokens':0}}}}");
        assertThat(span.kind()).isEqualTo(SpanKind.LLM);
        assertThat(span.agent()).contains("agent.router");
        assertThat(span.project()).isEqualTo("support");
        assertThat(span.startedAt()).contains(Instant.ofEpochSecond(1795309923));
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.SYSTEM, "Route"), Message.of(Role.USER, "twice"));
        assertThat(span.messagesOut().get(0))
                .isEqualTo(Message.calling(java.util.List.of(new ToolCall("c1", "refund", "{\"order\":7}"))));
        assertThat(span.tools()).containsExactly(new Tool("refund", Optional.empty(), Optional.of("{}")));
        assertThat(span.usage())
                .contains(new Usage(
                        Optional.of(340L), Optional.of(19L), Optional.of(128L), Optional.empty(), Optional.of(0L)));
        assertThat(span.model().orElseThrow().parameters()).contains("{\"temperature\":0}");
    }

    @Test
    void readsALiteLlmPayloadAsItsOwnRequest() throws Exception {
        Span span = Records.span("{'id':'x','trace_id':null,'call_type':'acompletion','status':'success',"
                + "'custom_llm_provider':'openai','startTime':'2026-01-24 09:20:46.847371','endTime':1769246447.5,"
                + "'response_cost':0.25,'prompt_tokens':10,'completion_tokens':20,'model':'m','end_user':'',"
                + "'messages':[{'role':'user','content':'hi'}],'model_parameters':{'temperature':1},"
                + "'metadata':{'user_api_key_user_id':'u9','user_api_key_user_email':'a@b.c','team':'t'},"
                + "'error_information':{'error_code':'','error_message':''},'error_str':null," + ANSWERED + "}");
        assertThat(span.status()).isEqualTo(Status.OK);
        assertThat(span.name()).isEqualTo("acompletion");
        assertThat(span.subject()).contains("u9");
        assertThat(span.costUsd()).contains(0.25);
        assertThat(span.startedAt()).contains(Instant.parse("2026-01-24T09:20:46.847371Z"));
        assertThat(span.endedAt()).contains(Instant.parse("2026-01-24T09:20:47.5Z"));
        assertThat(span.usage().orElseThrow().inputTokens()).contains(10L);
        assertThat(span.model().orElseThrow().parameters()).contains("{\"temperature\":1}");
        assertThat(span.attributes())
                .isEqualTo("{\"completion_tokens\":20,\"metadata.team\":\"t\",\"prompt_tokens\":10}");
    }

    @Test
    void tellsCallsApartThatAGatewayAnsweredFromItsCache() throws Exception {
        Span first = with("'id':'x','cache_hit':true,'startTime':1769246447");
        Span second = with("'id':'x','cache_hit':true,'startTime':1769246448");
        assertThat(first.spanId()).isNotEqualTo(second.spanId());
    }

    @Test
    void readsAnAnthropicCallWithSystemAndToolResults() throws Exception {
        Span span = Records.span(
                "{'request':{'model':'m','max_tokens':9,'system':[{'type':'text','text':'Be brief'}],"
                        + "'tools':[{'name':'find','description':'d','input_schema':{'type':'object'}}],'messages':["
                        + "{'role':'user','content':'hi'},"
                        + "{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'find','input':{'q':1}}]},"
                        + "{'role':'user','content':[{'type':'tool_result','tool_use_id':'t1','is_error':true,"
                        + "'content':[{'type':'text','text':'no luck'}]},{'type':'text','text':'go on'}]}]},"
                        + "'response':{'id':'m1','type':'message','content':[{'type':'text','text':'ok'}],'stop_reason':'end_turn',"
                        + "'usage':{'input_tokens':5,'cache_read_input_tokens':7,'cache_creation_input_tokens':1,'output_tokens':4}}}");
        assertThat(span.messagesIn())
                .containsExactly(
                        Message.of(Role.SYSTEM, "Be brief"),
                        Message.of(Role.USER, "hi"),
                        Message.calling(java.util.List.of(new ToolCall("t1", "find", "{\"q\":1}"))),
                        Message.result("t1", Optional.of("find"), "no luck"),
                        Message.of(Role.USER, "go on"));
        assertThat(span.usage().orElseThrow().inputTokens()).contains(13L);
        assertThat(span.model().orElseThrow().finishReason()).contains("stop");
        assertThat(span.attributes()).isEqualTo("{\"finish_reason\":\"end_turn\",\"tool_errors\":[\"t1\"]}");
        assertThat(span.tools())
                .containsExactly(new Tool("find", Optional.of("d"), Optional.of("{\"type\":\"object\"}")));
    }

    @Test
    void continuesAnEarlierResponseWithOnlyWhatIsNew() throws Exception {
        Span span = Records.span("{'trace_id':'t','request':{'model':'m','instructions':'Be brief','input':'and now?',"
                + "'previous_response_id':'resp_1'},'response':{'id':'resp_2','object':'response','status':'completed',"
                + "'created_at':1769246447,'output':[{'type':'message','role':'assistant','content':["
                + "{'type':'output_text','text':'now'}]}]}}");
        assertThat(span.continuesSpanId()).contains("resp_1");
        assertThat(span.spanId()).isEqualTo("resp_2");
        assertThat(span.messagesIn())
                .containsExactly(Message.of(Role.SYSTEM, "Be brief"), Message.of(Role.USER, "and now?"));
        assertThat(span.startedAt()).contains(Instant.ofEpochSecond(1769246447));
        assertThat(span.fidelity()).isEmpty();
    }

    @Test
    void takesAnswersOfACountedIdForOneCallOnlyWhereTheySayTheSame() throws Exception {
        String call = "{'request':{'messages':[{'role':'user','content':'%s'}]},'response':{'id':'chatcmpl-%s',"
                + "'choices':[{'message':{'role':'assistant','content':'yo'}}]}}";
        Span one = Records.span(call.formatted("hi", "7"));
        assertThat(Records.span(call.formatted("hi", "7")).spanId()).isEqualTo(one.spanId());
        assertThat(Records.span(call.formatted("hello", "7")).spanId()).isNotEqualTo(one.spanId());
        assertThat(one.model().orElseThrow().responseId()).contains("chatcmpl-7");
        assertThat(Records.span(call.formatted("hi", "9f2c")).spanId()).isEqualTo("chatcmpl-9f2c");
    }

    @Test
    void takesCallsThatDifferInTheirStatusForTwo() throws Exception {
        String call = "{'request':{'model':'m','messages':[{'role':'user','content':'hi'}]},'status':%d}";
        String limited = Records.span(call.formatted(429)).spanId();
        assertThat(Records.span(call.formatted(429)).spanId()).isEqualTo(limited);
        assertThat(Records.span(call.formatted(500)).spanId()).isNotEqualTo(limited);
        assertThat(Records.span(call.formatted(200)).spanId()).isNotEqualTo(limited);
    }

    @Test
    void readsItemsOfOneAnswerAsOneMessageEqualToItsEcho() throws Exception {
        String items = "{'type':'reasoning','summary':[{'type':'summary_text','text':'hm'}]},"
                + "{'type':'function_call','call_id':'t1','name':'find','arguments':'{}'}";
        Span first = Records.span("{'request':{'input':'hi'},'response':{'object':'response','status':'completed',"
                + "'output':[" + items + "]}}");
        Span second = Records.span("{'request':{'input':[{'role':'user','content':'hi'}," + items
                + ",{'type':'function_call_output','call_id':'t1','output':'found'}]},"
                + "'response':{'object':'response','status':'incomplete','incomplete_details':"
                + "{'reason':'max_output_tokens'},'output':[]}}");
        assertThat(first.messagesOut()).hasSize(1);
        assertThat(second.messagesIn())
                .containsExactly(
                        Message.of(Role.USER, "hi"),
                        first.messagesOut().get(0),
                        Message.result("t1", Optional.of("find"), "found"));
        assertThat(first.model().orElseThrow().finishReason()).contains("tool_calls");
        assertThat(second.model().orElseThrow().finishReason()).contains("length");
    }

    @Test
    void unwrapsBodiesThatAreJsonInText() throws Exception {
        Span span = Records.span(
                "{'request':{'method':'POST','headers':{'authorization':'secret'},"
                        + "'body':'{\\\"messages\\\":[{\\\"role\\\":\\\"user\\\",\\\"content\\\":\\\"hi\\\"}]}'},"
                        + "'response':{'status_code':200,'body':'{\\\"choices\\\":[{\\\"message\\\":{\\\"content\\\":\\\"yo\\\"}}]}'}}");
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(span.attributes()).isEqualTo("{\"request.method\":\"POST\"}");
    }

    @Test
    void readsAnInputAndAnOutputWithoutAnyApi() throws Exception {
        Span span = Records.span("{'model':'m','input':'hi','output':'hello'}");
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "hello"));
        assertThat(span.model().orElseThrow().requested()).contains("m");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'response':{'error':{'type':'rate_limit','message':'slow down'}} | rate_limit",
                "'response':{'error':{'type':'requests','code':'rate_limit_exceeded','message':'slow down'}} | rate_limit_exceeded",
                "'response':{'status_code':429,'body':{'error':{'code':'x1','message':'no'}}} | x1",
                "'response':{'type':'error','error':{'type':'overloaded_error','message':'m'}} | overloaded_error",
                "'status_code':502,'response':'<html>bad gateway</html>' | http_502",
                "'response':null,'error':'connection reset' | error",
                "'status':'failure','response':null,'error_information':{'error_class':'Timeout'} | Timeout",
                "'status':'error' | error"
            },
            quoteCharacter = '`')
    void readsAFailedCallAsAnErrorSpan(String response, String type) throws Exception {
        Span span = Records.span("{" + ASKED + "," + response + "}");
        assertThat(span.status()).isEqualTo(Status.ERROR);
        assertThat(span.failure().orElseThrow().type()).isEqualTo(type);
        assertThat(span.messagesIn()).hasSize(1);
        assertThat(span.messagesOut()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'undefined'", "'0'", "0", "'s'"})
    void knowsTheMarkersOfARoot(String parent) throws Exception {
        assertThat(with("'span_id':'s','parent_id':" + parent).parentSpanId()).isEmpty();
    }

    @Test
    void takesIdsFromTheRecordThenFromItsMetadata() throws Exception {
        Span span = with("'span_id':'s','metadata':{'trace_id':'t','parent_id':'p','session_id':'c','user_id':'u',"
                + "'agent':'router','agent_version':'2'}");
        assertThat(span.traceId()).isEqualTo("t");
        assertThat(span.parentSpanId()).contains("p");
        assertThat(span.sessionId()).contains("c");
        assertThat(span.subject()).contains("u");
        assertThat(span.agent()).contains("router");
        assertThat(span.agentVersion()).contains("2");
        assertThat(span.attributes()).isEqualTo("{}");
    }

    @Test
    void takesTheSpansNameFromTheRecordAlone() throws Exception {
        Span span = with("'operation':'route','metadata':{'name':'Marta'}");
        assertThat(span.name()).isEqualTo("route");
        assertThat(span.attributes()).isEqualTo("{\"metadata.name\":\"Marta\"}");
        assertThat(with("'metadata':{'name':'Marta'}").name()).isEqualTo("chat");
    }

    @Test
    void derivesIdsFromTheAnswerAndItsContent() throws Exception {
        String noIds = "{" + ASKED + ",'response':{'choices':[{'message':{'content':'a'}}]}";
        assertThat(with("").spanId()).isEqualTo("r");
        assertThat(with("").traceId()).isEqualTo(with("'x':1").traceId()).isNotEqualTo("r");
        assertThat(Records.span(noIds + "}").spanId())
                .startsWith("~")
                .hasSize(33)
                .isNotEqualTo(Records.span(noIds + ",'timestamp':1769246447}").spanId());
    }

    @Test
    void letsNoIdOfAPersonIntoParametersOrAttributes() throws Exception {
        Span span = Records.span("{'request':{'messages':[{'role':'user','content':'hi'}],'user':'ann','temperature':1,"
                + "'metadata':{'user_id':'bob'}},'user':'cat','conversation_id':'c1','session_id':'c2'," + ANSWERED
                + "}");
        assertThat(span.subject()).contains("cat");
        assertThat(span.model().orElseThrow().parameters()).contains("{\"temperature\":1}");
        assertThat(span.attributes()).isEqualTo("{}");
    }

    @Test
    void keepsUnknownFieldsButNoCredentialsAndNoInlinedBytes() throws Exception {
        Span span = with("'zone':{'b':1,'a':99999999999999999999,'api_key':'k'},'shot':'data:image/png;base64,AAAA'");
        assertThat(span.attributes())
                .startsWith("{\"shot\":\"sha256:")
                .endsWith("\"zone\":{\"a\":99999999999999999999,\"b\":1}}")
                .doesNotContain("base64", "api_key");
    }

    @Test
    void keepsFurtherChoicesAsFurtherMessages() throws Exception {
        Span span = Records.span(
                "{" + ASKED + ",'response':{'choices':[{'message':{'content':'a'}},{'message':{'content':'b'}}]}}");
        assertThat(span.messagesOut())
                .containsExactly(Message.of(Role.ASSISTANT, "a"), Message.of(Role.ASSISTANT, "b"));
    }

    @Test
    void takesChoicesByTheirIndex() throws Exception {
        Span span = Records.span("{" + ASKED + ",'response':{'choices':["
                + "{'index':1,'finish_reason':'stop','message':{'content':'b'}},"
                + "{'index':0,'finish_reason':'length','message':{'content':'a'}}]}}");
        assertThat(span.messagesOut())
                .containsExactly(Message.of(Role.ASSISTANT, "a"), Message.of(Role.ASSISTANT, "b"));
        assertThat(span.model().orElseThrow().finishReason()).contains("length");
    }

    /** An application may send objects of its own: without a kind that is known they are what was said. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '`',
            value = {
                "{'question':'what is 11'} # {\"question\":\"what is 11\"}",
                "[{'type':'weird','b':1,'a':2},{'type':'odd','c':3}] # {\"a\":2,\"b\":1,\"type\":\"weird\"}|{\"c\":3,\"type\":\"odd\"}",
                "[{'type':'text','text':'see'},{'type':'weird','b':1}] # see",
                "{'text':'see'} # see",
                "{} # ``",
            })
    void takesContentOfNoKnownKindForWhatWasSaid(String content, String text) throws Exception {
        Span span = Records.span("{'request':{'messages':[{'role':'user','content':" + content
                + "}]},'response':{'choices':[{'message':{'content':" + content + "}}]}}");
        String said = text.replace('|', '\n');
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, said));
        assertThat(span.messagesOut().get(0).content().orElse("")).isEqualTo(said);
        assertThat(span.attributes().contains("weird")).isEqualTo(text.equals("see") && content.contains("weird"));
    }

    @Test
    void notesWhatIsMissing() throws Exception {
        assertThat(with("").fidelity()).containsExactly(Fidelity.MISSING_TIME);
        assertThat(Records.span("{" + ASKED + ",'timestamp':1769246447}").fidelity())
                .containsExactly(Fidelity.MISSING_MESSAGES);
        assertThat(with("'start_time':1769246447,'end_time':1769246446").fidelity())
                .containsExactly(Fidelity.TIME_INVERTED);
    }

    @Test
    void endsACallByItsLength() throws Exception {
        Span span = with("'timestamp':'2026-01-24T09:20:46+01:00','latency_ms':1500");
        assertThat(span.endedAt()).contains(Instant.parse("2026-01-24T08:20:47.5Z"));
    }

    @Test
    void takesANullTextForNoText() throws Exception {
        Span span = Records.span("{'request':{'messages':[{'role':'user','content':[{'type':'text','text':null},"
                + "{'type':'text','text':'hi'}]}]},'response':{'type':'message','content':[{'type':'text','text':null},"
                + "{'type':'tool_use','id':null,'name':'find','input':{}}]}}");
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(span.messagesOut())
                .containsExactly(Message.calling(java.util.List.of(new ToolCall("", "find", "{}"))));
    }

    /** A response in the background is logged when it is asked for and again when it is done, under the same id and at the same time. */
    @Test
    void aResponseThatWasStillToComeIsOneSpanWithItsAnswer() throws Exception {
        String call =
                "{'trace_id':'t','request':{'model':'m','input':'long'},'response':{'id':'r1','object':'response','created_at':1756720800,%s}}";
        Span asked = Records.read(call.formatted("'status':'queued','output':[]"))
                .spans()
                .get(0);
        Span done = Records.read(
                        call.formatted(
                                "'status':'completed','output':[{'type':'message','role':'assistant','content':[{'type':'output_text','text':'there'}]}]"))
                .spans()
                .get(0);
        for (List<Span> order : List.of(List.of(asked, done), List.of(done, asked))) {
            assertThat(SpanParts.joined(order)).singleElement().satisfies(span -> {
                assertThat(span.messagesIn()).hasSize(1);
                assertThat(span.messagesOut()).singleElement().satisfies(message -> assertThat(message.content())
                        .contains("there"));
                assertThat(span.fidelity()).isEmpty();
            });
        }
        assertThat(SpanParts.joined(List.of(asked))).singleElement().satisfies(span -> assertThat(span.fidelity())
                .containsExactly(Fidelity.MISSING_MESSAGES));
    }
}
