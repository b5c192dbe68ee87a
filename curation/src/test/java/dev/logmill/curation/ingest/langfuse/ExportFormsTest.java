package dev.logmill.curation.ingest.langfuse;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.FuzzTest;
import dev.logmill.curation.ingest.Mutations;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rows of an export are the same spans and signals in each form that Langfuse writes, compressed or not. */
class ExportFormsTest {
    @TempDir
    private Path folder;

    /** A folder of the export: its rows, and the types of its columns in Parquet. */
    @SuppressWarnings("ImmutableEnumChecker") // Schemas have no state that changes.
    enum Folder {
        OBSERVATIONS_V2("""
                optional binary project_id (STRING); optional binary type (STRING); optional binary parent_observation_id (STRING);
                optional int64 start_time (TIMESTAMP(MICROS, true)); optional int64 end_time (TIMESTAMP(MICROS, true));
                optional binary name (STRING); optional binary level (STRING); optional binary status_message (STRING);
                optional binary environment (STRING); optional binary user_id (STRING); optional binary session_id (STRING);
                optional binary trace_name (STRING); optional binary release (STRING); optional binary version (STRING);
                optional binary provided_model_name (STRING); optional binary model_parameters (STRING);
                optional binary input; optional binary output; optional double latency;
                optional fixed_len_byte_array(8) total_cost (DECIMAL(18, 12));
                optional binary prompt_name (STRING); optional int32 prompt_version;
                optional int64 updated_at (TIMESTAMP(MICROS, true));
                optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
                optional group usage_details (MAP) { repeated group key_value { required binary key (STRING); optional int64 value; } }
                optional group cost_details (MAP) { repeated group key_value { required binary key (STRING);
                    optional fixed_len_byte_array(8) value (DECIMAL(18, 12)); } }
                optional group tool_definitions (MAP) { repeated group key_value { required binary key (STRING); optional binary value (STRING); } }
                optional group tool_calls (LIST) { repeated group list { optional binary element (STRING); } }
                optional group tool_call_names (LIST) { repeated group list { optional binary element (STRING); } }
                optional group metadata (MAP) { repeated group key_value { required binary key (STRING); optional binary value (STRING); } }
                """, """
                {'id':'a0','trace_id':'t1','project_id':'p','type':'AGENT','parent_observation_id':'','start_time':'2026-11-22 01:12:03.120000','end_time':'2026-11-22 01:12:09.000000','name':'refunds','level':'DEFAULT','status_message':'','environment':'production','user_id':'u_81','session_id':'s_19','trace_name':'support','tags':['refund','a, b'],'release':'1.8.2','version':'7','input':'I was charged \\"twice\\",\\nwhy?','output':'Refunded.','usage_details':{},'metadata':{'resourceAttributes':'{\\"service.name\\":\\"support\\"}','attempt':'3'},'latency':5.88}
                {'id':'a1','trace_id':'t1','project_id':'p','type':'GENERATION','parent_observation_id':'a0','start_time':'2026-11-22 01:12:03.220001','end_time':'2026-11-22 01:12:04.905000','name':'router','level':'DEFAULT','status_message':'','environment':'production','user_id':'u_81','session_id':'s_19','trace_name':'support','tags':[],'provided_model_name':'m-small','model_parameters':'{\\"temperature\\":0}','input':'[{\\"role\\":\\"system\\",\\"content\\":\\"Route\\"},{\\"role\\":\\"user\\",\\"content\\":\\"I was charged twice, 42\\"}]','output':'{\\"role\\":\\"assistant\\",\\"tool_calls\\":[{\\"id\\":\\"c1\\",\\"function\\":{\\"name\\":\\"open_refund\\",\\"arguments\\":\\"{\\\\\\"order\\\\\\":7}\\"}}]}','usage_details':{'input':212,'input_cached_tokens':128,'output':19,'total':359},'cost_details':{'input':0.00003,'output':0.00001},'total_cost':0.00004,'prompt_name':'router','prompt_version':12,'tool_definitions':{'open_refund':'{\\"description\\":\\"Gives money back\\",\\"parameters\\":{\\"type\\":\\"object\\"}}'},'tool_calls':['{}'],'tool_call_names':['open_refund'],'latency':1.685,'metadata':{},'updated_at':'2026-11-22 01:12:10.000000'}
                {'id':'a2','trace_id':'t1','project_id':'p','type':'TOOL','parent_observation_id':'a0','start_time':'2026-11-22 01:12:05.000000','end_time':'2026-11-22 01:12:06.000000','name':'open_refund','level':'ERROR','status_message':'no such order','environment':'production','session_id':'s_19','trace_name':'support','input':'{\\"order\\":7}','output':'42'}
                """),
        SCORES("""
                optional binary project_id (STRING); optional int64 timestamp (TIMESTAMP(MICROS, true));
                optional binary observation_id (STRING); optional binary session_id (STRING); optional binary name (STRING);
                optional binary data_type (STRING); optional double value; optional binary string_value (STRING);
                optional binary source (STRING); optional binary comment (STRING); optional binary environment (STRING);
                optional int64 updated_at (TIMESTAMP(MICROS, true));
                """, """
                {'id':'f1','timestamp':'2026-11-22 09:40:00.000000','project_id':'p','trace_id':'t1','observation_id':null,'session_id':null,'name':'user-thumb','data_type':'BOOLEAN','value':0,'string_value':'False','source':'API','comment':'wrong order, \\"7\\"','environment':'production'}
                {'id':'f2','timestamp':'2026-11-22 09:41:00.000000','project_id':'p','trace_id':'t1','observation_id':'a1','name':'quality','data_type':'CATEGORICAL','value':2,'string_value':'good','source':'ANNOTATION','updated_at':'2026-11-23 09:41:00.000000'}
                {'id':'f3','timestamp':'2026-11-22 09:42:00.000000','project_id':'p','session_id':'s_19','name':'resolved','data_type':'NUMERIC','value':0.8,'source':'EVAL'}
                {'id':'f4','timestamp':'2026-11-22 09:42:00.000000','project_id':'p','trace_id':'t1','name':'stars','data_type':'NUMERIC','value':4,'source':'API'}
                {'id':'f5','timestamp':'2026-11-22 09:43:00.000000','project_id':'p','trace_id':'t1','name':'user-thumb','data_type':'NUMERIC','value':1,'source':'API'}
                """),
        TRACES("""
                optional binary project_id (STRING); optional int64 timestamp (TIMESTAMP(MICROS, true)); optional binary name (STRING);
                optional binary environment (STRING); optional binary user_id (STRING); optional binary session_id (STRING);
                optional binary release (STRING); optional binary version (STRING); optional boolean public; optional boolean bookmarked;
                optional binary input (STRING); optional binary output (STRING);
                optional int64 created_at (TIMESTAMP(MICROS, true)); optional int64 updated_at (TIMESTAMP(MICROS, true));
                optional group tags (LIST) { repeated group list { optional binary element (STRING); } }
                optional group metadata (MAP) { repeated group key_value { required binary key (STRING); optional binary value (STRING); } }
                """, """
                {'id':'t1','timestamp':'2026-11-22 01:12:03.120','name':'chat','environment':'production','project_id':'p','metadata':{'team':'blue'},'user_id':'u_81','session_id':'s_19','release':null,'version':null,'public':false,'bookmarked':true,'tags':['x'],'input':'Rain?','output':'Wet.','created_at':'2026-11-22 01:12:03.000','updated_at':'2026-11-22 01:12:05.000'}
                """),
        OBSERVATIONS("""
                optional binary project_id (STRING); optional binary type (STRING); optional binary parent_observation_id (STRING);
                optional int64 start_time (TIMESTAMP(MILLIS, true)); optional int64 end_time (TIMESTAMP(MILLIS, true));
                optional binary name (STRING); optional binary level (STRING); optional binary status_message (STRING);
                optional binary environment (STRING); optional binary version (STRING); optional binary provided_model_name (STRING);
                optional binary model_parameters (STRING); optional binary input (STRING); optional binary output (STRING);
                optional fixed_len_byte_array(8) total_cost (DECIMAL(18, 12)); optional int32 prompt_version;
                optional group usage_details (MAP) { repeated group key_value { required binary key (STRING); optional int64 value; } }
                optional group metadata (MAP) { repeated group key_value { required binary key (STRING); optional binary value (STRING); } }
                """, """
                {'id':'o1','trace_id':'t1','project_id':'p','type':'GENERATION','parent_observation_id':null,'start_time':'2026-11-22 01:12:03.214','end_time':'2026-11-22 01:12:04.444','name':'call','level':'DEFAULT','status_message':null,'environment':'default','provided_model_name':'m-small','model_parameters':'{}','input':'[{\\"role\\":\\"user\\",\\"content\\":\\"Rain?\\"}]','output':'{\\"role\\":\\"assistant\\",\\"content\\":\\"Wet.\\"}','usage_details':{'input':179,'output':99,'output_reasoning':64,'total':278},'total_cost':0.0002,'prompt_version':3,'metadata':{'ls_provider':'openai','node':'3'}}
                """);

