package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Calls that applications and gateways log around an API's bodies, or without one. */
class CustomLogsTest {
    @Test
    void readsTheCallOfAToolThatWasLoggedToHelicone() throws Exception {
        Span span = Records.span(
                "{'request_id':'r1','request_created_at':'2025-09-02T08:00:00Z','response_created_at':'2025-09-02T08:00:01Z',"
                        + "'request_properties':{'Helicone-Session-Id':'s1'},'response_status':200,"
                        + "'request_body':{'_type':'tool','toolName':'weather','input':{'city':'Ghent'},'units':'metric'},"
                        + "'response_body':{'_type':'tool','status':'success','rain':false}}");
        assertThat(span.kind()).isEqualTo(SpanKind.TOOL);
        assertThat(span.status()).isEqualTo(Status.OK);
        assertThat(span.spanId()).isEqualTo("r1");
        assertThat(span.sessionId()).contains("s1");
        assertThat(span.startedAt()).contains(Instant.parse("2025-09-02T08:00:00Z"));
        assertThat(span.attributes()).contains("metric");
        assertThat(span.toolUse()).hasValueSatisfying(use -> {
            assertThat(use.name()).isEqualTo("weather");
            assertThat(use.arguments()).contains("{\"city\":\"Ghent\"}");
            assertThat(use.result()).contains("{\"rain\":false,\"status\":\"success\"}");
        });
    }

    private static final String PUSHED =
            "{'Gateway':'support','Provider':'openai','Model':'gpt-4o','StatusCode':200,'Cached':false,"
                    + "'Timestamp':'2025-09-02T08:00:00Z','Metrics':{'cost':0.5,'durationMs':1000},'RequestBody':%s,'ResponseBody':%s}";

    @Test
    void readsWhatCloudflarePushedOnceItIsDecrypted() throws Exception {
        Span span = Records.span(PUSHED.formatted(
                "{'model':'gpt-4o','messages':[{'role':'user','content':'Where?'}]}",
                "{'choices':[{'finish_reason':'stop','message':{'role':'assistant','content':'In Ulm'}}]}"));
        assertThat(span.messagesOut()).hasSize(1);
        assertThat(span.costUsd()).contains(0.5);
        assertThat(span.startedAt()).contains(Instant.parse("2025-09-02T08:00:00Z"));
        assertThat(span.endedAt()).contains(Instant.parse("2025-09-02T08:00:01Z"));
        assertThat(span.model().orElseThrow().provider()).contains("openai");
        assertThat(span.attributes()).contains("\"Gateway\":\"support\"");
    }

    @Test
    void tellsThatWhatCloudflarePushedIsEncrypted() {
        assertThatExceptionOfType(UnreadableRecord.class)
                .isThrownBy(() -> Records.span(
                        PUSHED.formatted("{'type':'encrypted','data':'QUJD'}", "{'type':'encrypted','data':'QUJD'}")))
                .withMessageContaining("RequestBody: encrypted");
    }

    @Test
    void readsALineAsPythonsLoggingWritesIt() {
        Told told = Told.by(
                new OpenAiLog(),
                "events.jsonl",
                ("INFO:autogen_core.events:{\"type\":\"LLMCall\",\"messages\":[{\"role\":\"user\",\"content\":\"Where?\"}],"
                                + "\"response\":{\"choices\":[{\"finish_reason\":\"stop\",\"message\":{\"content\":\"In Ulm\"}}]},\"agent_id\":\"clerk/x\"}\n"
                                + "INFO:autogen_core.events:{\"type\":\"ToolCall\",\"tool_name\":\"find\",\"arguments\":{},\"result\":\"1\",\"agent_id\":\"clerk/x\"}\n")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(told.refusals()).isEmpty();
        assertThat(told.spans()).extracting(Span::kind).containsExactly(SpanKind.LLM, SpanKind.TOOL);
    }
}
