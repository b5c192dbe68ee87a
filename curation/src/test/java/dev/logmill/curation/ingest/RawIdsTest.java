package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.ContentRedaction;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** No id of a person, a session or a group gets into a row, whatever the log calls it; rows are looked through whole. */
class RawIdsTest {
    private static final LocalDate NIGHT = LocalDate.of(2026, 11, 1);
    private static final List<String> RAW = List.of("erika.mustermann77", "whatsapp-erika-4915", "muster-home-12");

    private static ContentRedaction redaction(String key) {
        return new ContentRedaction(new Pseudonyms(key.getBytes(StandardCharsets.UTF_8)));
    }

    private static Reading.Read read(Dialect dialect, String key, String written) {
        try {
            String record = written.replace('\'', '"');
            String digest = Digest.sha256(record.getBytes(StandardCharsets.UTF_8));
            Reading reading = new RecordReader(dialect, "demo", redaction(key), NIGHT, 1)
                    .read(new RawPiece.Whole(
                            new RawRecord("app", "a.jsonl", 1, Optional.empty(), digest, Json.parse(record))));
            return reading.fold(read -> read, unreadable -> {
                throw new AssertionError(unreadable);
            });
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    /** All that a document holds, each record read alone. */
    private static Reading.Read readAll(Dialect dialect, String written) {
        try {
            String text = written.replace('\'', '"');
            RecordReader reader = new RecordReader(dialect, "demo", redaction("a key for tests only"), NIGHT, 1);
            RawPiece document = new RawPiece.Whole(new RawRecord(
                    "app",
                    "a.jsonl",
                    1,
                    Optional.empty(),
                    Digest.sha256(text.getBytes(StandardCharsets.UTF_8)),
                    Json.parse(text)));
            List<Span> spans = new ArrayList<>();
            List<Signal> signals = new ArrayList<>();
            for (RawPiece record : reader.records(document)) {
                Reading.Read read = reader.read(record).fold(told -> told, unreadable -> {
                    throw new AssertionError(unreadable);
                });
                spans.addAll(read.spans());
                signals.addAll(read.signals());
            }
            return new Reading.Read(spans, signals);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(broken);
        }
    }

    private static Reading.Read mapped(String mapping, String record) throws Exception {
        List<String> problems = new ArrayList<>();
        MappedLog log = MappedLog.of(Json.parse(("{" + mapping + "}").replace('\'', '"')), "mapping", "demo", problems);
        assertThat(problems).isEmpty();
        return read(log, "a key for tests only", record);
    }

    private static void assertNoRawId(Reading.Read read) {
        assertThat(read.spans().toString() + read.signals()).doesNotContain(RAW);
    }

    @Test
    void whatAMappingReadsIsNoAttribute() throws Exception {
        Reading.Read read = mapped(
                "'trace':'/t','span':'/s','user':'/author','session':'/chat','group':'/household','input':'/q','output':'/a',"
                        + "'signals':[{'channel':'thumb','value':'/mark','user':'/rater','session':'/room'}]",
                "{'t':'t1','s':'s1','author':'erika.mustermann77','chat':'whatsapp-erika-4915','household':'muster-home-12',"
                        + "'q':'hi','a':'yes','mark':1,'rater':'erika.mustermann77','room':'whatsapp-erika-4915','zone':7}");
        assertNoRawId(read);
        assertThat(read.spans().get(0).attributes()).isEqualTo("{\"zone\":7}");
        assertThat(read.signals()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user':'/owner/email'",
                "'user':['/nobody','/owner/email']",
                "'user':{'join':['/owner/email','/t']}",
                "'user':'^/owner/email'"
            })
    void whereverInTheRecordTheAddressLeads(String user) throws Exception {
        Reading.Read read = mapped(
                "'trace':'/t'," + user, "{'t':'t1','owner':{'email':'erika.mustermann77','tier':'gold'},'zone':7}");
        assertNoRawId(read);
        assertThat(read.spans().get(0).attributes()).isEqualTo("{\"zone\":7}");
    }

    @Test
    void anIdOfTheDocumentAroundTheRecord() throws Exception {
        assertNoRawId(
                mapped(
                        "'records':'/calls','user':'^/author','session':'/chat'",
                        "{'author':'erika.mustermann77','calls':[{'chat':'whatsapp-erika-4915','copy':'erika.mustermann77'}]}"));
    }

    @Test
    void anIdThatStandsInAFieldThatNobodyMapped() throws Exception {
        Reading.Read read = mapped(
                "'trace':'/t','user':'/author'",
                "{'t':'t1','author':'erika.mustermann77','written_by':'erika.mustermann77','zone':7}");
        assertNoRawId(read);
        assertThat(read.spans().get(0).attributes())
                .contains("\"written_by\":\"u1_")
                .contains("\"zone\":7");
    }

    @Test
    void anIdThatAMessageNamesItsSpeakerBy() throws Exception {
        assertNoRawId(mapped(
                "'unit':'conversation','messages':'/turns','user':'/author','message':{'name':'/by'}",
                "{'author':'erika.mustermann77','turns':[{'role':'user','content':'hi','by':'erika.mustermann77'},"
                        + "{'role':'assistant','content':'yes'}]}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'user':'erika.mustermann77'                            | 'note':1",
                "'safety_identifier':'erika.mustermann77'               | 'note':1",
                "'prompt_cache_key':'erika.mustermann77'                | 'note':1",
                "'user':'erika.mustermann77','prompt_cache_key':'erika.mustermann77' | 'note':1",
                "'metadata':{'user_id':'erika.mustermann77'}            | 'note':1",
                "'metadata':{'user_id':'erika.mustermann77','by':'erika.mustermann77'} | 'note':1",
                "'temperature':0 | 'metadata':{'x-session-id':'whatsapp-erika-4915','user_id':'erika.mustermann77'}",
                "'temperature':0 | 'x_session_id':'whatsapp-erika-4915'",
                "'temperature':0 | 'session_id':'whatsapp-erika-4915','ticket':{'chat':'whatsapp-erika-4915'}",
                "'temperature':0 | 'metadata':{'litellm_session_id':'whatsapp-erika-4915'}",
                "'temperature':0 | 'chat_id':'whatsapp-erika-4915'",
                "'temperature':0 | 'group_id':'muster-home-12','household':'muster-home-12'"
            })
    void ofARequestAndWhatStandsBesideIt(String request, String beside) {
        assertNoRawId(read(
                new OpenAiLog(),
                "a key for tests only",
                "{'request':{'model':'m','messages':[{'role':'user','content':'hi'}]," + request + "},"
                        + "'response':{'object':'chat.completion','choices':[{'message':{'role':'assistant','content':'yes'},"
                        + "'finish_reason':'stop'}]}," + beside + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'user.id':'erika.mustermann77','session.id':'whatsapp-erika-4915'",
                "'enduser.id':'erika.mustermann77','gen_ai.conversation.id':'whatsapp-erika-4915'",
                "'langfuse.user.id':'erika.mustermann77','user.id':'erika.mustermann77','langfuse.session.id':'whatsapp-erika-4915'",
                "'traceloop.association.properties.user_id':'erika.mustermann77',"
                        + "'traceloop.association.properties.thread_id':'whatsapp-erika-4915'",
                "'ai.telemetry.metadata.userId':'erika.mustermann77','ai.telemetry.metadata.sessionId':'whatsapp-erika-4915'",
                "'mastra.metadata.resourceId':'erika.mustermann77','mastra.metadata.threadId':'whatsapp-erika-4915'",
                "'gcp.vertex.agent.llm_request':'{}','gcp.vertex.agent.session_id':'whatsapp-erika-4915'",
                "'langsmith.metadata.user_id':'erika.mustermann77','langsmith.metadata.thread_id':'whatsapp-erika-4915'",
                "'request_data':'{`model`:`m`,`messages`:[],`user`:`erika.mustermann77`,`metadata`:{`user_id`:`erika.mustermann77`}}'",
                "'gen_ai.user':'erika.mustermann77','note':'erika.mustermann77'",
                "'user.id':'someone','ai.telemetry.metadata.userId':'erika.mustermann77'",
                "'braintrust.metadata':'{`user_id`:`erika.mustermann77`,`threadId`:`whatsapp-erika-4915`}'",
                "'genkit:type':'action','genkit:sessionId':'whatsapp-erika-4915'",
                "'lk.job_id':'whatsapp-erika-4915','lk.function_tool.name':'f'",
                "'conversation.id':'whatsapp-erika-4915','conversation.type':'voice'",
                "'metadata':'{`user_id`:`erika.mustermann77`,`session_id`:`whatsapp-erika-4915`}'",
                "'llm.invocation_parameters':'{`user`:`erika.mustermann77`}'",
                "'annotations':[{'annotation':{'name':'n','score':1,'user_id':'erika.mustermann77'}}]"
            })
    void ofTheAttributesOfASpan(String attributes) {
        assertNoRawId(read(
                new OtlpLog(),
                "a key for tests only",
                "{'trace_id':'t','span_id':'s','attributes':{" + attributes.replace("`", "\\'") + "}}"));
    }

    /** Who knows all of a record but its user could try users out on a plain digest. */
    @Test
    void theDigestOfARecordTellsNothingWithoutTheKey() {
        String thumb = "{'trace_id':'t1','feedback':{'thumb':'up'},'user':'erika.mustermann77'}";
        String plain = Digest.sha256(thumb.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
        String one = read(new OpenAiLog(), "a key for tests only", thumb)
                .signals()
                .get(0)
                .recordDigest();
        String again = read(new OpenAiLog(), "a key for tests only", thumb)
                .signals()
                .get(0)
                .recordDigest();
        String other = read(new OpenAiLog(), "another key for tests", thumb)
                .signals()
                .get(0)
                .recordDigest();
        assertThat(one).isEqualTo(again).isNotEqualTo(other).doesNotContain(plain);
    }

    @Test
    void norDoesAnIdThatIsMadeOfARecord() throws Exception {
        String record = "{'author':'erika.mustermann77','q':'hi'}";
        String written = record.replace('\'', '"');
        Reading.Read read = mapped("'user':'/author','input':'/q'", record);
        Span span = read.spans().get(0);
        assertThat(List.of(span.traceId(), span.spanId()))
                .allMatch(id -> id.matches("i1_[a-z2-7]{26}"))
                .doesNotContain(Digest.of("record", Digest.sha256(written.getBytes(StandardCharsets.UTF_8)))
                        .id());
        assertThat(mapped("'user':'/author','input':'/q'", record).spans()).isEqualTo(read.spans());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'id':'o','trace_id':'t','type':'GENERATION','user_id':'erika.mustermann77','session_id':'whatsapp-erika-4915',"
                        + "'metadata':{'userId':'erika.mustermann77','by':'erika.mustermann77','thread_id':'whatsapp-erika-4915'}}",
                "{'id':'t','timestamp':'2026-11-22T01:12:03Z','projectId':'p','name':'n','userId':'erika.mustermann77','sessionId':'whatsapp-erika-4915',"
                        + "'metadata':'{\\'langfuse_session_id\\':\\'whatsapp-erika-4915\\'}'}",
                "{'id':'e','timestamp':'2026-11-22T01:12:03Z','type':'trace-create','body':{'id':'t','userId':'erika.mustermann77',"
                        + "'sessionId':'whatsapp-erika-4915','metadata':{'author':'erika.mustermann77'}}}"
            })
    void ofLangfuse(String record) {
        assertNoRawId(read(new LangfuseLog(), "a key for tests only", record));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'metadata':{'user_id':'erika.mustermann77','session_id':'whatsapp-erika-4915','by':'erika.mustermann77'}",
                "'metadata':{'userId':'erika.mustermann77','threadId':'whatsapp-erika-4915','copy':'whatsapp-erika-4915'}"
            })
    void ofBraintrust(String metadata) {
        assertNoRawId(read(
                new BraintrustLog(),
                "a key for tests only",
                "{'id':'r','root_span_id':'t','span_id':'s'," + metadata + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'extra':{'metadata':{'user_id':'erika.mustermann77','thread_id':'whatsapp-erika-4915','by':'erika.mustermann77'}}",
                "'extra':{'metadata':{'session_id':'whatsapp-erika-4915','conversation_id':'whatsapp-erika-4915'}}"
            })
    void ofLangSmith(String extra) {
        assertNoRawId(read(
                new LangSmithLog(),
                "a key for tests only",
                "{'id':'r','trace_id':'r','run_type':'chain'," + extra + "}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'trace_metadata':{'mlflow.trace.user':'erika.mustermann77','mlflow.trace.session':'whatsapp-erika-4915','by':'erika.mustermann77'}",
                "'trace_metadata':{'mlflow.user':'erika.mustermann77','mlflow.auth.username':'erika.mustermann77','mlflow.gateway.caller':'erika.mustermann77'}",
                "'request_metadata':[{'key':'mlflow.trace.user','value':'erika.mustermann77'}],'tags':{'room':'erika.mustermann77'}",
                "'trace_metadata':{},'tags':{'user_id':'erika.mustermann77','chat_session_id':'whatsapp-erika-4915'}",
                "'trace_metadata':{},'assessments':[{'assessment_name':'n','source':{'source_type':'HUMAN','source_id':'erika.mustermann77'},"
                        + "'feedback':{'value':{'odd':1}}}]"
            })
    void ofMlflow(String info) {
        String span = "{'name':'n','span_id':'s','attributes':{'mlflow.spanType':'CHAIN'}}";
        assertNoRawId(readAll(new MlflowLog(), "{'trace_id':'t'," + info + ",'spans':[" + span + "]}"));
        assertNoRawId(
                readAll(
                        new MlflowLog(),
                        "{'trace_id':'t','trace_metadata':{},'spans':[" + span
                                + "],'assessments':[{'assessment_name':'n',"
                                + "'source':{'source_type':'HUMAN','source_id':'erika.mustermann77'},'feedback':{'value':true}}]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'messages':[{'role':'assistant','content':'yes'}]}",
                "{'choices':[{'message':{'role':'assistant','content':'yes'}}]}"
            })
    void ofWhoAsksAServedAgent(String response) {
        String asked =
                "{'messages':[{'role':'user','content':'hi'}],'context':{'user_id':'erika.mustermann77','conversation_id':'whatsapp-erika-4915'}}";
        assertNoRawId(readAll(
                new MlflowLog(),
                "{'databricks_request_id':'r','requester':'app','request':" + asked + ",'response':" + response + "}"));
        assertNoRawId(readAll(
                new MlflowLog(),
                "{'spans':[{'name':'n','span_id':'s','trace_id':'t','attributes':{'mlflow.spanType':'AGENT','mlflow.spanInputs':"
                        + asked + "}}]}"));
    }

    @Test
    void ofWhoCalledAServedModel() {
        assertNoRawId(readAll(
                new MlflowLog(),
                "{'databricks_request_id':'r','requester':'erika.mustermann77','copy':'erika.mustermann77',"
                        + "'request':{'messages':[{'role':'user','content':'hi'}]},'response':{'choices':[{'message':"
                        + "{'role':'assistant','content':'yes'}}]}}"));
        assertNoRawId(
                readAll(
                        new MlflowLog(),
                        "{'databricks_request_id':'r','requester':'erika.mustermann77','request':{},'response':{'databricks_output':"
                                + "{'trace':{'info':{'trace_id':'t'},'data':{'spans':[{'name':'n','span_id':'s','attributes':{}}]}}}}}"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "posthog|{'event':'$ai_generation','distinct_id':'erika.mustermann77','timestamp':'2026-11-22T01:12:03Z','properties':"
                        + "{'$ai_trace_id':'t','$ai_span_id':'s','$ai_session_id':'whatsapp-erika-4915','by':'erika.mustermann77',"
                        + "'$ai_model_parameters':{'user':'erika.mustermann77'},'$ai_provider':'openai'}}",
                "mastra|{'traceId':'t','spanId':'s','spanType':'agent_run','resourceId':'erika.mustermann77','threadId':'whatsapp-erika-4915',"
                        + "'metadata':{'resourceId':'erika.mustermann77','by':'erika.mustermann77','thread_id':'whatsapp-erika-4915'}}",
                "datadog|{'trace_id':'t','span_id':'s','session_id':'whatsapp-erika-4915','meta':{'kind':'llm','metadata':{'user_id':'erika.mustermann77'}}}",
                "openai-agents|{'object':'trace','id':'t','workflow_name':'w','group_id':'whatsapp-erika-4915','metadata':{'user_id':'erika.mustermann77',"
                        + "'thread':'whatsapp-erika-4915'}}",
                "claude-code|[{'type':'user','uuid':'u','sessionId':'whatsapp-erika-4915','cwd':'/home/erika.mustermann77/x','message':{'role':'user','content':'hi'}}]",
                "codex|[{'type':'session_meta','payload':{'id':'whatsapp-erika-4915','cwd':'/Users/erika.mustermann77'}}]",
                "nat|[{'parent_id':'root','payload':{'event_type':'WORKFLOW_START','event_timestamp':1795309923,'UUID':'w','metadata':"
                        + "{'provided_metadata':{'conversation_id':'whatsapp-erika-4915','user_id':'erika.mustermann77','by':'erika.mustermann77'}}}}]"
            })
    void ofPresets(String preset, String record) {
        Dialect dialect = Preset.of(preset)
                .orElseThrow()
                .dialect(MissingNode.getInstance(), "mapping", "demo", new ArrayList<>());
        assertNoRawId(read(dialect, "a key for tests only", record));
    }
}
