package dev.logmill.curation.ingest.nat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Reading;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NatLogTest {
    private static String event(String parent, String type, double time, String id, String more) {
        return "{'parent_id':'%s','function_ancestry':{'function_id':'f','function_name':'root'},'payload':{'event_type':'%s','event_timestamp':%s,'UUID':'%s','name':'n'%s}}"
                .formatted(parent, type, 1795309923 + time, id, more);
    }

    private static Reading.Read read(Dialect dialect, String body) throws Exception {
        JsonNode parsed = Json.parse(body.replace('\'', '"'));
        return dialect.read(new RawRecord("s", "o.jsonl", 1, Optional.empty(), "d", parsed));
    }

    private static List<Span> steps(String... events) throws Exception {
        return read(new NatLog(), "[" + String.join(",", events) + "]").spans();
    }

    private static Span span(List<Span> spans, String id) {
        return spans.stream()
                .filter(span -> span.spanId().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void requestsThatRanAtOneTimeAreTracesOfTheirOwn() throws Exception {
        List<Span> spans = steps(
                event(
                        "root",
                        "WORKFLOW_START",
                        0,
                        "w1",
                        ",'metadata':{'provided_metadata':{'workflow_trace_id':'t1'}}"),
                event("root", "WORKFLOW_START", 0.1, "w2", ""),
                event("w1", "FUNCTION_START", 0.2, "f1", ""),
                event("w2", "LLM_START", 0.3, "l2", ""),
                event("f1", "LLM_START", 0.4, "l1", ""),
                event("gone", "TOOL_START", 0.5, "x", ""));
        assertThat(span(spans, "l1").traceId()).isEqualTo("t1");
        assertThat(span(spans, "f1").traceId()).isEqualTo("t1");
        assertThat(span(spans, "l2").traceId()).isEqualTo("w2");
        assertThat(span(spans, "x").traceId()).isEqualTo("gone");
        assertThat(span(spans, "l1").parentSpanId()).contains("f1");
        assertThat(span(spans, "w1").parentSpanId()).isEmpty();
    }

    @Test
    void stepsInACircleAreOneTrace() throws Exception {
        List<Span> spans = steps(event("b", "TOOL_START", 0, "a", ""), event("a", "TOOL_START", 1, "b", ""));
        assertThat(spans).extracting(Span::traceId).containsExactly("a", "a");
    }

    @Test
    void aDeepTreeTakesTimeAsItGrowsAndNoMore() throws Exception {
        String[] events = new String[40_000];
        for (int i = 0; i < events.length; i++) {
            events[events.length - 1 - i] = event(i == 0 ? "root" : "s" + (i - 1), "TOOL_START", 0, "s" + i, "");
        }
        List<Span> spans = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> steps(events));
        assertThat(spans).extracting(Span::traceId).containsOnly("s0");
    }

    /** The data of a call is text with the calls of tools in Python's words; the framework's own messages are beside it. */
    @Test
    void aCallIsReadFromTheMessagesOfItsFrameworkAndTheirTokensFromItsEnd() throws Exception {
        Span call = steps(
                        event(
                                "w",
                                "LLM_START",
                                0,
                                "l",
                                ",'data':{'input':'hi'},'metadata':{'chat_inputs':[{'type':'system','content':'Be brief'},{'type':'human','content':'hi'}]}"),
                        event("w", "LLM_NEW_TOKEN", 0.5, "l", ",'data':{'chunk':'y'}"),
                        event(
                                "w",
                                "LLM_END",
                                1,
                                "l",
                                ",'data':{'output':'yo'},'metadata':{'chat_responses':{'finish_reason':'length','message':{'role':'assistant','content':'yo'}}},"
                                        + "'usage_info':{'token_usage':{'prompt_tokens':7,'completion_tokens':2,'cached_tokens':0}}"))
                .get(0);
        assertThat(call.messagesIn()).containsExactly(Message.of(Role.SYSTEM, "Be brief"), Message.of(Role.USER, "hi"));
        assertThat(call.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(call.model().orElseThrow().finishReason()).contains("length");
        assertThat(call.usage().orElseThrow().inputTokens()).contains(7L);
        assertThat(call.usage().orElseThrow().cacheReadTokens()).isEmpty();
        assertThat(call.fidelity()).isEmpty();
    }

    @Test
    void anEndAloneTellsWhenItBeganButNotAllThatWentIn() throws Exception {
        Span call = steps(event(
                        "w",
                        "LLM_END",
                        1,
                        "l",
                        ",'span_event_timestamp':1795309923,'data':{'input':'hi','output':'yo'}"))
                .get(0);
        assertThat(call.startedAt().orElseThrow().getEpochSecond()).isEqualTo(1795309923);
        assertThat(call.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(call.fidelity()).containsExactly(Fidelity.MISSING_MESSAGES);
    }

    /** The profiler and the evaluation list the steps of a request, the latter without the workflow. */
    @Test
    void openAiLogReadsRequestsTooAndSaysWhoReadsALine() throws Exception {
        String steps = event("f", "TOOL_END", 1, "t", ",'data':{'output':'22:10'}");
        String request =
                "{'id':'q','question':'When?','generated_answer':'At ten.','intermediate_steps':[" + steps + "]}";
        List<Span> spans = read(new OpenAiLog(), request).spans();
        assertThat(spans).extracting(Span::kind).containsExactly(SpanKind.AGENT, SpanKind.TOOL);
        assertThat(spans).extracting(Span::traceId).containsOnly("t");
        assertThat(spans.get(0).messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "At ten."));
        assertThat(spans.get(1).parentSpanId()).contains(spans.get(0).spanId());
        assertThat(read(new NatLog(), request).spans()).isEqualTo(spans);

        assertThatThrownBy(() -> read(new OpenAiLog(), steps))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("preset nat");
    }

    @Test
    void whatIsNoStepIsRefusedWithWhatWouldBeOne() {
        assertThatThrownBy(() -> read(new NatLog(), "[{'payload':{'event_type':'LLM_START'}},{'x':1}]"))
                .isInstanceOf(UnreadableRecord.class)
                .hasMessageContaining("no payload with event_type and UUID");
    }
}
