package dev.logmill.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code sniff} says of logs. */
class SniffTest {
    private static final String CALL = "{'id':'%s','timestamp':1795309923,'session_id':'s1','request':{'model':'m',"
            + "'messages':[{'role':'user','content':'write to ann@example.com'}],"
            + "'tools':[{'type':'function','function':{'name':'send','parameters':{'type':'object'}}}]},"
            + "'response':{'id':'r','model':'m-1','choices':[{'index':0,'finish_reason':'tool_calls','message':"
            + "{'role':'assistant','content':null,'tool_calls':[{'id':'c1','type':'function','function':"
            + "{'name':'send','arguments':'{\\'b\\': 1, \\'a\\': 2}'}}]}}],"
            + "'usage':{'prompt_tokens':12,'completion_tokens':3}}}%n";

    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text.replace('\'', '"'));
    }

    @Test
    void saysWhatAStoreThatNobodyBroughtNeeds() {
        Said said = Said.by("sniff", "gs://bucket/raw");

        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err())
                .contains("PATH 'gs://bucket/raw': this build has no storage gs; it must be a path")
                .doesNotContain("Exception");
    }

    @Test
    void saysThatABucketCannotBeReachedAndWhatWouldLetItIn() throws IOException {
        write("storage.yaml", """
                storage:
                  fs.s3a.endpoint: http://127.0.0.1:1
                  fs.s3a.endpoint.region: us-east-1
                  fs.s3a.path.style.access: "true"
                  fs.s3a.access.key: a
                  fs.s3a.secret.key: b
                  fs.s3a.attempts.maximum: "1"
                  fs.s3a.retry.limit: "1"
                """);
        Said said = Said.by(
                "sniff",
                "s3://bucket/raw",
                "--config",
                folder.resolve("storage.yaml").toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.err())
                .contains("s3://bucket/raw cannot be reached")
                .contains("AWS_ACCESS_KEY_ID")
                .doesNotContain("\tat ");
    }

    @Test
    void saysWhyAMappingReadsNothing() throws IOException {
        write("own/a.jsonl", "{'q':'hi','a':'yo','at':1767225600}\n");
        write("ms.yaml", "trace: /q\ninput: /q\noutput: /a\nstarted: {at: /at, unit: ms}\n");
        Said said = Said.by(
                "sniff",
                folder.resolve("own").toString(),
                "--mapping",
                folder.resolve("ms.yaml").toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains("IMPLAUSIBLE_TIME")
                .contains("with unit ms")
                .contains("None of it can be read so")
                .doesNotContain("mapping-file");
    }

    @Test
    void printsTheBlockThatNamesTheMappingThatWasGiven() throws IOException {
        write("own/a.jsonl", "{'q':'hi','a':'yo'}\n");
        write("mine.yaml", "input: /q\noutput: /a\n");
        Path mapping = folder.resolve("mine.yaml").toAbsolutePath();
        String from = Path.of("").toAbsolutePath().relativize(mapping).toString();

        for (String given : List.of(mapping.toString(), from)) {
            assertThat(Said.by("sniff", folder.resolve("own").toString(), "--mapping", given)
                            .out())
                    .contains("    mapping-file: \"" + mapping + "\"\n");
        }
    }

    @Test
    void printsEverySpanAsOneLine() throws IOException {
        write("a.jsonl", CALL.formatted("one") + "{'what':'else'}\n" + CALL.formatted("two"));
        List<JsonNode> lines = Said.by("sniff", folder.toString(), "--json").documents();

        assertThat(lines).hasSize(3);
        JsonNode span = lines.get(0);
        assertThat(span.path("dialect").asText()).isEqualTo("openai-log");
        assertThat(span.path("span_id").asText()).isEqualTo("one");
        assertThat(span.path("parent_span_id").isNull()).isTrue();
        assertThat(span.path("kind").asText()).isEqualTo("llm");
        assertThat(span.path("model").asText()).isEqualTo("m-1");
        assertThat(span.path("messages_in").path(0).path("role").asText()).isEqualTo("user");
        assertThat(span.path("messages_out")).isEqualTo(Json.parse("""
                [{"role":"assistant","content":null,"tool_calls":[{"id":"c1","type":"function",
                  "function":{"name":"send","arguments":"{\\"a\\":2,\\"b\\":1}"}}]}]"""));
        assertThat(span.path("tools").path(0).path("function").path("name").asText())
                .isEqualTo("send");
        assertThat(span.path("usage")).isEqualTo(Json.parse("{\"input_tokens\":12,\"output_tokens\":3}"));
        assertThat(span.path("error").isNull()).isTrue();
        assertThat(span.path("fidelity").isArray()).isTrue();
        assertThat(span.path("signals").isArray()).isTrue();
        assertThat(lines.get(1).path("quarantined").asText()).isEqualTo("UNKNOWN_SHAPE");
        assertThat(lines.get(1).path("position").asInt()).isEqualTo(2);
    }

    @Test
    void saysWhereNothingCanBeReadWhichIsAnAnswerToWhatReadsTheLines() throws IOException {
        write("a.jsonl", "{'what':'else'}\n");
        Said said = Said.by("sniff", folder.toString(), "--json");

        assertThat(said.code()).isZero();
        assertThat(said.err()).contains("none of it can be read");
        assertThat(said.lines()).singleElement().asString().contains("UNKNOWN_SHAPE");
        assertThat(Said.by("sniff", folder.toString()).code()).isEqualTo(1);
    }

    @Test
    void putsUpdatesAndFeedbackThatNameARowAloneOnItsSpan() throws IOException {
        write("a/rows.jsonl", """
                {'id':'r1','_is_merge':true,'scores':{'thumb':1},'comment':'good','_audit_source':'external'}
                {'id':'r1','_is_merge':true,'output':{'role':'assistant','content':'yo'}}
                """);
        write(
                "b/rows.jsonl",
                "{'id':'r1','_is_merge':false,'span_id':'s1','root_span_id':'t1','span_attributes':{'type':'llm'},'input':[{'role':'user','content':'hi'}]}\n");
        List<JsonNode> lines = Said.by("sniff", folder.toString(), "--json").documents();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("trace_id").asText()).isEqualTo("t1");
        assertThat(lines.get(0).path("span_id").asText()).isEqualTo("s1");
        assertThat(lines.get(0).path("messages_out").path(0).path("content").asText())
                .isEqualTo("yo");
        assertThat(lines.get(0).path("signals").findValuesAsText("channel")).containsExactly("thumb", "reviewer");
    }

    @Test
    void tellsSeveralFormatsApartByNamesAndPaths() throws IOException {
        String event =
                "{'id':'1','timestamp':'2026-01-24T09:20:46Z','type':'span-create','body':{'id':'s','traceId':'t'}}\n";
        write("in/calls/a.jsonl", CALL.formatted("one"));
        write("in/events/b.jsonl", event);
        assertThat(Said.by("sniff", folder.resolve("in").toString()).out())
                .endsWith("""
                  - name: in-openai-log
                    path: "%1$s/in/calls/*.jsonl"
                    dialect: openai-log
                  - name: in-langfuse
                    path: "%1$s/in/events/*.jsonl"
                    dialect: langfuse
                """.formatted(folder).indent(0));
        write("mixed/1.jsonl", CALL.formatted("one"));
        write("mixed/2.jsonl", event);
        write("mixed/3.jsonl", CALL.formatted("two"));
        assertThat(Said.by("sniff", folder.resolve("mixed").toString()).out())
                .contains("No path takes what is openai-log (1.jsonl and 1 more) and leaves the rest")
                .contains("path: \"" + folder + "/mixed/2.jsonl\"");
    }

    @Test
    void asksOfAllObjectsOfAMixedFolderWhichFormatTheyHave() throws IOException {
        for (int i = 10; i < 29; i++) {
            write("many/a-" + i + ".jsonl", CALL.formatted("one"));
        }
        write(
                "many/b-1.jsonl",
                "{'id':'1','timestamp':'2026-01-24T09:20:46Z','type':'span-create','body':{'id':'s','traceId':'t'}}\n");
        write("many/b-2.jsonl", CALL.formatted("beyond what is shown"));
        assertThat(Said.by("sniff", folder.resolve("many").toString()).out())
                .contains("at no more than 20 objects")
                .contains("path: \"" + folder + "/many/b-1.jsonl\"")
                .contains("No path takes what is openai-log (a-10.jsonl and 19 more)");
    }

    /** As ingest does, whatever comes first. */
    @Test
    void showsTheLaterOfTwoVersionsOfACall() throws IOException {
        String call =
                "{'timestamp':'2026-01-24T09:20:%s','request':{'model':'m','messages':[{'role':'user','content':'hi'}]},'response':{'id':'c1',"
                        + "'choices':[{'message':{'role':'assistant','content':'%s'}}]}}\n";
        write(
                "versions.jsonl",
                call.formatted("46Z", "early") + call.formatted("49Z", "late") + call.formatted("47Z", "between"));
        assertThat(Said.by("sniff", folder.toString(), "--json").documents())
                .singleElement()
                .satisfies(span -> assertThat(span.path("messages_out")
                                .path(0)
                                .path("content")
                                .asText())
                        .isEqualTo("late"));
    }

    @Test
    void marksTheResultsOfToolsThatFailed() throws IOException {
        write(
                "a.jsonl",
                "{'request':{'model':'m','messages':[{'role':'user','content':'hi'},{'role':'assistant','content':[{'type':'tool_use','id':'t1','name':'get','input':{}}]},"
                        + "{'role':'user','content':[{'type':'tool_result','tool_use_id':'t1','is_error':true,'content':'boom'}]}]},"
                        + "'response':{'id':'m','type':'message','role':'assistant','content':[{'type':'text','text':'sorry'}]}}%n"
                                .formatted());
        JsonNode line =
                Said.by("sniff", folder.toString(), "--json").documents().get(0);

        assertThat(line.path("messages_in").path(2).path("is_error").asBoolean())
                .isTrue();
        assertThat(line.path("messages_out").path(0).has("is_error")).isFalse();
    }

    @Test
    void showsACallThatGoesOnWithItsOwnSystemMessageAlone() throws IOException {
        String call =
                "{'trace_id':'t','request':{'model':'m',%s'input':'%s'},'response':{'id':'%s','object':'response','model':'m','output':[{'type':'message','role':'assistant','content':[{'type':'output_text','text':'yo'}]}]}}%n";
        write(
                "a.jsonl",
                call.formatted("'instructions':'Be brief.',", "hi", "r1")
                        + call.formatted("'instructions':'Be long.','previous_response_id':'r1',", "go on", "r2"));
        List<JsonNode> lines = Said.by("sniff", folder.toString(), "--json").documents();

        assertThat(lines.get(1).path("messages_in").findValuesAsText("content"))
                .containsExactly("Be long.", "hi", "yo", "go on");
    }

    @Test
    void replacesIdentifiersUnlessTextIsAskedForAsItIs() throws IOException {
        write("a.jsonl", CALL.formatted("one"));
        String file = folder.resolve("a.jsonl").toString();

        assertThat(Said.by("sniff", file, "--json").out())
                .doesNotContain("ann@")
                .contains("EMAIL");
        assertThat(Said.by("sniff", file).out()).doesNotContain("ann@").contains("EMAIL");
        assertThat(Said.by("sniff", file, "--json", "--raw").out()).contains("ann@example.com");
        assertThat(Said.by("sniff", file, "--raw").out()).contains("ann@example.com");
    }

    @Test
    void proposesThePathOfAFileWithTheDateThatItsNameTells() throws IOException {
        write("events-2026-11-01.jsonl", CALL.formatted("one"));
        String file = folder.resolve("events-2026-11-01.jsonl").toString();

        assertThat(Said.by("sniff", file).out())
                .contains("  - name: events\n    path: \"" + folder + "/events-{date}.jsonl\"\n");
        write("other.jsonl", CALL.formatted("two"));
        assertThat(Said.by("sniff", folder.toString()).out()).contains("path: \"" + folder + "/*.jsonl\"\n");
    }

    @Test
    void saysWhatItIsWhatCannotBeReadAndWhatToConfigure() throws IOException {
        write("2026-11-01/a.jsonl", CALL.formatted("one") + "no json\n");
        write("2026-11-02/b.jsonl", CALL.formatted("two"));
        write("_tmp/c.jsonl", "hidden");
        Said said = Said.by("sniff", folder.toString());

        assertThat(said.code()).as(said.err()).isZero();
        assertThat(said.out())
                .contains(
                        "2 objects", "dialect openai-log", "3 records: spans: 2 llm; 0 signals; 1 that cannot be read")
                .contains("1 times MALFORMED_JSON: no JSON at byte 0 (first: 2026-11-01/a.jsonl, 2)")
                .contains("send({\"a\":2,\"b\":1})")
                .contains("path: \"" + folder + "/{date}/*.jsonl\"");
    }

    @Test
    void showsTheFirstSignalsAsTheyAreRead() throws IOException {
        String vote = "{'verdict':'%s','conversation':'t1','call':'c%d','remark':'ask ann@example.com'}%n";
        write(
                "votes.jsonl",
                vote.formatted("great", 1) + vote.formatted("awful", 2).repeat(3));
        write(
                "votes.yaml",
                "unit: feedback\nsignals: [{channel: thumb, value: /verdict, values: {great: 1, awful: 0}, trace: /conversation,"
                        + " span: /call, text: /remark}]\n");
        Said said = Said.by(
                "sniff",
                folder.resolve("votes.jsonl").toString(),
                "--mapping",
                folder.resolve("votes.yaml").toString());

        assertThat(said.out())
                .contains("spans: none; 4 signals")
                .containsSubsequence(
                        "signal thumb 1.0",
                        "  said: ask <EMAIL",
                        "  of span c1, trace t1",
                        "signal thumb 0.0",
                        "  of span c2, trace t1")
                .doesNotContain("ann@");
        assertThat(said.out().lines())
                .filteredOn(line -> line.startsWith("signal "))
                .hasSize(3);
    }

    @Test
    void readsByAMapping() throws IOException {
        write("talks.jsonl", "{'q':'hi','a':'yo'}\n");
        write("mapping.yaml", "input: /q\noutput: /a\n");
        String file = folder.resolve("talks.jsonl").toString();

        assertThat(Said.by("sniff", file).code()).isEqualTo(1);
        List<JsonNode> lines = Said.by(
                        "sniff",
                        file,
                        "--json",
                        "--mapping",
                        folder.resolve("mapping.yaml").toString())
                .documents();
        assertThat(lines).singleElement().satisfies(line -> assertThat(
                        line.path("messages_out").path(0).path("content").asText())
                .isEqualTo("yo"));
    }

    @Test
    void mistakesInTheCommandAreTold() throws IOException {
        write("mapping.yaml", "inputs: /q\n");
        String file = folder.resolve("mapping.yaml").toString();

        assertThat(Said.by("sniff", folder.resolve("none").toString()).code()).isEqualTo(2);
        assertThat(Said.by("sniff", file, "--dialect", "csv").err())
                .startsWith("--dialect must be one of mlflow, otlp-json, langfuse, braintrust, langsmith, openai-log");
        assertThat(Said.by("sniff", file, "--dialect", "mapped").err()).contains("needs --mapping FILE");
        assertThat(Said.by("sniff", file, "--preset", "lmm").err())
                .startsWith("--preset must be one of claude-code, codex, llm, ");
        assertThat(Said.by("sniff", file, "--mapping", file).err()).contains("mapping.inputs is unknown");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "claude-code|{'type':'summary','summary':'s'}\\n{'type':'user','uuid':'u','sessionId':'s','parentUuid':null,'message':{'role':'user','content':'hi'}}\\n"
                        + "{'type':'assistant','uuid':'a','parentUuid':'u','sessionId':'s','message':{'id':'m','role':'assistant','content':[{'type':'text','text':'yo'}]}}",
                "codex|{'type':'session_meta','payload':{'id':'c'}}\\n{'type':'response_item','payload':{'type':'message','role':'user','content':[{'type':'input_text','text':'hi'}]}}",
                "nat|{'parent_id':'root','payload':{'event_type':'LLM_START','event_timestamp':1795309923,'UUID':'l','data':{'input':'hi'}}}\\n"
                        + "{'parent_id':'root','payload':{'event_type':'LLM_END','event_timestamp':1795309924,'UUID':'l','data':{'output':'yo'}}}",
                "openai-agents|{'object':'trace','id':'t','workflow_name':'w'}\\n{'object':'trace.span','id':'s','trace_id':'t','span_data':{'type':'generation',"
                        + "'input':[{'role':'user','content':'hi'}],'output':[{'role':'assistant','content':'yo'}],'model':'m'}}",
                "mastra|{'traceId':'t','spanId':'s','parentSpanId':null,'spanType':'model_generation','name':'n','startedAt':'2026-11-22T01:12:01Z',"
                        + "'attributes':{'model':'m'},'input':{'messages':[{'role':'user','content':'hi'}]},'output':{'text':'yo'}}",
                "mastra|[{'traceId':'t','spanId':'s','parentSpanId':null,'spanType':'llm_generation','name':'n','startedAt':'2026-11-22T01:12:01Z',"
                        + "'attributes':{'model':'m'},'input':{'messages':[{'role':'user','content':'hi'}]},'output':{'text':'yo','files':[]}}]",
                "llm|{'id':'r','model':'m','prompt':'hi','system':null,'response':'yo','conversation_id':'c','duration_ms':9,"
                        + "'datetime_utc':'2026-11-22T01:12:01.123456','input_tokens':1,'output_tokens':1,'tools':[],'tool_calls':[]}",
                "posthog|{'event':'$ai_generation','uuid':'e','timestamp':'2026-11-22T01:12:01Z','distinct_id':'d','properties':{'$ai_trace_id':'t',"
                        + "'$ai_span_id':'s','$ai_input':[{'role':'user','content':'hi'}],'$ai_output_choices':[{'role':'assistant','content':'yo'}]}}",
                "datadog|{'data':[{'id':'1','type':'span','attributes':{'trace_id':'t','span_id':'s','span_kind':'llm','name':'n','start_ns':1795348800000000000,"
                        + "'duration':1,'input':{'messages':[{'role':'user','content':'hi'}]},'output':{'messages':[{'role':'assistant','content':'yo'}]}}}]}",
                "mastra|{'spans':[{'span':{'id':'s','traceId':'t','name':'n','type':'agent_run','startedAt':'2026-11-22T01:12:01Z'},'children':["
                        + "{'span':{'id':'s2','traceId':'t','parentId':'s','name':'m','type':'model_generation','startedAt':'2026-11-22T01:12:01Z'}}]}]}",
                "datadog|[{'name':'n','service':'v','resource':'r','trace_id':0,'span_id':1,'parent_id':0,'type':'','error':0,'start':1795348800000000000,'duration':1}]",
                "phoenix|{'context.trace_id':'t','context.span_id':'s','name':'n','span_kind':'LLM','start_time':'2026-11-22T01:12:01Z',"
                        + "'attributes.llm.input_messages':[{'message.role':'user','message.content':'hi'}]}",
                "phoenix|{'span_id':'6b00000000000001','annotation_name':'helpful','annotator_kind':'HUMAN','result.label':'up','result.score':1.0}",
                "opik|{'id':'s','trace_id':'t','parent_span_id':null,'type':'llm','name':'n','start_time':'2026-11-22T01:12:01Z','model':'m',"
                        + "'input':{'messages':[{'role':'user','content':'hi'}]},'output':{'choices':[{'message':{'role':'assistant','content':'yo'}}]}}",
                "langwatch|{'trace_id':'t','spans':[{'span_id':'s','trace_id':'t','type':'llm','name':'n','timestamps':{'started_at':1795348800000},"
                        + "'input':{'type':'text','value':'hi'},'output':{'type':'text','value':'yo'}}]}"
            })
    void knowsEachPresetByItsShape(String preset, String lines) throws IOException {
        write("logs.jsonl", lines.replace("\\n", "\n") + "\n");
        Said said = Said.by("sniff", folder.toString());

        assertThat(said.code()).as(said.out() + said.err()).isZero();
        assertThat(said.out())
                .contains("dialect mapped/" + preset + "\n", "0 that cannot be read")
                .endsWith("    path: \"" + folder + "/*.jsonl\"\n    dialect: mapped\n    preset: " + preset + "\n");
        assertThat(Said.by("sniff", folder.toString(), "--preset", preset, "--json")
                        .documents())
                .isNotEmpty()
                .allMatch(span -> span.path("dialect").asText().equals("mapped/" + preset));
    }

    /** What was copied out of a row has no marks of any log; a record with the ids of a span need not be OpenTelemetry's. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "braintrust|{'input':[{'role':'user','content':'hi'}],'output':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':'yo'}}]}",
                "braintrust|{'input':[{'role':'user','content':'hi'}],'output':[{'type':'message','role':'assistant','content':[{'type':'output_text','text':'yo'}]}]}",
                "braintrust|{'input':[{'role':'user','content':'hi'}],'output':{'role':'assistant','content':'yo'},'metadata':{'model':'m'}}",
                "openai-log|{'session_id':'s','input':[{'role':'user','content':'hi'}],'output':'yo'}",
                "openai-log|{'traceId':'t','spanId':'s','name':'n','request':{'messages':[{'role':'user','content':'hi'}]},"
                        + "'response':{'choices':[{'index':0,'finish_reason':'stop','message':{'role':'assistant','content':'yo'}}]}}",
                "langfuse|{'id':'o','trace_id':'t','type':'GENERATION','start_time':'2025-09-01 11:00:00.000000','project_id':'p','name':'n','comment':null,"
                        + "'input':[{'role':'user','content':'hi'}],'output':'yo'}",
                "otlp-json|{'traceId':'5b8efff798038103d269b633813fc60c','spanId':'00f067aa0ba90001','name':'chat','kind':3,'attributes':"
                        + "[{'key':'gen_ai.input.messages','value':{'stringValue':'[{`role`:`user`,`content`:`hi`}]'}},"
                        + "{'key':'gen_ai.output.messages','value':{'stringValue':'[{`role`:`assistant`,`content`:`yo`}]'}}]}"
            })
    void knowsWhoseARecordIs(String dialect, String line) throws IOException {
        write("a.json", line.replace("`", "\\'"));
        assertThat(Said.by("sniff", folder.toString(), "--json").documents())
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.path("dialect").asText()).isEqualTo(dialect);
                    assertThat(span.path("messages_in").path(0).path("content").asText())
                            .isEqualTo("hi");
                    assertThat(span.path("messages_out").path(0).path("content").asText())
                            .isEqualTo("yo");
                });
    }

    @Test
    void knowsTheFormatOfScoresThatWaitForTheirScale() throws IOException {
        write(
                "spans.jsonl",
                "{'id':'s','trace_id':'t','type':'llm','name':'n','start_time':'2026-11-22T01:12:01Z','input':{'messages':[{'role':'user','content':'hi'}]},"
                        + "'output':{'choices':[{'message':{'role':'assistant','content':'yo'}}]},'feedback_scores':[{'name':'a','value':4},{'name':'b','value':5}]}\n");
        write(
                "table.csv",
                "id,name,timestamp,input,output,sessionId,userId,latency,helpful\nt,n,2026-11-22T01:12:01Z,hi,yo,c,ann,1.2,4\n");

        assertThat(Said.by("sniff", folder.resolve("spans.jsonl").toString()).out())
                .contains("dialect mapped/opik\n", "2 that cannot be read");
        assertThat(Said.by("sniff", folder.resolve("table.csv").toString()).out())
                .contains("dialect langfuse\n", "spans: 1 chain;", "1 that cannot be read");

        write(
                "scores.jsonl",
                "{'id':'s','timestamp':'2025-09-01 11:00:00.000000','project_id':'p','trace_id':'t','observation_id':null,'name':'stars','value':4,"
                        + "'data_type':'NUMERIC','source':'API','comment':null}\n");
        assertThat(Said.by("sniff", folder.resolve("scores.jsonl").toString()).out())
                .contains("dialect langfuse\n", "1 that cannot be read", "tells the scale of a score by its name");
    }

    private void database(String name, String... statements) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(name));
                Statement statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }

    @Test
    void knowsTheDatabasesOfPresetsByTheirTables() throws Exception {
        database(
                "spans.db",
                "create table mastra_ai_spans (traceId text, spanId text, name text, spanType text, startedAt text)",
                "insert into mastra_ai_spans values ('t', 's', 'n', 'agent_run', '2026-11-22T01:12:01Z')");
        assertThat(Said.by("sniff", folder.toString()).out())
                .contains(
                        "dialect mapped/mastra\n",
                        "spans: 1 agent;",
                        "/*.db\"\n    dialect: mapped\n    preset: mastra\n");
    }

    @Test
    void tellsNobodysNameWhereItSaysThatAnObjectCannotBeRead() throws Exception {
        Files.createDirectories(folder.resolve("ann.vole@example.com"));
        Files.writeString(folder.resolve("ann.vole@example.com/a.jsonl"), "{\"own\":1}\n");

        assertThat(Said.by("sniff", folder.toString()).out())
                .containsPattern("no dialect reads <EMAIL_\\w+>/a.jsonl")
                .doesNotContain("vole");
        assertThat(Said.by("sniff", folder.toString(), "--raw").out())
                .contains("no dialect reads ann.vole@example.com/a.jsonl");
    }

    @Test
    void tellsTheTablesOfADatabaseThatNobodyKnowsWithARowThatHidesWhomItNames() throws Exception {
        database(
                "own.db",
                "create table calls (id integer, asked text, note text, twice as (id * 2))",
                "insert into calls values (1, 'write to ann@example.com', null)",
                "insert into calls values (2, 'unseen', null)",
                "create table \"odd \"\" name\" (user_id text)",
                "insert into \"odd \"\" name\" values ('u-7')",
                "create table empty (id integer)",
                "create view endless as with recursive n(i) as (select 1 union all select i + 1 from n) select i from n");
        Said said = Said.by("sniff", folder.toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains(
                        "no dialect reads own.db\nit is an SQLite database; its tables, each with its columns and a row")
                .contains("or SQLite by a mapping; see --mapping")
                .contains("  empty (id)\n    no row to show\n", "  endless (i)\n    a view or virtual table\n")
                .containsPattern(
                        "  calls \\(id, asked, note\\)\\s+\\{\"id\":1,\"asked\":\"write to <EMAIL_\\w+>\",\"note\":null}")
                .containsPattern("  odd \" name \\(user_id\\)\\s+\\{\"user_id\":\"u1_\\w+\"}")
                .doesNotContain("ann@example.com", "unseen");
        assertThat(Said.by("sniff", folder.toString(), "--raw").out())
                .contains("{\"id\":1,\"asked\":\"write to ann@example.com\",\"note\":null}");
        assertThat(said.out())
                .contains("  query: |\n    select * from calls\n  input: /asked\n  output: /COLUMN_OF_THE_ANSWER\n");
        assertThat(Said.by("sniff", folder.toString(), "--dialect", "openai-log")
                        .out())
                .contains("  calls (id, asked, note)");
        assertThat(Said.by("sniff", folder.toString(), "--json").documents())
                .singleElement()
                .satisfies(line ->
                        assertThat(line.path("detail").asText()).startsWith("an SQLite database, which is no JSON"));
    }

    @Test
    void knowsTheSessionsOfTheOpenAiAgentsSdkByTheirTables() throws Exception {
        database(
                "sessions.db",
                "create table agent_sessions (session_id text primary key, created_at text, updated_at text)",
                "create table agent_messages (id integer primary key, session_id text, message_data text, created_at text)",
                "insert into agent_sessions values ('s', '2026-11-22 01:12:03', '2026-11-22 01:12:09')",
                "insert into agent_messages values (1, 's', '{\"role\":\"user\",\"content\":\"hi\"}', '')",
                "insert into agent_messages values (2, 's', '{\"type\":\"message\",\"role\":\"assistant\",\"content\":[{\"type\":\"output_text\",\"text\":\"yo\"}]}', '')");
        assertThat(Said.by("sniff", folder.toString()).out())
                .contains(
                        "dialect mapped/openai-agents\n",
                        "spans: 1 llm, 1 agent;",
                        "/*.db\"\n    dialect: mapped\n    preset: openai-agents\n");
    }

    /** The lines of the mapping that sniff proposes, as a file. */
    private Path proposed(String name) throws IOException {
        String out = Said.by("sniff", folder.resolve(name).toString()).out();
        String mapping = out.substring(out.indexOf("  query: |"))
                .lines()
                .takeWhile(line -> line.startsWith("  "))
                .map(line -> line.substring(2) + "\n")
                .collect(Collectors.joining());
        return Files.writeString(folder.resolve("proposed.yaml"), mapping);
    }

    @Test
    void proposesAMappingOfAllThatTheColumnsOfATableTell() throws Exception {
        database(
                "own.db",
                "create table calls (id text, session_id text, user_id text, created_at integer, model text, question text, answer text,"
                        + " prompt_tokens integer, completion_tokens integer, latency_ms integer, error text, thumbs integer, comment text)",
                "insert into calls values ('r1', 's1', 'ann', 1795309923000, 'm-1', 'hi', 'yo', 12, 3, 250, null, -1, 'bad')");
        Path mapping = proposed("own.db");
        List<JsonNode> lines = Said.by(
                        "sniff", folder.resolve("own.db").toString(), "--json", "--mapping", mapping.toString())
                .documents();

        assertThat(lines).singleElement().satisfies(span -> {
            assertThat(span.path("span_id").asText()).isEqualTo("r1");
            assertThat(span.path("trace_id").asText()).isEqualTo("s1");
            assertThat(span.path("model").asText()).isEqualTo("m-1");
            assertThat(span.path("usage")).isEqualTo(Json.parse("{\"input_tokens\":12,\"output_tokens\":3}"));
            assertThat(span.path("signals").path(0).path("value").asDouble(1)).isZero();
            assertThat(span.path("signals").path(0).path("text").asText()).isEqualTo("bad");
        });
        assertThat(Files.readString(mapping))
                .contains(
                        "started: {at: /created_at, unit: ms}",
                        "took: {at: /latency_ms, unit: ms}",
                        "user: /user_id",
                        "ask for nullif(thumbs, 0) as thumbs");
    }

    @Test
    void proposesConversationsOfATableWithShortNames() throws Exception {
        database(
                "chat.db",
                "create table log (conv text, role text, content text, at integer, user_email text)",
                "insert into log values ('c1', 'user', 'hi', 1795309923, 'ann@corp.example')",
                "insert into log values ('c1', 'assistant', 'yo', 1795309925, 'ann@corp.example')");
        Path mapping = proposed("chat.db");
        List<JsonNode> lines = Said.by(
                        "sniff", folder.resolve("chat.db").toString(), "--json", "--mapping", mapping.toString())
                .documents();

        assertThat(lines)
                .filteredOn(span -> span.path("kind").asText().equals("llm"))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.path("messages_in").path(0).path("content").asText())
                            .isEqualTo("hi");
                    assertThat(span.path("fidelity")).isEmpty();
                });
        assertThat(Files.readString(mapping))
                .contains("user: /person", "max(user_email) as person", "started: {at: /began, unit: s}");
    }

    @Test
    void leavesOutOfAProposalWhichColumnMessagesOfAConversationShareWhereNoneIsCalledSo() throws Exception {
        database("chat.db", "create table log (matter text, role text, content text)");
        assertThat(Files.readString(proposed("chat.db")))
                .contains(
                        "select COLUMN_OF_THE_CONVERSATION as conversation, json_group_array(json_object('role', role,");
    }

    @Test
    void tellsRefusedRecordsFromNoneWithJson() throws IOException {
        write("refused.jsonl", "{'a':1}\n");
        write("empty.jsonl", "");
        assertThat(Said.by("sniff", "--json", folder.resolve("refused.jsonl").toString())
                        .err())
                .contains("each line says why");
        Said empty = Said.by("sniff", "--json", folder.resolve("empty.jsonl").toString());
        assertThat(empty.out()).isEmpty();
        assertThat(empty.err()).isEqualTo("there is no record in it to read, and so there are no lines\n");
    }

    @Test
    void hidesWhomAnObjectsNameNamesWithJson() throws IOException {
        write("priscilla.oyelaran@corp.example.jsonl", "{'a':1}\n");
        assertThat(Said.by("sniff", "--json", folder.toString()).documents())
                .singleElement()
                .satisfies(line -> assertThat(line.path("object").asText()).matches("<EMAIL_\\w+>[.]jsonl"));
        assertThat(Said.by("sniff", "--json", "--raw", folder.toString()).out()).contains("priscilla.oyelaran@corp");
    }

    @ParameterizedTest
    @CsvSource({
        "--dialect otlp-json --preset claude-code, '--preset is read in dialect mapped, --dialect was ''otlp-json''"
                + ": leave one of them out'",
        "--dialect otlp-json --mapping m.yaml, '--mapping is read in dialect mapped, --dialect was ''otlp-json''"
                + ": leave one of them out'",
        "--preset claude-code --mapping m.yaml, '--mapping and --preset each say how to read it: give one of them'"
    })
    void refusesTwoWaysToReadIt(String options, String problem) throws IOException {
        write("a.jsonl", "{'a':1}\n");
        Said said = Said.by(
                Stream.concat(Stream.of("sniff", folder.resolve("a.jsonl").toString()), Stream.of(options.split(" ")))
                        .toArray(String[]::new));
        assertThat(said.code()).isEqualTo(2);
        assertThat(said.err()).contains(problem);
    }

    @Test
    void proposesWhenAndWhoOfATableWithShortNames() throws Exception {
        database(
                "own.db",
                "create table calls (question text, answer text, at integer, user_email text)",
                "insert into calls values ('hi', 'yo', 1795309923, 'ann@corp.example')");
        assertThat(Files.readString(proposed("own.db"))).contains("user: /user_email", "started: {at: /at, unit: s}");
    }

    @Test
    void proposesConversationsOfATableWithARowForEachMessage() throws Exception {
        database(
                "chat.db",
                "create table messages (id integer primary key, conversation_id text, role text, content text, created_at text)",
                "insert into messages values (1, 'c1', 'user', 'hi', '2026-11-22 01:12:03')",
                "insert into messages values (2, 'c1', 'assistant', 'yo', '2026-11-22 01:12:04')");
        List<JsonNode> lines = Said.by(
                        "sniff",
                        folder.resolve("chat.db").toString(),
                        "--json",
                        "--mapping",
                        proposed("chat.db").toString())
                .documents();

        assertThat(lines)
                .filteredOn(span -> span.path("kind").asText().equals("llm"))
                .singleElement()
                .satisfies(span -> {
                    assertThat(span.path("messages_in").path(0).path("content").asText())
                            .isEqualTo("hi");
                    assertThat(span.path("messages_out").path(0).path("content").asText())
                            .isEqualTo("yo");
                });
    }

    @Test
    void tellsWhichColumnsOfATableHoldWholeConversations() throws Exception {
        database(
                "own.db",
                "create table runs (id integer, messages text, asked text)",
                "insert into runs values (1, '[{\"role\":\"user\",\"content\":\"hi\"},{\"role\":\"assistant\",\"content\":\"yo\"}]',"
                        + " '[{\"role\":\"system\",\"content\":\"hi\"},{\"role\":\"user\",\"content\":\"yo\"}]')");

        assertThat(Said.by("sniff", folder.toString()).out())
                .contains(
                        "    messages holds whole conversations: in a mapping, input is its address and output is left out")
                .doesNotContain("asked holds");
    }

    @Test
    void namesTheManifestsOfAnExportAndSeesWhatLiesBesideManyOfThem() throws IOException {
        String manifest = "{'version':1,'projectId':'p','window':{'minTimestamp':'2026-10-12T01:00:00.000Z',"
                + "'maxTimestamp':'2026-10-12T02:00:00.000Z'},'tables':[],'files':[]}";
        for (int run = 10; run < 40; run++) {
            write("lf/manifests/2026-10-12T02-%d-00.json".formatted(run), manifest);
        }
        write(
                "lf/observations_v2/2026-10-12T02-00-00.jsonl",
                "{'id':'o','trace_id':'t','type':'SPAN','start_time':'2026-10-12T01:12:01Z','name':'n'}\n");
        Said said = Said.by("sniff", folder.resolve("lf").toString());
        Said alone = Said.by("sniff", folder.resolve("lf/manifests").toString());

        assertThat(said.code()).isZero();
        assertThat(said.out())
                .contains(
                        "manifests/2026-10-12T02-10-00.json is a manifest of Langfuse's export, which says what the export"
                                + " wrote: it is read with the export and holds no records; 18 more are like it\n",
                        "dialect langfuse\n",
                        "1 records: spans: 1 chain; 0 signals; 0 that cannot be read")
                .doesNotContain("no dialect reads");
        assertThat(alone.code()).isEqualTo(1);
        assertThat(alone.out())
                .endsWith("Nothing here holds records: name the folder above, where the whole export lies\n");
        assertThat(Said.by("sniff", folder.resolve("lf").toString(), "--json").lines())
                .hasSize(1);
    }

    @Test
    void knowsTracesOfMlflowFromOtherOpenTelemetry() throws IOException {
        String span = "{'trace_id':'%s','span_id':'%s','name':'chat','attributes':{'%s':'\\'CHAT_MODEL\\''}}";
        write(
                "mlflow/traces.json",
                "{'info':{'trace_id':'tr-5b8efff798038103d269b633813fc60c'},'data':{'spans':["
                        + span.formatted("W47/95gDgQPSabYzgT/GDA==", "APBnqgupAAE=", "mlflow.spanType") + "]}}");
        write(
                "otel/spans.json",
                span.formatted("5b8efff798038103d269b633813fc60c", "00f067aa0ba90001", "gen_ai.operation.name"));

        Said mlflow = Said.by("sniff", folder.resolve("mlflow").toString());
        assertThat(mlflow.out())
                .contains("1 records: spans: 1 llm; 0 signals; 0 that cannot be read", "    dialect: mlflow");
        assertThat(Said.by("sniff", folder.resolve("otel").toString()).out()).contains("    dialect: otlp-json");
    }

    @Test
    void showsASpanThatIsToldInPartsWholeWithTheFeedbackOnIt() throws IOException {
        write(
                "batches.jsonl",
                "{'post':[{'id':'r1','trace_id':'r1','run_type':'llm','name':'Chat','start_time':"
                        + "'2026-11-22T01:12:01Z','inputs':{'messages':[{'role':'user','content':'Rain?'}]}}]}\n"
                        + "{'id':'f','run_id':'r1','trace_id':'r1','key':'user','score':1}\n"
                        + "{'patch':[{'id':'r1','trace_id':'r1','end_time':'2026-11-22T01:12:02Z',"
                        + "'outputs':{'choices':[{'message':{'role':'assistant','content':'Yes.'}}]}}]}\n");
        List<JsonNode> lines = Said.by("sniff", folder.toString(), "--json").documents();

        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).path("dialect").asText()).isEqualTo("langsmith");
        assertThat(lines.get(0).path("kind").asText()).isEqualTo("llm");
        assertThat(lines.get(0).path("messages_in").path(0).path("content").asText())
                .isEqualTo("Rain?");
        assertThat(lines.get(0).path("messages_out").path(0).path("content").asText())
                .isEqualTo("Yes.");
        assertThat(lines.get(0).path("signals").path(0).path("channel").asText())
                .isEqualTo("thumb");
        assertThat(Said.by("sniff", folder.toString()).out()).contains("3 records: spans: 1 llm; 1 signals");
    }

    /** The lines in a tar look like those of a log. */
    @Test
    void saysThatAnArchiveIsUnpackedFirst() throws IOException {
        byte[] tar = new byte[512];
        System.arraycopy("ustar  ".getBytes(StandardCharsets.US_ASCII), 0, tar, 257, 7);
        Files.write(folder.resolve("in.tar"), tar);
        write("in.jsonl", CALL.formatted("one"));
        Files.writeString(
                folder.resolve("in.tar"),
                "\n" + Files.readString(folder.resolve("in.jsonl")),
                StandardOpenOption.APPEND);
        Said said = Said.by("sniff", folder.resolve("in.tar").toString());

        assertThat(said.code()).isEqualTo(1);
        assertThat(said.out())
                .contains("no dialect reads in.tar: it is a tar archive; unpack it first")
                .doesNotContain("--mapping", "logmill.yaml");
        assertThat(Said.by("sniff", folder.resolve("in.tar").toString(), "--json")
                        .documents())
                .singleElement()
                .satisfies(line -> assertThat(line.path("detail").asText()).contains("unpack it first"));
        assertThat(Said.by("sniff", folder.toString()).out())
                .contains("no dialect reads in.tar: it is", "dialect openai-log");
    }
}
