package dev.logmill.curation.ingest.otlp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Status;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtlpLogTest {
    private static final String IDS = "'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b174'";
    private static final String SPAN = "{" + IDS + ",'name':'a'}";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'resourceSpans':[{'scopeSpans':[{'spans':[%s]}]}]}",
                "{'resource_spans':[{'scope_spans':[{'spans':[%s]}]}]}",
                "{'resourceSpans':[{'instrumentationLibrarySpans':[{'spans':[%s]}]}]}",
                "{'batches':[{'scopeSpans':[{'spans':[%s]}]}]}",
                "[{'resource':{},'scopeSpans':[{'spans':[%s]}]}]",
                "{'data':[%s]}",
                "{'spans':[%s]}",
                "[%s]",
                "%s"
            })
    void findsSpansInEveryEnvelope(String envelope) {
        Told told = Otlp.read(envelope.formatted(SPAN));
        assertThat(told.refusals()).isEmpty();
        assertThat(told.spans()).extracting(Span::spanId).containsExactly("eee19b7ec3c1b174");
    }

    @Test
    void eachSpanEndsInAStateOfItsOwn() {
        Told told = Otlp.read(
                "{'resourceSpans':[{'scopeSpans':[{'spans':[%s,{'traceId':'t','spanId':'s','startTimeUnixNano':'7'}]}]}]}"
                        .formatted(SPAN));
        assertThat(told.places())
                .containsExactly("1/resourceSpans/0/scopeSpans/0/spans/0", "1/resourceSpans/0/scopeSpans/0/spans/1");
        assertThat(told.spans()).hasSize(1);
        assertThat(told.refusals()).singleElement().asString().startsWith("IMPLAUSIBLE_TIME: startTimeUnixNano");
    }

    @Test
    void twoSpansAreTwoRecordsThoughTheySayTheSameUnderTwoResources() {
        String one =
                "{'resource':{'attributes':[{'key':'service.name','value':{'stringValue':'%s'}}]},'scopeSpans':[{'spans':["
                        + SPAN + "]}]}";
        Told told = Otlp.read("{'resourceSpans':[" + one.formatted("x") + "," + one.formatted("y") + "]}");
        assertThat(told.spans()).extracting(Span::recordDigest).doesNotHaveDuplicates();
        assertThat(told.span(1).attributes()).isEqualTo("{\"resource\":{\"service.name\":\"y\"}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "openlit | user: Where is PX7? | USER Where is PX7?",
                "openlit | system: Be brief.\\nuser: Where?\\nQuick: now! | SYSTEM Be brief.,USER Where?\\nQuick: now!",
                "openlit | Where: here? | USER Where: here?",
                "another | user: Where is PX7? | USER user: Where is PX7?"
            })
    void partsWhatOpenLitWritesAsOneTextBySpeakers(String sdk, String prompt, String messages) {
        Span span = Otlp.read(("{%s,'attributes':{'gen_ai.operation.name':'chat','telemetry.sdk.name':'%s'},'events':["
                                + "{'name':'gen_ai.content.prompt','attributes':{'gen_ai.prompt':'%s'}}]}")
                        .formatted(IDS, sdk, prompt))
                .span(0);
        assertThat(span.messagesIn().stream()
                        .map(message -> message.role() + " " + message.content().orElse("")))
                .containsExactly(messages.replace("\\n", "\n").split(","));
    }

    @Test
    void readsEventsThatHoldTheWholeMessageInOneAttribute() {
        Span span = Otlp.read("{" + IDS + ",'attributes':{'gen_ai.operation.name':'chat'},'events':["
                        + whole("gen_ai.system.message", "{`role`:`system`,`content`:`Trace parcels.`}") + ","
                        + whole("gen_ai.user.message", "{`message`:{`role`:`user`,`content`:`Where is it?`}}") + ","
                        + whole("gen_ai.tool.message", "{`content`:`Ulm`,`id`:`c1`}") + ","
                        + whole(
                                "gen_ai.choice",
                                "{`index`:0,`finish_reason`:`length`,`message`:{`role`:`assistant`,`content`:`In U`}}")
                        + "]}")
                .span(0);
        assertThat(span.messagesIn())
                .containsExactly(
                        Message.of(Role.SYSTEM, "Trace parcels."),
                        Message.of(Role.USER, "Where is it?"),
                        Message.result("c1", Optional.empty(), "Ulm"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "In U"));
        assertThat(span.model().orElseThrow().finishReason()).contains("length");
    }

    @ParameterizedTest
    @CsvSource({"process_thread_run, 2, 1", "list_messages, 3, 0"})
    void theRunOfAnAzureAgentEndsWithItsAnswer(String operation, int in, int out) {
        String content = "{`content`:{`text`:{`value`:`%s`}},`role`:`%s`}";
        Span span = Otlp.read("{" + IDS + ",'attributes':{'gen_ai.system':'az.ai.agents','gen_ai.operation.name':'"
                        + operation + "'},'events':["
                        + whole("gen_ai.assistant.message", content.formatted("Hello", "assistant")) + ","
                        + whole("gen_ai.user.message", content.formatted("Where is it?", "user")) + ","
                        + whole("gen_ai.assistant.message", content.formatted("In Ulm", "assistant")) + "]}")
                .span(0);
        assertThat(span.messagesIn())
                .hasSize(in)
                .startsWith(Message.of(Role.ASSISTANT, "Hello"), Message.of(Role.USER, "Where is it?"));
        assertThat(span.messagesOut()).hasSize(out).allMatch(Message.of(Role.ASSISTANT, "In Ulm")::equals);
    }

    private static String whole(String event, String message) {
        return "{'name':'%s','attributes':{'gen_ai.system':'az.ai.inference','gen_ai.event.content':'%s'}}"
                .formatted(event, message.replace("`", "\\'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'hello':1} | UNKNOWN_SHAPE: no OTLP",
                "{'traceId':'00000000000000000000000000000000','spanId':'a'} | MISSING_FIELD: traceId",
                "{'timeUnixNano':'1795309923000000000','body':{'stringValue':'up'}} | UNKNOWN_SHAPE: a log record"
            })
    void refusesWhatIsNoSpan(String text, String refusal) {
        Told told = Otlp.read(text);
        assertThat(told.spans()).isEmpty();
        assertThat(told.refusals()).singleElement().asString().startsWith(refusal);
    }

    /** A collector sends the logs and the metrics of an application where it sends its spans: they are not damaged. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'resourceLogs':[{'scopeLogs':[{'logRecords':[{'timeUnixNano':'1','body':{'stringValue':'up'}},{'timeUnixNano':'2'},"
                        + "{'timeUnixNano':'1795309923000000000','traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b173','eventName':"
                        + "'gen_ai.client.inference.operation.details','attributes':[]}]}]}]} | 2 | 1",
                "{'resource_logs':[{'scope_logs':[{'log_records':[{'time_unix_nano':'1'}]}]}]} | 1 | 0",
                "{'resourceMetrics':[{'scopeMetrics':[{'metrics':[{'name':'a'},{'name':'b'}]}]}]} | 2 | 0",
                "{'resourceMetrics':[]} | 0 | 0",
                "{'resourceSpans':[{'scopeSpans':[{'spans':[{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'eee19b7ec3c1b173',"
                        + "'name':'GET /health','kind':2,'attributes':[{'key':'http.request.method','value':{'stringValue':'GET'}}]}]}]}]} | 0 | 1"
            })
    void skipsWhatTellsOfNoCallAndCountsIt(String text, long skipped, int spans) throws Exception {
        Told told = Otlp.read(text);
        assertThat(told.refusals()).isEmpty();
        assertThat(told.spans()).hasSize(spans);
        JsonNode body = Json.parse(text.replace('\'', '"'));
        assertThat(new OtlpLog().skipped(new RawRecord("s", "o", 1, Optional.empty(), "d", body)))
                .isEqualTo(skipped);
    }

    /** Ids and a name may be those of a span in any log. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'traceId':'t','spanId':'s','name':'n'} | false",
                "{'trace_id':'t','span_id':'s','name':'n','request':{},'attributes':{}} | false",
                "{'traceId':'t','spanId':'s','name':'n','startTimeUnixNano':'1'} | true",
                "{'trace_id':'t','span_id':'s','attributes':{'gen_ai.operation.name':'chat'}} | true",
                "{'context':{'trace_id':'t','span_id':'s'},'name':'n'} | true",
                "{'spanContext':{'traceId':'t','spanId':'s'},'name':'n'} | true",
                "{'trace_id':'t','span_id':'s','op':'gen_ai.chat','start_timestamp':1.5} | true",
                "{'timeUnixNano':'1','body':{'stringValue':'up'}} | true"
            })
    void isCertainOfWhatNoOtherLogWrites(String text, boolean certain) throws Exception {
        JsonNode body = Json.parse(text.replace('\'', '"'));
        assertThat(new OtlpLog().isCertain(new RawRecord("s", "o", 1, Optional.empty(), "d", body)))
                .isEqualTo(certain);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'startTimeUnixNano':'1795309923120000000'",
                "'startTimeUnixNano':1795309923120000000",
                "'start_time_unix_nano':'1795309923120000000'",
                "'start_time':'2026-11-22T02:12:03.120+01:00'",
                "'startTime':[1795309923,120000000]",
                "'start_timestamp':1795309923.12"
            })
    void readsEveryWayToWriteATime(String time) {
        assertThat(Otlp.read("{" + IDS + "," + time + "}").span(0).startedAt())
                .contains(Instant.parse("2026-11-22T01:12:03.120Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'stringValue':'x' | \"x\"",
                "'intValue':'-9007199254740993' | -9007199254740993",
                "'intValue':7 | 7",
                "'doubleValue':0.5 | 0.5",
                "'boolValue':true | true",
                "'bytesValue':'AAEC' | \"AAEC\"",
                "'arrayValue':{'values':[{'intValue':'1'}]} | [1]",
                "'kvlistValue':{'values':[{'key':'a.b','value':{'boolValue':false}}]} | {\"a.b\":false}",
                "'string_value':'x' | \"x\""
            })
    void readsEveryKindOfValue(String value, String kept) {
        Span span = Otlp.span("own.key", "{" + value + "}");
        assertThat(span.attributes()).isEqualTo("{\"own.key\":" + kept + "}");
    }

    @ParameterizedTest
    @CsvSource({"1, OK", "2, ERROR", "0, UNSET", "'STATUS_CODE_ERROR', ERROR", "'STATUS_CODE_OK', OK", "'Unset', UNSET"
    })
    void readsTheStatusByNumberOrName(String code, Status status) {
        String written = code.chars().allMatch(Character::isDigit) ? code : "'" + code + "'";
        assertThat(Otlp.read("{" + IDS + ",'status':{'code':" + written + "}}")
                        .span(0)
                        .status())
                .isEqualTo(status);
    }

    @Test
    void saysWhatTheLoggerDropped() {
        assertThat(Otlp.read("{" + IDS + ",'droppedAttributesCount':0}").span(0).fidelity())
                .doesNotContain(Fidelity.DROPPED_ATTRIBUTES);
        assertThat(Otlp.read("{" + IDS + ",'events':[{'name':'e','droppedAttributesCount':1}]}")
                        .span(0)
                        .fidelity())
                .contains(Fidelity.DROPPED_ATTRIBUTES);
    }

    @Test
    void fallsBackFieldByFieldWhereASpanMixesDialects() {
        Span span = Otlp.span(
                "openinference.span.kind", "{'stringValue':'LLM'}",
                "gen_ai.request.model", "{'stringValue':'m'}",
                "ai.response.model", "{'stringValue':'m-2'}",
                "traceloop.association.properties.session_id", "{'stringValue':'s'}",
                "llm.token_count.prompt", "{'intValue':'5'}",
                "gen_ai.usage.output_tokens", "{'intValue':'6'}");
        assertThat(span.kind()).isEqualTo(SpanKind.LLM);
        assertThat(span.model().orElseThrow().requested()).contains("m");
        assertThat(span.model().orElseThrow().responded()).contains("m-2");
        assertThat(span.sessionId()).contains("s");
        assertThat(span.usage().orElseThrow().inputTokens()).contains(5L);
        assertThat(span.usage().orElseThrow().outputTokens()).contains(6L);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "{`inputs`:{`messages`:[{`role`:`user`,`content`:`hi`}]}} | {`outputs`:{`messages`:[{`role`:`assistant`,`content`:`yo`}]}} | hi | yo",
                "{`inputs`:[{`role`:`user`,`content`:`hi`}]} | {`outputs`:`yo`} | hi | yo",
                "{`inputs`:{`input`:`hi`},`tags`:[],`kwargs`:{}} | {`outputs`:{`output`:`yo`},`kwargs`:{}} | hi | yo",
                "{`inputs`:`hi`,`site`:7} | {`outputs`:`yo`,`site`:7} | {\"inputs\":\"hi\",\"site\":7} | {\"outputs\":\"yo\",\"site\":7}"
            })
    void readsWhatTraceloopNotesAroundInputsAndOutputs(String input, String output, String asked, String said) {
        Span span = Otlp.span(
                "traceloop.span.kind", "{'stringValue':'workflow'}",
                "traceloop.entity.input", "{'stringValue':'" + input.replace("`", "\\'") + "'}",
                "traceloop.entity.output", "{'stringValue':'" + output.replace("`", "\\'") + "'}");
        assertThat(span.messagesIn()).extracting(Message::content).containsExactly(Optional.of(asked));
        assertThat(span.messagesOut()).extracting(Message::content).containsExactly(Optional.of(said));
    }

    @Test
    void keepsWhatTwoDialectsSayDifferently() {
        Span span =
                Otlp.span("llm.model_name", "{'stringValue':'one'}", "gen_ai.request.model", "{'stringValue':'other'}");
        assertThat(span.model().orElseThrow().requested()).contains("one");
        assertThat(span.attributes() + span.model().orElseThrow().parameters()).contains("other");
    }

    @ParameterizedTest
    @CsvSource({
        "langfuse.observation.type, generation, LLM",
        "openinference.span.kind, llm, LLM",
        "openinference.span.kind, RERANKER, RETRIEVER",
        "gen_ai.operation.name, text_completion, LLM",
        "gen_ai.operation.name, embeddings, EMBEDDING",
        "gen_ai.operation.name, invoke_workflow, CHAIN",
        "ai.operationId, ai.streamText.doStream, LLM",
        "operation.name, ai.generateText.doGenerate desk, LLM",
        "ai.operationId, ai.streamText, CHAIN",
        "traceloop.span.kind, task, CHAIN",
        "llm.request.type, completion, LLM",
        "mastra.span.type, model_chunk, CHAIN",
        "mastra.span.type, scorer_run, EVALUATOR",
        "gen_ai.operation.type, ai_client, LLM",
        "sentry.op, gen_ai.handoff, CHAIN",
        "gen_ai.tool.name, find, TOOL",
        "gen_ai.response.model, m, LLM",
        "http.route, /, CHAIN"
    })
    void tellsTheKind(String name, String value, SpanKind kind) {
        assertThat(Otlp.span(name, "{'stringValue':'" + value + "'}").kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource({"100, 40, 100", "10, 40, 50"})
    void aCacheLargerThanTheInputWasLeftOutOfIt(long input, long cached, long whole) {
        Span span = Otlp.span(
                "gen_ai.operation.name", "{'stringValue':'chat'}",
                "gen_ai.usage.input_tokens", "{'intValue':'" + input + "'}",
                "gen_ai.usage.cache_read.input_tokens", "{'intValue':'" + cached + "'}");
        assertThat(span.usage().orElseThrow().inputTokens()).contains(whole);
    }

    /** OpenInference: the one link of a carrier tells what it is about; its parent must not. */
    @Test
    void feedbackThatCameLaterIsOfTheSpanThatItLinksTo() {
        Told told = Otlp.read("{" + IDS + ",'parentSpanId':'00000000000000aa','links':[{'traceId':"
                + "'0000000000000000000000000000000b','spanId':'00000000000000bb'}],'endTimeUnixNano':'1795309923120000000',"
                + "'attributes':[{'key':'annotations.0.annotation.name','value':{'stringValue':'helpful'}},"
                + "{'key':'annotations.0.annotation.score','value':{'doubleValue':0.5}}]}");
        assertThat(told.spans()).isEmpty();
        assertThat(told.signals()).singleElement().satisfies(signal -> {
            assertThat(signal.traceId()).contains("0000000000000000000000000000000b");
            assertThat(signal.spanId()).contains("00000000000000bb");
            assertThat(signal.channel()).isEqualTo(SignalChannel.JUDGE);
            assertThat(signal.value()).contains(0.5);
            assertThat(signal.eventAt()).contains(Instant.parse("2026-11-22T01:12:03.120Z"));
        });
    }
}
