package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What gateways and collectors of calls put around them. */
class GatewaysTest {
    private static final String ASKED = "'messages':[{'role':'user','content':'Rain?'}]";
    private static final String ANSWERED =
            "{'id':'r','model':'m-1','choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':'Wet.'}}]}";

    @Test
    void readsARequestOfHelicone() throws Exception {
        Reading.Read read =
                Records.read("{'request_id':'h1','request_created_at':'2026-11-22T01:12:03Z','response_created_at':"
                        + "'2026-11-22T01:12:04.900Z','response_status':200,'request_user_id':'ann','request_properties':{'Helicone-Session-Id':'c9',"
                        + "'agent':'router','tier':'gold'},'delay_ms':1900,'cost_usd':0.0001,'feedback_rating':false,'feedback_created_at':'2026-11-24T08:00:00Z','request_body':{'model':'m',"
                        + ASKED + "},'response_body':" + ANSWERED + "}");
        Span span = read.spans().get(0);
        assertThat(span.spanId()).isEqualTo("h1");
        assertThat(span.sessionId()).contains("c9");
        assertThat(span.subject()).contains("ann");
        assertThat(span.agent()).contains("router");
        assertThat(span.startedAt()).contains(Instant.parse("2026-11-22T01:12:03Z"));
        assertThat(span.endedAt()).contains(Instant.parse("2026-11-22T01:12:04.900Z"));
        assertThat(span.costUsd()).contains(0.0001);
        assertThat(span.attributes()).contains("gold").doesNotContain("c9").doesNotContain("ann");
        assertThat(read.signals())
                .extracting(Signal::channel, signal -> signal.value().orElseThrow())
                .containsExactly(tuple(SignalChannel.THUMB, 0.0));
        assertThat(read.signals().get(0).eventAt()).contains(Instant.parse("2026-11-24T08:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"'ts':1795309923", "'ts':'2026-11-22T01:12:03Z'", "'@timestamp':'2026-11-22T01:12:03.000Z'"},
            quoteCharacter = '`')
    void readsWhenACallWasUnderNamesOfHomeGrownLogs(String time) throws Exception {
        Span span = Records.span("{" + time + ",'request':{'model':'m'," + ASKED + "},'response':" + ANSWERED + "}");
        assertThat(span.startedAt()).contains(Instant.parse("2026-11-22T01:12:03Z"));
        assertThat(span.fidelity()).isEmpty();
    }

    @Test
    void readsALogOfPortkey() throws Exception {
        Span span = Records.span(
                "{'id':'p1','trace_id':'t1','created_at':'2026-11-22 01:12:03','request':{'method':'POST','url':"
                        + "'https://api.example/v1/chat/completions','body':{'model':'m'," + ASKED
                        + "}},'response':{'status':200,'body':"
                        + ANSWERED + "},'is_success':true,'cost':0.0001,'metadata':{'_user':'ann'}}");
        assertThat(span.traceId()).isEqualTo("t1");
        assertThat(span.spanId()).isEqualTo("p1");
        assertThat(span.subject()).contains("ann");
        assertThat(span.attributes()).doesNotContain("ann");
        assertThat(span.messagesOut()).extracting(Message::content).containsExactly(Optional.of("Wet."));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'input':{'model':'m','messages':[{'role':'user','content':'Rain?'}]},'output':{'role':'assistant','content':'Wet.'},'tags':{}}",
                "{'input':[{'role':'user','content':'Rain?'}],'output':{'role':'assistant','content':'Wet.'},'tags':{}}",
                "{'messages':[{'role':'user','content':'Rain?'},{'role':'assistant','content':'Wet.'}],'tools':[],'split':'TRAIN'}"
            })
    void readsWhatOpenPipeExports(String record) throws Exception {
        Span span = Records.span(record);
        assertThat(span.messagesIn()).extracting(Message::content).containsExactly(Optional.of("Rain?"));
        assertThat(span.messagesOut()).extracting(Message::content).containsExactly(Optional.of("Wet."));
    }

