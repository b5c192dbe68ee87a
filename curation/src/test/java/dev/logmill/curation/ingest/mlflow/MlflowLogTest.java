package dev.logmill.curation.ingest.mlflow;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Usage;
import io.opentelemetry.proto.common.v1.AnyValue;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.common.v1.KeyValueList;
import io.opentelemetry.proto.trace.v1.TracesData;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MlflowLogTest {
    private static final String HEX = "5b8efff798038103d269b633813fc60c";
    private static final String SPAN = "'span_id':'00f067aa0ba90001','name':'n'";

    private static Told read(String written) {
        byte[] bytes = written.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        return Told.by(new MlflowLog(), "a.jsonl", bytes);
    }

    /** A span whose attributes are JSON in text, as MLflow writes them. */
    private static String span(String attributes) {
        return "{" + SPAN + ",'trace_id':'" + HEX + "','attributes':{" + attributes.replace("`", "\\'") + "}}";
    }

    private static String text(String value) {
        JsonNode node = Json.MAPPER.getNodeFactory().textNode(value.replace('\'', '"'));
        return Json.canonical(node);
    }

    @ParameterizedTest
    @CsvSource({
        "tr-5b8efff798038103d269b633813fc60c, 5b8efff798038103d269b633813fc60c",
        "tr-5B8EFFF798038103D269B633813FC60C, 5b8efff798038103d269b633813fc60c",
        "trace:/main.shop/5b8efff798038103d269b633813fc60c, 5b8efff798038103d269b633813fc60c",
        "0ffdc9e3b9ae4b02b151d8e2661a32c9, 0ffdc9e3b9ae4b02b151d8e2661a32c9",
        "0xb8efff798038103d269b633813fc60c, 0b8efff798038103d269b633813fc60c",
        "6f1e-web, 6f1e-web",
        "tr-other, tr-other"
    })
    void aTraceGoesByTheIdThatOpenTelemetryHasForIt(String written, String read) {
        assertThat(read("{'info':{'trace_id':'" + written + "'},'data':{'spans':[{" + SPAN + "}]}}")
                        .span(0)
                        .traceId())
                .isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "'span_id':'APBnqgupAAE=', 00f067aa0ba90001",
                "'span_id':'00f067aa0ba90001', 00f067aa0ba90001",
                "'context':{'span_id':'0xf067aa0ba90001'}, 00f067aa0ba90001"
            })
    void aSpanGoesByItsIdInHex(String id, String read) {
        assertThat(read("{'info':{'trace_id':'t'},'data':{'spans':[{" + id + ",'name':'n'}]}}")
                        .span(0)
                        .spanId())
                .isEqualTo(read);
    }

    @Test
    void aSpanAloneIsOfTheTraceThatItsAttributeNames() {
        Told told = read(span("'mlflow.traceRequestId':'`tr-0ffdc9e3b9ae4b02b151d8e2661a32c9`'"));
        assertThat(told.span(0).traceId()).isEqualTo("0ffdc9e3b9ae4b02b151d8e2661a32c9");
        assertThat(told.span(0).attributes()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource({
        "CHAT_MODEL, LLM",
        "LLM, LLM",
        "AGENT, AGENT",
        "TOOL, TOOL",
        "RERANKER, RETRIEVER",
        "EMBEDDING, EMBEDDING",
        "WORKFLOW, CHAIN",
        "my own, CHAIN"
    })
    void kinds(String type, SpanKind kind) {
        assertThat(read(span("'mlflow.spanType':'`" + type + "`'")).span(0).kind())
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // As MLflow counts: the cache inside the input; what neither input nor output holds is reasoning.
                "{'input_tokens':130,'output_tokens':7,'total_tokens':137,'cache_read_input_tokens':100} | {} | 130 | 7 | 100 |",
                "{'input_tokens':10,'output_tokens':7,'total_tokens':30} | {} | 10 | 20 | |",
                // As the provider does, which tells more; older versions left Anthropic's cache out.
                "{'input_tokens':10,'output_tokens':7,'total_tokens':17} | {'usage':{'input_tokens':10,'output_tokens':7,"
                        + "'cache_read_input_tokens':100}} | 110 | 7 | 100 |",
                "{'input_tokens':30,'output_tokens':9,'total_tokens':39} | {'usage':{'prompt_tokens':30,'completion_tokens':9,"
                        + "'completion_tokens_details':{'reasoning_tokens':4}}} | 30 | 9 | | 4",
                "null | {'usage':{'input_tokens':20,'output_tokens':12,'output_tokens_details':{'reasoning_tokens':6}}} | 20 | 12 | | 6",
                // As LangChain does, where nobody else counts.
                "null | {'generations':[[{'message':{'content':'a','usage_metadata':{'input_tokens':20,'output_tokens':12,"
                        + "'input_token_details':{'cache_read':8},'output_token_details':{'reasoning':6}}}}]]} | 20 | 12 | 8 | 6",
                "null | {'generations':[[{'text':'a'}]],'llm_output':{'token_usage':{'prompt_tokens':20,'completion_tokens':12}}} | 20 | 12 | |"
            })
    void tokens(String counted, String answer, Long in, Long out, Long cached, Long thought) {
        Told told = read(span("'mlflow.spanType':'`CHAT_MODEL`','mlflow.spanOutputs':" + text(answer)
                + ",'mlflow.chat.tokenUsage':" + text(counted)));
        assertThat(told.span(0).usage())
                .contains(new Usage(
                        Optional.of(in),
                        Optional.of(out),
                        Optional.ofNullable(cached),
                        Optional.empty(),
                        Optional.ofNullable(thought)));
        assertThat(told.span(0).attributes()).doesNotContain("tokenUsage");
    }

    @Test
    void whatATraceSumsUpIsCountedNowhere() {
        Told told = read(
                "{'trace_id':'t','trace_metadata':{'mlflow.trace.tokenUsage':'{}','mlflow.trace.cost':'{}'},'spans':["
                        + span("'mlflow.spanType':'`CHAIN`'") + "]}");
        assertThat(told.span(0).usage()).isEmpty();
        assertThat(told.span(0).attributes()).isEqualTo("{}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'contents':[{'role':'user','parts':[{'text':'hi'}]}],'model':'gemini','config':{'temperature':0}} | hi | {\"temperature\":0}",
                "{'modelId':'nova','messages':[{'role':'user','content':[{'text':'hi'}]}],'inferenceConfig':{'maxTokens':5}} | hi | {\"inferenceConfig\":{\"maxTokens\":5}}",
                "{'model':'m','input':'hi','instructions':null,'top_p':1} | hi | {\"top_p\":1}",
                "{'prompt':'hi'} | hi |",
                "[[{'content':'hi','type':'human'}]] | hi |"
            })
    void requestsOfOtherProviders(String inputs, String said, String parameters) {
        Span span = read(span("'mlflow.spanType':'`CHAT_MODEL`','mlflow.spanInputs':" + text(inputs)))
                .span(0);
        assertThat(span.messagesIn()).extracting(Message::content).last().isEqualTo(Optional.of(said));
        assertThat(span.model().flatMap(model -> model.parameters())).isEqualTo(Optional.ofNullable(parameters));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // What was yielded | the answer | what is noted
                "'It ','is.' | It is. |",
                "{'choices':[{'index':0,'delta':{'content':'It '}}]},{'choices':[{'index':0,'delta':{'content':'is.'},'finish_reason':'stop'}]},"
                        + "{'choices':[]} | It is. |",
                "{'choices':[{'index':0,'delta':{'content':'It '}}]} | It | PARTIAL_STREAM",
                "{'type':'response.output_text.delta','item_id':'1','delta':'It'},{'type':'response.output_item.done','item':"
                        + "{'type':'message','role':'assistant','content':[{'type':'output_text','text':'It is.'}]}} | It is. |",
                "{'type':'response.output_text.delta','item_id':'1','delta':'It'} | It | PARTIAL_STREAM",
                "{'type':'response.output_item.added','output_index':0,'item':{'type':'message','role':'assistant','content':[]}},"
                        + "{'type':'response.output_text.delta','output_index':0,'content_index':0,'delta':'It'} | It | PARTIAL_STREAM",
                "{'type':'message_start','message':{'role':'assistant'}},{'type':'content_block_start','index':0,'content_block':"
                        + "{'type':'text','text':''}},{'type':'content_block_delta','index':0,'delta':{'type':'text_delta','text':'It is.'}},"
                        + "{'type':'message_stop'} | It is. |",
                "{'delta':{'role':'assistant','content':'It ','id':'1'}},{'delta':{'role':'assistant','content':'is.','id':'1'}} | It is. |"
            })
    void aStreamedAnswerIsWhole(String yielded, String answer, Fidelity noted) {
        Span span = read(streamed(yielded)).span(0);
        assertThat(span.messagesOut())
                .extracting(message -> message.content().orElse("").strip())
                .containsExactly(answer);
        assertThat(span.fidelity())
                .isEqualTo(Optional.ofNullable(noted).stream().toList());
        assertThat(span.attributes()).isEqualTo("{}");
    }

    private static String streamed(String yielded) {
        String span = span("'mlflow.spanType':'`AGENT`','mlflow.spanOutputs':" + text("[" + yielded + "]"));
        return "{'spans':[" + span.substring(0, span.length() - 1)
                + ",'start_time_unix_nano':1795644950000000000,'events':[{'name':'mlflow.chunk.item.0','attributes':{}}]}]}";
    }

    @Test
    void deltasOfSeveralMessagesStayApart() {
        Told told = read(
                streamed(
                        "{'delta':{'role':'assistant','content':'Once','id':'1'}},"
                                + "{'delta':{'role':'assistant','content':'Twice','id':'2'}},{'delta':{'role':'assistant','content':' more','id':'2'}}"));
        assertThat(told.span(0).messagesOut())
                .extracting(message -> message.content().orElse(""))
                .containsExactly("Once", "Twice more");
    }

    @Test
    void textsInAListThatNobodyYieldedAreAList() {
        Told told = read(span("'mlflow.spanType':'`AGENT`','mlflow.spanOutputs':" + text("['It ','is.']")));
        assertThat(told.span(0).messagesOut())
                .extracting(message -> message.content().orElse(""))
                .containsExactly("[\"It \",\"is.\"]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'messages':[{'role':'user','content':'hi'}],'context':{'conversation_id':'c','user_id':'u'},'custom_inputs':{'a':1}}",
                "{'request':{'input':[{'role':'user','content':'hi'}],'context':{'conversation_id':'c','user_id':'u'},'custom_inputs':{'a':1}}}"
            })
    void aServedAgentIsToldWhoAsks(String inputs) {
        Span span = read(span("'mlflow.spanType':'`AGENT`','mlflow.spanInputs':" + text(inputs)))
                .span(0);
        assertThat(span.sessionId()).contains("c");
        assertThat(span.subject()).contains("u");
        assertThat(span.messagesIn()).extracting(Message::content).containsExactly(Optional.of("hi"));
        assertThat(span.attributes()).isEqualTo("{\"mlflow.custom_inputs\":{\"a\":1}}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'messages':[{'role':'assistant','content':'yes'}]} | AGENT | messages",
                "[{'delta':{'role':'assistant','content':'y','id':'1'}},{'delta':{'role':'assistant','content':'es','id':'1'}}] | AGENT | messages",
                "{'object':'response','output':[{'type':'message','role':'assistant','content':[{'type':'output_text','text':'yes'}]}]} | LLM | input",
                "{'choices':[{'message':{'role':'assistant','content':'yes'}}]} | LLM | messages"
            })
    void aCallWithoutATraceIsReadFromItsRow(String response, SpanKind kind, String asked) {
        Span span =
                read("{'databricks_request_id':'r','request_time':'2026-11-01T10:00:00Z','execution_duration_ms':2000,"
                                + "'requester':'app','request':"
                                + text("{'" + asked + "':[{'role':'user','content':'hi'}],'context':"
                                        + "{'conversation_id':'c','user_id':'u'}}")
                                + ",'response':" + text(response) + "}")
                        .span(0);
        assertThat(span.kind()).isEqualTo(kind);
        assertThat(span.messagesIn()).extracting(Message::content).containsExactly(Optional.of("hi"));
        assertThat(span.messagesOut()).extracting(Message::content).containsExactly(Optional.of("yes"));
        assertThat(span.spanId()).isEqualTo("r");
        assertThat(span.sessionId()).contains("c");
        assertThat(span.subject()).contains("u");
        assertThat(span.startedAt()).contains(Instant.parse("2026-11-01T10:00:00Z"));
        assertThat(span.endedAt()).contains(Instant.parse("2026-11-01T10:00:02Z"));
        assertThat(span.attributes()).doesNotContain("context", "user_id");
    }

    @ParameterizedTest
    @CsvSource({"null, 10", "7, 10", "2026-11-01T10:00:00Z, soon", "soon, 10"})
    void timesOfARowThatAreNoneDoNoHarm(String start, String duration) {
        Told told = read(
                "{'databricks_request_id':'r','request_time':'" + start + "','execution_duration_ms':'" + duration
                        + "','request':{'messages':[]},'response':{'messages':[{'role':'assistant','content':'yes'}]}}");
        assertThat(told.spans().size() + told.refusals().size()).isEqualTo(1);
        assertThat(told.spans()).allSatisfy(span -> assertThat(span.endedAt()).isEmpty());
    }

    @Test
    void anArchivedTraceIsReadAsTheSameInJson() {
        Told archived = Told.by(
                new MlflowLog(),
                "experiments/1/traces/tr-0ffd/artifacts/traces.pb",
                archive().toByteArray());
        Told json = read("{'spans':["
                + span(
                        "'mlflow.traceRequestId':'`tr-0ffdc9e3b9ae4b02b151d8e2661a32c9`','mlflow.spanType':'`CHAT_MODEL`','mlflow.spanLogLevel':'20',"
                                + "'mlflow.spanInputs':" + text("{'model':'m'}"))
                + "]}");
        assertThat(archived.refusals()).isEmpty();
        assertThat(archived.span(0).toBuilder().recordDigest("").build())
                .isEqualTo(json.span(0).toBuilder().recordDigest("").build());
        assertThat(archived.span(0).traceId()).isEqualTo("0ffdc9e3b9ae4b02b151d8e2661a32c9");
        assertThat(archived.span(0).model().flatMap(model -> model.requested())).contains("m");
    }

    private static TracesData archive() {
        TracesData.Builder data = TracesData.newBuilder();
        var span = data.addResourceSpansBuilder().addScopeSpansBuilder().addSpansBuilder();
        span.setTraceId(ByteString.copyFrom(HexFormat.of().parseHex(HEX)))
                .setSpanId(ByteString.copyFrom(HexFormat.of().parseHex("00f067aa0ba90001")))
                .setName("n")
                .addAttributes(attribute("mlflow.traceRequestId", word("tr-0ffdc9e3b9ae4b02b151d8e2661a32c9")))
                .addAttributes(attribute("mlflow.spanType", word("CHAT_MODEL")))
                .addAttributes(attribute(
                        "mlflow.spanLogLevel",
                        AnyValue.newBuilder().setIntValue(20).build()))
                .addAttributes(attribute(
                        "mlflow.spanInputs",
                        AnyValue.newBuilder()
                                .setKvlistValue(KeyValueList.newBuilder().addValues(attribute("model", word("m"))))
                                .build()));
        return data.build();
    }

    private static KeyValue attribute(String key, AnyValue value) {
        return KeyValue.newBuilder().setKey(key).setValue(value).build();
    }

    private static AnyValue word(String text) {
        return AnyValue.newBuilder().setStringValue(text).build();
    }

    @Test
    void eachSpanAndAssessmentIsARecordInItsPlace() {
        Told told = read(
                "{'info':{'trace_id':'t','assessments':[{'assessment_name':'odd','source':{},'feedback':{'value':7}},"
                        + "{'assessment_name':'good','source':{},'feedback':{'value':true}}]},'data':{'spans':[7,{"
                        + SPAN + "}]}}");
        assertThat(told.places())
                .containsExactly("1/data/spans/0", "1/data/spans/1", "1/info/assessments/0", "1/info/assessments/1");
        assertThat(told.refusals())
                .hasSize(2)
                .startsWith("UNKNOWN_SHAPE: spans: no object but NUMBER")
                .last()
                .asString()
                .startsWith("INVALID_FIELD: score odd: ");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'info':{'trace_id':'t'},'data':{'spans':[]}} | MISSING_FIELD: spans: none",
                "{'traces':[{'info':{'trace_id':'t'}},{'odd':1}]} | MISSING_FIELD: spans: none",
                "{'assessment_name':'n','source':{},'feedback':{'value':true}} | MISSING_FIELD: trace_id",
                "{'assessment_name':'n','trace_id':'t','source':{},'feedback':{'value':7}} | INVALID_FIELD: score n",
                "{'assessment_name':'n','trace_id':'t','source':{},'feedback':{'value':1},'create_time':'soon'} | INVALID_FIELD: create_time",
                "{'info':{'trace_id':'t'},'data':{'spans':[{'name':'n','span_id':''}]}} | MISSING_FIELD: spanId",
                "{'odd':1} | UNKNOWN_SHAPE: no trace of MLflow",
                "7 | UNKNOWN_SHAPE: no trace of MLflow"
            })
    void whatCannotBeReadSaysWhy(String document, String refusal) {
        assertThat(read(document).refusals().get(0)).startsWith(refusal);
    }

    @Test
    void aPageOfTracesIsReadThoughOneOfThemIsBroken() {
        Told told = read("{'traces':[{'odd':1},{'info':{'trace_id':'t'},'data':{'spans':[{" + SPAN + "}]}}]}");
        assertThat(told.spans()).hasSize(1);
        assertThat(told.refusals()).hasSize(1);
    }

    @Test
    void theTraceInAResponseTellsTheCallOnce() {
        Told told =
                read("{'databricks_request_id':'r','request':{'messages':[{'role':'user','content':'hi'}]},'response':"
                        + text(
                                "{'choices':[{'message':{'role':'assistant','content':'yes'}}],'databricks_output':{'trace':{'info':{'trace_id':'tr-"
                                        + HEX + "'},'data':{'spans':[{" + SPAN + "}]}}}}")
                        + "}");
        assertThat(told.spans()).extracting(Span::traceId).containsExactly(HEX);
        assertThat(told.span(0).attributes()).isEqualTo("{\"databricks_request_id\":\"r\"}");
    }

    @Test
    void whatIsOfAnotherLogIsReadWithoutBeingSure() {
        MlflowLog dialect = new MlflowLog();
        List<String> spans = List.of(
                "{'spans':[" + span("'mlflow.spanType':'`LLM`'") + "]}",
                "{'spans':[" + span("'llm.model_name':'m'") + "]}");
        assertThat(spans).extracting(document -> certain(dialect, document)).containsExactly(true, false);
    }

    private static boolean certain(MlflowLog dialect, String document) {
        try {
            var record = new dev.logmill.curation.ingest.object.RawRecord(
                    "app", "a.json", 1, Optional.empty(), "", Json.parse(document.replace('\'', '"')));
            return dialect.isCertain(dialect.records(record).get(0));
        } catch (Exception broken) {
            throw new IllegalArgumentException(broken);
        }
    }
}
