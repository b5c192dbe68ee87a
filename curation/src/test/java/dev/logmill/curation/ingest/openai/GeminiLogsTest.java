package dev.logmill.curation.ingest.openai;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.SpanText;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Tool;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Gemini's calls as its SDKs spell them, and what only its schemas and answers have. */
class GeminiLogsTest {
    private static final String IDS = "'trace_id':'t','span_id':'s',";
    private static final String REST = "{" + IDS
            + "'request':{'model':'m','contents':[{'role':'user','parts':[{'text':'Rain?'}]}],'systemInstruction':"
            + "{'parts':[{'text':'Be brief'}]},'temperature':0,'tools':[{'functionDeclarations':[{'name':'find'}]}]},"
            + "'response':{'candidates':[{'content':{'role':'model','parts':[{'text':'Yes'}]},'finishReason':'MAX_TOKENS'}],"
            + "'usageMetadata':{'promptTokenCount':340,'candidatesTokenCount':14,'thoughtsTokenCount':5,"
            + "'cachedContentTokenCount':128},'modelVersion':'m-1','responseId':'r','createTime':'2026-01-24T09:20:46.5Z'}}";
    private static final String PYTHON_ANSWER =
            "{'candidates':[{'content':{'role':'model','parts':[{'text':'Yes','thought':null}]},'finish_reason':'MAX_TOKENS',"
                    + "'citation_metadata':null}],'usage_metadata':{'prompt_token_count':340,'candidates_token_count':14,"
                    + "'thoughts_token_count':5,'cached_content_token_count':128,'tool_use_prompt_token_count':null},"
                    + "'model_version':'m-1','response_id':'r','create_time':'2026-01-24T09:20:46.500000Z','prompt_feedback':null}";
    private static final String CONFIG =
            "{'system_instruction':'Be brief','temperature':0,'tools':[{'function_declarations':"
                    + "[{'name':'find'}],'google_search':null}],'http_options':{'headers':{'x-goog-api-key':'k'}}}";

    private static String told(Span span) {
        return Json.canonical(SpanText.of(span));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{" + IDS + "'request':{'model':'m','contents':'Rain?','config':" + CONFIG + "},'response':"
                        + PYTHON_ANSWER + "}",
                "{" + IDS + "'model':'m','contents':'Rain?','config':" + CONFIG + ",'response':" + PYTHON_ANSWER + "}",
                "{" + IDS + "'request':{'model':'m','contents':'Rain?','config':" + CONFIG
                        + "},'response':[{'candidates':"
                        + "[{'content':{'role':'model','parts':[{'text':'Y'}]},'finish_reason':null}],'usage_metadata':null},"
                        + "{'candidates':[{'content':{'role':'model','parts':[{'text':'es'}]},'finish_reason':'MAX_TOKENS'}],"
                        + "'usage_metadata':{'prompt_token_count':340,'candidates_token_count':14,'thoughts_token_count':5,"
                        + "'cached_content_token_count':128},'model_version':'m-1','response_id':'r','create_time':"
                        + "'2026-01-24T09:20:46.5Z'}]}"
            })
    void thePythonSdkSpellsTheSameCall(String record) throws Exception {
        Span rest = Records.span(REST);
        assertThat(rest.usage().orElseThrow().outputTokens()).contains(19L);
        assertThat(told(Records.span(record))).isEqualTo(told(rest));
    }

    @Test
    void theTimeOfTheAnswerStandsInForTheLogs() throws Exception {
        assertThat(Records.span(REST).startedAt()).contains(Instant.parse("2026-01-24T09:20:46.5Z"));
        assertThat(Records.span(REST.replace("'trace_id':'t'", "'timestamp':1769246400"))
                        .startedAt())
                .contains(Instant.ofEpochSecond(1769246400));
    }

