package dev.logmill.curation.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LogBodyTest {
    /** A log record of one call as a logger of Python writes it: its event, and its body as a text. */
    private static String record(String event, String text) {
        return "{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174',"
                + "'timeUnixNano':'1795309923120000000','severityNumber':9,'body':{'stringValue':"
                + Json.MAPPER
                        .getNodeFactory()
                        .textNode(text.replace('`', '"'))
                        .toString()
                        .replace("'", "\\u0027")
                + "},'attributes':[{'key':'event.name',"
                + "'value':{'stringValue':'" + event + "'}}]}";
    }

    private static Span call(String... records) {
        Told told = Otlp.read("{'resourceLogs':[{'scopeLogs':[{'logRecords':["
                + Arrays.stream(records).collect(Collectors.joining(",")) + "]}]}]}");
        assertThat(told.refusals()).isEmpty();
        return told.span(0);
    }

    @Test
    void aBodyOfJsonInTextIsTheMessage() {
        Span call = call(
                record("gen_ai.system.message", "{`role`:`system`,`content`:`Trace parcels.`}"),
                record("gen_ai.tool.message", "{`role`:`tool`,`tool_call_id`:`c1`,`content`:`Ulm`}"),
                record(
                        "gen_ai.choice",
                        "{`index`:0,`finish_reason`:`tool_calls`,`message`:{`role`:`assistant`,`content`:`One moment.`,"
                                + "`tool_calls`:[{`id`:`c2`,`type`:`function`,`function`:{`name`:`find`,`arguments`:`{}`}}]}}"));
        assertThat(call.messagesIn())
                .containsExactly(
                        Message.of(Role.SYSTEM, "Trace parcels."), Message.result("c1", Optional.empty(), "Ulm"));
        assertThat(call.messagesOut()).singleElement().satisfies(answer -> {
            assertThat(answer.content()).contains("One moment.");
            assertThat(answer.toolCalls()).extracting(ToolCall::name).containsExactly("find");
        });
        assertThat(call.model().orElseThrow().finishReason()).contains("tool_calls");
        assertThat(call.fidelity()).isEmpty();
    }

    @Test
    void aBodyOfPlainTextIsWhatWasSaid() {
        Span call = call(record("gen_ai.user.message", "Where is PX7?"), record("gen_ai.choice", "In [Ulm]."));
        assertThat(call.messagesIn()).containsExactly(Message.of(Role.USER, "Where is PX7?"));
        assertThat(call.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "In [Ulm]."));
        assertThat(call.fidelity()).isEmpty();
    }

    @Test
    void aBodyThatIsADictOfPythonIsTheMessage() {
        Span call = call(
                record("gen_ai.user.message", "{'role': 'user', 'parts': [{'type': 'text', 'content': 'Where?'}]}"));
        assertThat(call.messagesIn()).containsExactly(Message.of(Role.USER, "Where?"));
    }

    @Test
    void aMessageWithoutContentIsMissing() {
        Span call = call(
                record("gen_ai.user.message", "{`role`:`user`}"),
                record("gen_ai.choice", "{`message`:{`role`:`assistant`,`content`:`Yes.`}}"));
        assertThat(call.fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
    }

    /** A log record as AWS's distribution writes it, of a span that ran under Strands. */
    private static Span ofAws(String body) {
        Told told = Otlp.read(
                ("{'resource':{'attributes':{'service.name':'parcels'}},'scope':{'name':'strands.telemetry.tracer'},"
                                + "'timeUnixNano':1795309923120000000,'observedTimeUnixNano':1795309923220000000,'severityNumber':9,"
                                + "'body':%s,'attributes':{'event.name':'strands.telemetry.tracer'},"
                                + "'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174'}")
                        .formatted(body));
        assertThat(told.refusals()).isEmpty();
        return told.span(0);
    }

    @Test
    void aBodyOfAllMessagesTellsThoseOfItsSpan() {
        Span part = ofAws("{'output':{'messages':[{'role':'assistant','content':{'finish_reason':'tool_use','message':"
                + "'[{\\'text\\':\\'One moment.\\'},{\\'toolUse\\':{\\'toolUseId\\':\\'c1\\',\\'name\\':\\'find\\',\\'input\\':{\\'code\\':7}}}]'}}]},"
                + "'input':{'messages':[{'role':'system','content':'Trace parcels.'},"
                + "{'role':'user','content':{'content':'[{\\'text\\':\\'Where is it?\\'}]'}}]}}");
        assertThat(part.messagesIn())
                .containsExactly(Message.of(Role.SYSTEM, "Trace parcels."), Message.of(Role.USER, "Where is it?"));
        assertThat(part.messagesOut()).singleElement().satisfies(answer -> {
            assertThat(answer.content()).contains("One moment.");
            assertThat(answer.toolCalls()).extracting(ToolCall::arguments).containsExactly("{\"code\":7}");
        });
        assertThat(part.model().orElseThrow().finishReason()).contains("tool_calls");
        assertThat(part.kind()).isEqualTo(SpanKind.CHAIN);
        assertThat(part.part()).contains(0);
    }

    @Test
    void aBodyOfATypedValueIsReadLikeAPlainOne() {
        Span part = ofAws(
                "{'kvlistValue':{'values':[{'key':'input','value':{'kvlistValue':{'values':[{'key':'messages','value':"
                        + "{'arrayValue':{'values':[{'kvlistValue':{'values':[{'key':'role','value':{'stringValue':'user'}},"
                        + "{'key':'content','value':{'stringValue':'Where?'}}]}}]}}}]}}}]}}");
        assertThat(part.messagesIn()).containsExactly(Message.of(Role.USER, "Where?"));
    }

    @Test
    void aBodyThatBeginsWithAToolsArgumentsTellsItsWork() {
        Span part = ofAws(
                "{'input':{'messages':[{'role':'tool','content':{'content':'{\\'code\\':7}','id':'c1'}}]},"
                        + "'output':{'messages':[{'role':'assistant','content':{'message':'[{\\'text\\':\\'In Ulm\\'}]','id':'c1'}}]}}");
        assertThat(part.kind()).isEqualTo(SpanKind.TOOL);
        assertThat(part.toolUse().orElseThrow().arguments()).contains("{\"code\":7}");
        assertThat(part.toolUse().orElseThrow().result()).contains("In Ulm");
    }
}