    /** Bedrock's invocation logs, OpenPipe's reports, Vertex AI's request logs, traces of W&B Weave, LiteLLM's calls of Responses. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'schemaType':'ModelInvocationLog','timestamp':'2026-11-22T01:12:01Z','requestId':'r1','operation':'Converse','modelId':'m-1','input':"
                        + "{'inputContentType':'application/json','inputBodyJson':{'messages':[{'role':'user','content':[{'text':'Rain?'}]}]}},'output':"
                        + "{'outputBodyJson':{'output':{'message':{'role':'assistant','content':[{'text':'Wet.'}]}},'stopReason':'end_turn'}}}",
                "{'schemaType':'ModelInvocationLog','timestamp':'2026-11-22T01:12:01Z','requestId':'r1','operation':'InvokeModelWithResponseStream','modelId':'m-1',"
                        + "'input':{'inputBodyJson':{'anthropic_version':'b','messages':[{'role':'user','content':'Rain?'}]}},'output':{'outputBodyJson':["
                        + "{'type':'message_start','message':{'id':'x','role':'assistant','content':[]}},{'type':'content_block_start','index':0,"
                        + "'content_block':{'type':'text','text':''}},{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'Wet.'}},"
                        + "{'type':'message_delta','delta':{'stop_reason':'end_turn'}},{'type':'message_stop'}]}}",
                "{'requestedAt':'2026-11-22T01:12:01Z','receivedAt':'2026-11-22T01:12:02Z','request_id':'r1','statusCode':200,'reqPayload':{'model':'m-1','messages':"
                        + "[{'role':'user','content':'Rain?'}]},'respPayload':{'choices':[{'index':0,'finish_reason':'stop','message':{'content':'Wet.'}}]}}",
                "{'logging_time':'2026-11-22T01:12:01Z','request_id':'r1','model':'m-1','full_request':{'contents':[{'role':'user','parts':[{'text':'Rain?'}]}]},"
                        + "'full_response':{'candidates':[{'content':{'role':'model','parts':[{'text':'Wet.'}]},'finishReason':'STOP'}]}}",
                "{'started_at':'2026-11-22T01:12:01Z','request_id':'r1','inputs':{'model':'m-1','messages':[{'role':'user','content':'Rain?'}]},"
                        + "'output':{'choices':[{'index':0,'finish_reason':'stop','message':{'content':'Wet.'}}]}}",
                "{'request_id':'r1','call_type':'aresponses','startTime':'2026-11-22T01:12:01Z','model':'m-1','messages':[{'role':'user','content':'Rain?'}],"
                        + "'response':{'object':'response','status':'completed','output':[{'type':'message','role':'assistant','content':[{'type':'output_text','text':'Wet.'}]}]}}"
            })
    void readsWhatOthersCallRequestAndResponse(String record) throws Exception {
        Span span = Records.span(record);
        assertThat(span.spanId()).isEqualTo("r1");
        assertThat(span.startedAt()).contains(Instant.parse("2026-11-22T01:12:01Z"));
        assertThat(span.model().orElseThrow().requested()).contains("m-1");
        assertThat(span.messagesIn()).extracting(Message::content).containsExactly(Optional.of("Rain?"));
        assertThat(span.messagesOut()).extracting(Message::content).containsExactly(Optional.of("Wet."));
        assertThat(span.fidelity()).isEmpty();
    }

    /** Of bodies that count no tokens; what Bedrock read from its cache stands beside the input. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'prompt':'Rain?','max_tokens':9 | 'outputs':[{'text':'Wet.','stop_reason':'stop'}]",
                "'prompt':'Rain?' | 'id':'r','generations':[{'text':'Wet.','finish_reason':'COMPLETE'}]",
                "'anthropic_version':'b','messages':[{'role':'user','content':'Rain?'}] | "
                        + "'type':'message','role':'assistant','content':[{'type':'text','text':'Wet.'}],'stop_reason':'end_turn'"
            })
    void takesTheTokensThatBedrocksInvocationLogCounts(String asked, String answered) throws Exception {
        Span span = Records.span(
                "{'schemaType':'ModelInvocationLog','schemaVersion':'1.0','timestamp':'2026-11-22T01:12:01Z',"
                        + "'region':'eu-1','requestId':'r1','operation':'InvokeModel','modelId':'m-1','input':{'inputContentType':"
                        + "'application/json','inputBodyJson':{" + asked
                        + "},'inputTokenCount':9,'cacheReadInputTokenCount':4},"
                        + "'output':{'outputContentType':'application/x','outputBodyJson':{" + answered
                        + "},'outputTokenCount':3}}");
        assertThat(span.usage())
                .contains(new Usage(
                        Optional.of(13L), Optional.of(3L), Optional.of(4L), Optional.empty(), Optional.empty()));
        assertThat(span.attributes())
                .contains("\"inputContentType\":\"application/json\"", "\"outputContentType\":\"application/x\"")
                .contains("\"region\":\"eu-1\"")
                .doesNotContain("TokenCount");
    }

    @Test
    void saysThatBodiesOfAnInvocationLogLieElsewhere() {
        assertThatThrownBy(
                        () -> Records.span(
                                "{'schemaType':'ModelInvocationLog','timestamp':'2026-11-22T01:12:01Z','requestId':"
                                        + "'r1','modelId':'m-1','input':{'inputBodyS3Path':'s3://b/in.json.gz'},'output':{'outputBodyS3Path':'s3://b/out'}}"))
                .hasMessageContaining("inputBodyS3Path");
    }

    @Test
    void tellsAFailureByItsKindAndByWhatIsSaidBesideIt() throws Exception {
        Span span = Records.span("{'status':'failure','messages':[{'role':'user','content':'hi'}],'response':{},"
                + "'error_str':'slow down','error_information':{'error_class':'RateLimitError'}}");
        assertThat(span.failure()).contains(new Failure("RateLimitError", Optional.of("slow down")));
    }

    @Test
    void tellsWhatOpenPipeSaysOfAFailure() throws Exception {
        Span span = Records.span(
                "{'requestedAt':'2026-11-22T01:12:01Z','receivedAt':'2026-11-22T01:12:02Z','statusCode':429,"
                        + "'errorMessage':'slow down','reqPayload':{'model':'m'," + ASKED + "},'respPayload':null}");
        assertThat(span.failure()).contains(new Failure("http_429", Optional.of("slow down")));
        assertThat(span.attributes()).doesNotContain("slow down");
    }

    @Test
    void takesAConversationThatGoesOnForNoExample() {
        assertThat(BareAnswer.isExample(Records.json("{" + ASKED + "}"))).isFalse();
        assertThat(BareAnswer.isExample(Records.json("{'messages':[{'role':'assistant','content':'x'}],'model':'m'}")))
                .isFalse();
    }

    @Test
    void pairsTheCallsOfTheNeMoAgentToolkitWithTheirResults() throws Exception {
        Span span = Records.span(
                "{'contract_version':'1.1','timestamp':1795309923,'workload_id':'router','client_id':'acme','request':"
                        + "{'model':'m','messages':[{'role':'user','content':'Rain?'},{'role':'assistant','content':null,'tool_calls':[{'type':"
                        + "'function','function':{'name':'rain','arguments':{'at':'x'}}},{'type':'function','function':{'name':'snow','arguments':{}}}]},"
                        + "{'role':'tool','content':'3 mm','tool_call_id':'x1'},{'role':'tool','content':'none','tool_call_id':'x2'}]},'response':"
                        + ANSWERED + "}");
        assertThat(span.messagesIn().get(1).toolCalls())
                .containsExactly(new ToolCall("x1", "rain", "{\"at\":\"x\"}"), new ToolCall("x2", "snow", "{}"));
        assertThat(span.messagesIn()).extracting(Message::name).contains(Optional.of("rain"), Optional.of("snow"));
        assertThat(span.agent()).contains("router");
    }
}