    /** LangChain's messages have usage of the name that Gemini's chunks have in Python. */
    @Test
    void countsOfOtherNamesMakeNoChunk() {
        String message =
                "{'type':'ai','content':'Yes','usage_metadata':{'input_tokens':1,'output_tokens':2,'total_tokens':3}}";
        assertThatThrownBy(() -> Records.span(message)).isInstanceOf(UnreadableRecord.class);
        assertThat(new OpenAiLog().isPiece(Records.json(message))).isFalse();
        assertThat(new OpenAiLog().isPiece(Records.json("{'usage_metadata':{'prompt_token_count':1}}")))
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'blockReason':'SAFETY'} | SAFETY",
                "{'block_reason':'OTHER'} | OTHER",
                "{'blockReason':'SAFETY','blockReasonMessage':'Not this.'} | Not this."
            })
    void aBlockedPromptIsRefused(String feedback, String refusal) throws Exception {
        String snake = feedback.contains("_") ? "prompt_feedback" : "promptFeedback";
        Span span = Records.span(
                "{'request':{'contents':'x'},'response':{'%s':%s},'timestamp':1769246446}".formatted(snake, feedback));
        assertThat(span.messagesOut()).extracting(Message::refusal).containsExactly(Optional.of(refusal));
        assertThat(span.model().orElseThrow().finishReason()).contains("content_filter");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'OBJECT','properties':{'a':{'type':'STRING','nullable':true}}} | {'properties':{'a':{'type':['string','null']}},'type':'object'}",
                "{'type':'STRING','enum':['a'],'nullable':true} | {'enum':['a',null],'type':['string','null']}",
                "{'type':'STRING','nullable':false} | {'type':'string'}",
                "{'type_':6,'properties':{'a':{'type_':1},'type':{'type_':5,'items':{'type_':3}}}} | {'properties':{'a':{'type':'string'},'type':{'items':{'type':'integer'},'type':'array'}},'type':'object'}",
                "{'type':6,'properties':{'nullable':{'type':2}}} | {'properties':{'nullable':{'type':'number'}},'type':'object'}",
                "{'type':'object','properties':{'a':{'type':'string','nullable':true,'default':{'type':'OBJECT'}}}} | {'properties':{'a':{'default':{'type':'OBJECT'},'nullable':true,'type':'string'}},'type':'object'}",
                "{'type':99} | {'type':99}"
            })
    void itsSchemasBecomeJsonSchema(String schema, String plain) throws Exception {
        Span span = Records.span(
                "{'request':{'contents':'x','tools':[{'functionDeclarations':[{'name':'f','parameters':%s}]}]},'response':{'candidates':[]}}"
                        .formatted(schema));
        assertThat(span.tools()).extracting(Tool::parameters).containsExactly(Optional.of(plain.replace('\'', '"')));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'googleSearch':{}} | google_search",
                "{'google_search':{},'function_declarations':null} | google_search",
                "{'codeExecution':{},'functionDeclarations':[{'name':'f'}]} | f code_execution",
                "{'googleSearchRetrieval':{'dynamicRetrievalConfig':{'mode':'MODE_DYNAMIC'}}} | google_search_retrieval",
                "{'type':'custom','custom':{'name':'c'}} | c",
                "{'type':'web_search'} | web_search"
            })
    void itsOwnToolsGoByTheirFields(String tool, String names) throws Exception {
        Span span =
                Records.span("{'request':{'contents':'x','tools':[%s]},'response':{'candidates':[]}}".formatted(tool));
        assertThat(span.tools()).extracting(Tool::name).containsExactly(names.split(" "));
        assertThat(span.attributes().contains("MODE_DYNAMIC")).isEqualTo(tool.contains("MODE_DYNAMIC"));
    }

    @Test
    @Timeout(60)
    void aLongStreamIsJoinedInOnePass() throws Exception {
        ObjectNode record = (ObjectNode) Records.json("{'request':{'contents':'x'}}");
        ArrayNode chunks = record.putArray("response");
        // Joined text by text it were 160 GB of copies.
        int pieces = 200_000;
        for (int i = 0; i < pieces; i++) {
            chunks.add(Records.json("{'candidates':[{'content':{'parts':[{'text':'abcdefgh'}]}}]}"));
        }
        Span span = Records.span(record);
        assertThat(span.messagesOut().get(0).content().orElseThrow()).hasSize(8 * pieces);
    }
}