        private final MessageType schema;
        private final List<JsonNode> rows = new ArrayList<>();

        Folder(String columns, String lines) {
            this.schema = MessageTypeParser.parseMessageType(
                    "message row { optional binary id (STRING); optional binary trace_id (STRING); " + columns + "}");
            lines.lines().forEach(line -> rows.add(row(line)));
        }

        private static JsonNode row(String line) {
            try {
                return Json.parse(line.replace('\'', '"'));
            } catch (IOException broken) {
                throw new IllegalArgumentException(line, broken);
            }
        }
    }

    /** What an object says, its bytes aside. */
    private static List<Object> said(String name, byte[] bytes) {
        Told told = Told.by(new LangfuseLog(), "p/2026-11-22T02-00-00." + name, bytes);
        List<Object> said = new ArrayList<>();
        for (Span span : told.spans()) {
            said.add(span.recorded("", LocalDate.EPOCH, 1));
        }
        for (Signal signal : told.signals()) {
            said.add(signal.recorded("", Instant.EPOCH, LocalDate.EPOCH, 1));
        }
        said.addAll(told.refusals());
        return said;
    }

    @ParameterizedTest
    @EnumSource
    void areTheSameRows(Folder rows) {
        byte[] lines = ExportForms.lines(rows.rows);
        List<Object> expected = said("jsonl", lines);
        assertThat(expected).hasSize(rows.rows.size());
        assertThat(expected).filteredOn(one -> one instanceof String).hasSize(rows == Folder.SCORES ? 1 : 0);
        Map<String, byte[]> forms = new TreeMap<>();
        Map.of(
                        "jsonl", lines,
                        "json", ExportForms.array(rows.rows),
                        "csv", ExportForms.csv(rows.rows))
                .forEach((name, bytes) -> {
                    forms.put(name, bytes);
                    forms.put(name + ".gz", ExportForms.gzip(bytes));
                    forms.put(name + ".zst", ExportForms.zstd(bytes));
                });
        forms.put("one line.json", lines);
        for (CompressionCodecName codec : List.of(
                CompressionCodecName.ZSTD,
                CompressionCodecName.SNAPPY,
                CompressionCodecName.GZIP,
                CompressionCodecName.UNCOMPRESSED)) {
            forms.put(codec + ".parquet", ExportForms.parquet(rows.rows, rows.schema, codec, folder));
        }
        forms.forEach((name, bytes) -> assertThat(said(name, bytes)).as(name).containsExactlyElementsOf(expected));
        forms.keySet()
                .forEach(name ->
                        assertThat(said(name, new byte[0])).as(name + ", empty").isEmpty());
    }

