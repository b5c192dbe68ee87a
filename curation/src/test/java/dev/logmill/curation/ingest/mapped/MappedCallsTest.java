package dev.logmill.curation.ingest.mapped;

import static org.assertj.core.api.Assertions.assertThat;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import dev.logmill.curation.trace.ToolCall;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tool calls of logs that have their own shape for them. */
class MappedCallsTest {
    private static final String TALK = "'unit':'conversation','trace':'/id','messages':'/m','message':{'tool-calls':";
    private static final String NAMED = "{'at':'/calls','name':'/fn','arguments':'/params'";
    private static final ToolCall FIND = new ToolCall("c", "find", "{\"q\":1}");

    private static String asking(String calls) {
        return "{'id':'t','m':[{'role':'user','content':'hi'},{'role':'assistant','calls':" + calls + "},"
                + "{'role':'assistant','content':'done'}]}";
    }

    private static List<Span> tools(List<Span> spans) {
        return spans.stream().filter(span -> span.kind() == SpanKind.TOOL).toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{'id':'c','type':'function','function':{'name':'find','arguments':'{\\\"q\\\":1}'}}]",
                "[{'id':'c','type':'tool_use','name':'find','input':{'q':1}}]",
                "[{'id':'c','name':'find','arguments':{'q':1}}]",
                "[{'id':'c','name':'find','args':{'q':1}}]",
                "[{'call_id':'c','name':'find','parameters':{'q':1}}]",
                "{'id':'c','name':'find','args':{'q':1}}"
            })
    void knowsTheShapesThatAreUsual(String calls) throws Exception {
        assertThat(Mapped.by(TALK + "'/calls'}").spans(asking(calls)).get(1).messagesOut())
                .containsExactly(Message.calling(List.of(FIND)));
    }

    @Test
    void readsCallsUnderTheLogsOwnNames() throws Exception {
        List<Span> spans =
                Mapped.by(TALK + NAMED + "}}").spans(asking("[{'id':'c','fn':'find','params':{'q':1}},{'fn':'list'}]"));
        assertThat(spans.get(1).messagesOut())
                .containsExactly(Message.calling(List.of(FIND, new ToolCall("", "list", "{}"))));
    }

    @Test
    void takesAResultThatStandsInsideItsCall() throws Exception {
        List<Span> spans = Mapped.by(TALK + NAMED + ",'result':'/got','error':'/failed'}}")
                .spans(asking("[{'fn':'find','params':{'q':1},'got':'none'},"
                        + "{'id':'d','fn':'list','got':{'x':1},'failed':true},{'fn':'wait'}]"));
        assertThat(spans.get(1).messagesOut().get(0).toolCalls())
                .extracting(ToolCall::id)
                .containsExactly("call-1-0", "d", "call-1-2");
        assertThat(spans.get(4).messagesIn())
                .containsExactly(
                        Message.result("call-1-0", Optional.of("find"), "none"),
                        Message.result("d", Optional.of("list"), "{\"x\":1}"));
        assertThat(tools(spans)).extracting(Span::status).containsExactly(Status.UNSET, Status.ERROR);
        assertThat(tools(spans).get(1).failure()).contains(new Failure("tool_error", Optional.of("{\"x\":1}")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'/calls'}   | [{'id':'c','fn':'find','params':{'q':1}}] | MISSING_FIELD /m/1/calls/0: a call that names no tool; looked for function.name and name; message.tool-calls: {at, id, name, arguments} tells where they lie in a call",
                "'/calls'}   | [{'name':'a','args':{}},{'name':'find','params':{'q':1}}] | MISSING_FIELD /m/1/calls/1: a call with an object, but not in arguments, args, input, parameters; message.tool-calls: {at, id, name, arguments} tells where they lie in a call",
                "'/calls'}   | ['find(1)'] | INVALID_FIELD /m/1/calls/0: no object but STRING; message.tool-calls: {at, id, name, arguments} tells where they lie in a call",
                "'/calls'}   | 'find(1)'   | INVALID_FIELD /calls: must be a list of tool calls, was of type STRING",
                "{'at':'/calls','name':'/fn'}} | [{'name':'find'}] | MISSING_FIELD /m/1/calls/0: a call that names no tool; looked for /fn"
            })
    void refusesACallOfNobodyKnowsWhat(String mapping, String calls, String refusal) {
        assertThat(Mapped.by(TALK + mapping).refusal(asking(calls))).isEqualTo(refusal);
    }

    @Test
    void readsTheMessagesOfASpanUnderTheLogsOwnNames() throws Exception {
        Span span = Mapped.by("'trace':'/t','input':'/prompt','output':'/answer','message':{'role':'/who','roles':"
                        + "{'client':'user','bot':'assistant'},'content':'/text','tool-calls':" + NAMED
                        + ",'result':'/got'}}")
                .span("{'t':'1','prompt':[{'who':'client','text':'hi'},"
                        + "{'who':'bot','calls':[{'id':'c','fn':'find','params':{'q':1},'got':'none'}]}],"
                        + "'answer':{'text':'sorry','calls':[{'id':'d','fn':'list','got':'later'}]}}");
        assertThat(span.messagesIn())
                .containsExactly(
                        Message.of(Role.USER, "hi"),
                        Message.calling(List.of(FIND)),
                        Message.result("c", Optional.of("find"), "none"));
        assertThat(span.messagesOut()).hasSize(1);
        assertThat(span.messagesOut().get(0).content()).contains("sorry");
        assertThat(span.messagesOut().get(0).toolCalls()).containsExactly(new ToolCall("d", "list", "{}"));
    }

    @Test
    void saysWhichMessageOfASpanNobodySpoke() {
        assertThat(Mapped.by("'trace':'/t','input':'/prompt','message':{'role':'/who'}")
                        .refusal("{'t':'1','prompt':[{'who':'user','content':'a'},{'content':'b'}]}"))
                .startsWith("MISSING_FIELD /prompt/1.role: none of ");
    }
}
