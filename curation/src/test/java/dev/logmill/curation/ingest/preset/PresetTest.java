package dev.logmill.curation.ingest.preset;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.Databases;
import dev.logmill.curation.ingest.Dialect;
import dev.logmill.curation.ingest.Told;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Status;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Formats that are known by name, and what a source may say beside the name. */
class PresetTest {
    private static final String GENERATION = "{'event':'$ai_generation','uuid':'e','timestamp':'2026-11-22T12:00:05Z',"
            + "'distinct_id':'ann','properties':{'$ai_trace_id':'t','$ai_span_id':'s','$ai_model':'m','team':'blue',"
            + "'$ai_input':[{'role':'user','content':'hi'}],'$ai_output_choices':[{'role':'assistant','content':'yo'}],%s}}";

    private static JsonNode json(String text) throws Exception {
        return Json.parse(text.replace('\'', '"'));
    }

    private static Dialect dialect(Preset preset) {
        return dialect(preset, MissingNode.getInstance());
    }

    private static Dialect dialect(Preset preset, JsonNode beside) {
        List<String> problems = new ArrayList<>();
        Dialect dialect = preset.dialect(beside, "mapping", "demo", problems);
        assertThat(problems).isEmpty();
        return dialect;
    }

    private static Told read(Dialect dialect, String name, String text) {
        return Told.by(dialect, name, text.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private static List<String> problems(Preset preset, String beside) throws Exception {
        List<String> problems = new ArrayList<>();
        preset.dialect(json(beside), "sources[0].mapping", "demo", problems);
        return problems;
    }

    @ParameterizedTest
    @EnumSource
    void eachIsFoundByItsName(Preset preset) {
        assertThat(Preset.of(preset.key())).contains(preset);
        assertThat(Preset.accepted()).contains(preset.key());
        assertThat(dialect(preset)).isNotNull();
        assertThat(Preset.of("claude_code")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void noneTakesTheRecordsOfAnybodyElse(Preset preset) {
        for (String other : List.of(
                "{'id':'x','thread_id':'t','messages':[]}",
                "{'type':'user','message':'hi'}",
                "{'id':'x','timestamp':'2026-11-22T12:00:00Z','request':{}}",
                "{'traceId':'t','spanId':'s','name':'n','kind':0}",
                "[1]",
                "7")) {
            Told told = read(dialect(preset), "a.jsonl", other);
            assertThat(told.spans()).as(other).isEmpty();
            assertThat(told.refusals()).as(other).hasSize(1);
        }
    }

    /** Langfuse has a comment in every score, and any table a column so called. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPIK|{'id':'sc1','trace_id':'t','observation_id':'o','name':'thumb','value':0,'comment':'wrong'}",
                "OPIK|{'id':'sc1','trace_id':'t','name':'thumb','value':0,'comment':null}",
                "OPIK|{'asked':'how','answered':'so','score':{'name':'a','value':1}}",
                "LANGWATCH|{'trace_id':'t','event':'login'}",
                "LANGWATCH|{'trace_id':'t','evaluation':{'name':'a','passed':true},'rows':3}"
            })
    void aColumnThatIsCalledAsItsFeedbackMakesNoLogItsOwn(Preset preset, String line) {
        Told told = read(dialect(preset), "a.json", line);
        assertThat(told.signals()).isEmpty();
        assertThat(told.refusals()).isNotEmpty();
    }

    @Test
    void keysBesideAPresetStandAboveItsOwn() throws Exception {
        JsonNode beside = json("{'agent':'=desk','group':'/properties/team','cost':null}");
        Told told = read(dialect(Preset.POSTHOG, beside), "a.jsonl", GENERATION.formatted("'$ai_total_cost_usd':0.5"));
        assertThat(told.span(0).agent()).contains("desk");
        assertThat(told.span(0).groupId()).contains("blue");
        assertThat(told.span(0).costUsd()).isEmpty();
        assertThat(told.span(0).traceId()).isEqualTo("t");
    }

    @Test
    void mistakesBesideAPresetAreTold() throws Exception {
        assertThat(problems(Preset.POSTHOG, "{'trace':'id'}"))
                .isNotEmpty()
                .allMatch(problem -> problem.startsWith("sources[0].mapping"));
        assertThat(problems(Preset.POSTHOG, "[1]"))
                .containsExactly("sources[0].mapping must be a mapping of keys, was [1]");
        assertThat(problems(Preset.CODEX, "{'agent':'=x'}"))
                .containsExactly("sources[0].mapping must go: preset codex takes no mapping; its fields are known");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "openai    |        | 212",
                "anthropic |        | 340",
                "anthropic | false  | 212",
                "openai    | true   | 340"
            })
    void cacheIsPartOfTheInputOrNotAsPosthogSays(String provider, String exclusive, long input) {
        String told = exclusive == null ? "" : ",'$ai_cache_reporting_exclusive':" + exclusive;
        String usage =
                "'$ai_provider':'%s','$ai_input_tokens':212,'$ai_cache_read_input_tokens':128".formatted(provider);
        assertThat(read(dialect(Preset.POSTHOG), "a.jsonl", GENERATION.formatted(usage + told))
                        .span(0)
                        .usage()
                        .orElseThrow()
                        .inputTokens())
                .contains(input);
    }

    /** Ids of devices and people stand among the properties. */
    @Test
    void ofPosthogsPropertiesOnlyKnownOnesAreKept() {
        String more = "'$ai_provider':'openai','$device_id':'d-77','$ip':'192.0.2.1'";
        assertThat(read(dialect(Preset.POSTHOG), "a.jsonl", GENERATION.formatted(more))
                        .span(0)
                        .attributes())
                .isEqualTo("{\"$ai_provider\":\"openai\"}");
    }

    @Test
    void datadogsResultsOfToolsAndThePlaceOfItsHttpApi() {
        Told told = read(
                dialect(Preset.DATADOG),
                "a.json",
                "{'data':{'type':'span','attributes':{'session_id':'se','spans':["
                        + "{'trace_id':'t','span_id':'s','parent_id':'undefined','name':'n','start_ns':1795348800000000000,'duration':1,"
                        + "'meta':{'kind':'llm','input':{'messages':[{'role':'user','content':'hi'},{'role':'assistant','content':'','tool_calls':["
                        + "{'name':'f','arguments':{'a':1},'tool_id':'c1'},{'name':'f','arguments':{'a':2},'tool_id':'c2'}]},"
                        + "{'role':'user','content':'','tool_results':[{'name':'f','result':'one','tool_id':'c1'},{'name':'f','result':'two','tool_id':'c2'}]}]},"
                        + "'output':{'messages':[{'role':'assistant','content':'yo'}]}}}]}}}");
        assertThat(told.refusals()).isEmpty();
        assertThat(told.span(0).sessionId()).contains("se");
        assertThat(told.span(0).messagesIn())
                .extracting(
                        message -> message.role() + " " + message.toolCallId().orElse("") + " "
                                + message.content().orElse(""))
                .containsExactly("USER  hi", "ASSISTANT  ", "TOOL c1 one", "TOOL c2 two");
        assertThat(told.span(0).messagesIn().get(1).toolCalls())
                .extracting(call -> call.id() + call.arguments())
                .containsExactly("c1{\"a\":1}", "c2{\"a\":2}");
    }

    @ParameterizedTest
    @CsvSource({"error, ERROR", "ok, OK"})
    void datadogsStatusSaysWhetherASpanFailedWhereNoErrorStandsBeside(String status, Status read) {
        String span =
                "{'trace_id':'t','span_id':'s','name':'n','start_ns':1795348800000000000,'duration':1,'status':'%s',%s}";
        String kind = "'span_kind':'llm','input':{'value':'hi'}";
        Told sent = read(dialect(Preset.DATADOG), "a.json", span.formatted(status, "'meta':{'kind':'llm'}"));
        Told exported = read(
                dialect(Preset.DATADOG), "a.json", "{'data':[{'attributes':" + span.formatted(status, kind) + "}]}");
        assertThat(sent.span(0).status()).isEqualTo(read);
        assertThat(exported.span(0).status()).isEqualTo(read);
    }

    /** A mapping may be asked of a database that holds none of its tables: the reason names what is missing. */
    @Test
    void aDatabaseOfSomebodyElse() {
        byte[] other = Databases.of("create table calls (id text)");
        assertThat(Told.by(dialect(Preset.LLM), "a.db", other).refusals())
                .singleElement()
                .asString()
                .contains("the query does not fit this database", "no such table: responses");
        assertThat(Told.by(dialect(Preset.PHOENIX), "a.db", other).refusals()).hasSize(1);
    }

    @Test
    void aDataFrameOfPhoenix() {
        Told told = read(
                dialect(Preset.PHOENIX),
                "a.jsonl",
                "{'context.trace_id':'6a000000000000000000000000000001','context.span_id':'6b00000000000001','parent_id':null,"
                        + "'name':'chat','span_kind':'LLM','start_time':'2026-11-22T13:00:00Z','end_time':'2026-11-22T13:00:01Z',"
                        + "'status_code':'OK','attributes.llm.model_name':'m','attributes.llm.token_count.prompt':40,"
                        + "'attributes.llm.input_messages':[{'message.role':'user','message.content':'hi'}],"
                        + "'attributes.llm.output_messages':[{'message.role':'assistant','message.content':'yo'}]}");
        assertThat(told.refusals()).isEmpty();
        assertThat(told.span(0).messagesIn()).hasSize(1);
        assertThat(told.span(0).messagesOut()).hasSize(1);
        assertThat(told.span(0).usage().orElseThrow().inputTokens()).contains(40L);
    }
}