    /** Damage ends a table early and is told; what stood before it is read, and nothing hangs or fills the memory: as many as in {@link FuzzTest}. */
    @ParameterizedTest
    @EnumSource
    void areReadAsFarAsTheyAreWhole(Folder rows) {
        List<Object> expected = said("jsonl", ExportForms.lines(rows.rows));
        byte[] csv = ExportForms.csv(rows.rows);
        byte[] parquet = ExportForms.parquet(rows.rows, rows.schema, CompressionCodecName.ZSTD, folder);
        int damaged = 0;
        for (int seed = 0; seed < FuzzTest.MUTATIONS / 30; seed++) {
            Instant begun = Instant.now();
            List<Object> table = said("parquet", Mutations.torn(parquet, seed));
            List<Object> text = said("csv", Mutations.torn(csv, seed));
            assertThat(Duration.between(begun, Instant.now()))
                    .as("seed %d", seed)
                    .isLessThan(Duration.ofSeconds(30));
            assertThat(table.size()).as("seed %d", seed).isBetween(0, expected.size() + 1);
            assertThat(text).as("seed %d", seed).hasSizeLessThanOrEqualTo(2 * expected.size() + 2);
            damaged += table.equals(expected) ? 0 : 1;
        }
        assertThat(damaged).isGreaterThan(FuzzTest.MUTATIONS / 60);
    }
}
