package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.NativeLog.told;
import static dev.logmill.curation.ingest.Written.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.feedback.Evidence;
import dev.logmill.curation.feedback.Label;
import dev.logmill.curation.feedback.LabelConfig;
import dev.logmill.curation.feedback.Labeller;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.RecordSplitter;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.pair.LeakConfig;
import dev.logmill.curation.pair.LeakGroups;
import dev.logmill.curation.pair.LeakTies;
import dev.logmill.curation.pair.Occurrence;
import dev.logmill.curation.pair.Side;
import dev.logmill.curation.pair.Split;
import dev.logmill.curation.privacy.ContentRedaction;
import dev.logmill.curation.privacy.Pseudonyms;
import dev.logmill.curation.run.Run;
import dev.logmill.curation.run.RunAssembler;
import dev.logmill.curation.run.SpanParts;
import dev.logmill.curation.run.Step;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What goes wrong with logs everywhere, a test of its name for each pitfall, through every dialect that can fall into it;
 * where a dialect reads right and the mistake would be made later, through runs, labels and leak groups too. Very many small
 * objects are read in the module of the jobs.
 */
class PitfallsTest {
    private static final String HI = "[{'role':'user','content':'hi'}]";
    private static final String ASKED = "'messages':[{'role':'user','content':'hi'}]";

    private static Reading.Read read(Dialect dialect, JsonNode body) throws Exception {
        return dialect.read(new RawRecord("s", "o", 1, Optional.empty(), body.toString(), body));
    }

    private static Span openai(String record) throws Exception {
        return read(new OpenAiLog(), json(record)).spans().get(0);
    }

    private static List<Span> mapped(String mapping, String record) throws Exception {
        List<String> problems = new ArrayList<>();
        MappedLog log = MappedLog.of(json("{" + mapping + "}"), "mapping", "", problems);
        assertThat(problems).isEmpty();
        return read(log, json(record)).spans();
    }

    /** A span whose attributes are these fields, as Phoenix writes them. */
    private static Span otlp(String fields, String attributes) throws Exception {
        String ids = "'trace_id':'t','span_id':'s'";
        return read(new OtlpLog(), json("{" + ids + fields + ",'attributes':{" + attributes + "}}"))
                .spans()
                .get(0);
    }

    private static String llm(String attributes) {
        return "'openinference.span.kind':'LLM'," + attributes;
    }

    private static String answer(String message) {
        return "{'request':{" + ASKED + "},'response':{'choices':[{'finish_reason':'stop','message':" + message
                + "}]}}";
    }

    @Test
    void overlappingWindows() throws Exception {
        String record = answer("{'content':'yo'}");
        assertThat(openai(record)).isEqualTo(openai(record));
        assertThat(mapped("'input':'/request/messages'", record))
                .isEqualTo(mapped("'input':'/request/messages'", record));
        assertThat(otlp("", llm("'input.value':'hi'"))).isEqualTo(otlp("", llm("'input.value':'hi'")));
    }

    /** The same record in two objects is the same rows, and what was written later stands. */
    @ParameterizedTest
    @EnumSource
    void overlappingWindowsOf(NativeLog log) {
        String fields = "'name':'n','input':" + HI + ",'output':{'role':'assistant','content':'yo'}";
        String first = log.record(told(fields)) + "\n";
        List<Span> again = Told.by(log.dialect(), "window/2.jsonl", ("\n" + first).getBytes(StandardCharsets.UTF_8))
                .spans();
        assertThat(log.read(first).spans()).isEqualTo(again);

        Span newer = log.span(fields + ",'updated':1769246500,'transaction':'1000197000000000002'"
                + (log.isVersionedByItsEnd() ? ",'end':1769246500" : ""));
        assertThat(newer.versionAt()).isAfter(again.get(0).versionAt());
        assertThat(newer.spanId()).isEqualTo(again.get(0).spanId());
    }

    /** Events of one call in any order, in one object or in several: one whole span. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LANGFUSE | {'id':'1','timestamp':'2026-01-24T09:20:46Z','type':'generation-create','body':{'id':'s','traceId':'t','model':'m','input':[{'role':'user','content':'hi'}]}}"
                        + " | {'id':'2','timestamp':'2026-01-24T09:20:48Z','type':'generation-update','body':{'id':'s','traceId':'t','endTime':'2026-01-24T09:20:48Z','output':{'role':'assistant','content':'yo'}}}",
                "BRAINTRUST | {'id':'s','span_id':'s','root_span_id':'t','_is_merge':false,'span_attributes':{'type':'llm'},'metadata':{'model':'m'},'input':[{'role':'user','content':'hi'}],'metrics':{'start':1769246446}}"
                        + " | {'id':'s','span_id':'s','root_span_id':'t','_is_merge':true,'output':[{'message':{'role':'assistant','content':'yo'}}],'metrics':{'end':1769246448}}",
                "LANGSMITH | {'post':[{'id':'s','trace_id':'t','run_type':'llm','start_time':'2026-01-24T09:20:46Z','extra':{'metadata':{'ls_model_name':'m'}},'inputs':{'messages':[{'role':'user','content':'hi'}]}}],'patch':[]}"
                        + " | {'post':[],'patch':[{'id':'s','trace_id':'t','end_time':'2026-01-24T09:20:48Z','outputs':{'choices':[{'message':{'role':'assistant','content':'yo'}}]}}]}"
            })
    void partialUpdates(NativeLog log, String created, String updated) {
        Span start = log.read(json(created) + "\n").span(0);
        Span end = log.read(json(updated) + "\n").span(0);
        List<Span> whole = SpanParts.joined(List.of(start, end));
        assertThat(SpanParts.joined(List.of(end, start))).isEqualTo(whole);
        assertThat(log.read(json(updated) + "\n" + json(created) + "\n").spans())
                .containsExactlyInAnyOrder(start, end);
        assertThat(whole).hasSize(1);
        assertThat(whole.get(0).part()).isEmpty();
        assertThat(whole.get(0).kind()).isEqualTo(SpanKind.LLM);
        assertThat(whole.get(0).messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(whole.get(0).messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(whole.get(0).endedAt()).contains(Instant.ofEpochSecond(1769246448));
        assertThat(whole.get(0).fidelity()).isEmpty();
        assertThat(SpanParts.joined(List.of(start)).get(0).fidelity())
                .contains(Fidelity.MISSING_MESSAGES)
                .doesNotContain(Fidelity.MISSING_START);
        assertThat(SpanParts.joined(List.of(end)).get(0).fidelity()).contains(Fidelity.MISSING_START);
        assertThat(RunAssembler.assemble(List.of(end), 1)).isEmpty();
        assertThat(RunAssembler.assemble(List.of(end, start), 1)).hasSize(1);
    }

    /** A trace in any order, without its middle, or in a circle: a run all the same. */
    @ParameterizedTest
    // simonw/llm keeps calls alone, of no kind and in no tree.
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LLM")
    void splitTraces(NativeLog log) {
        List<Span> spans = new ArrayList<>();
        for (int i = 1; i <= 4; i++) {
            spans.add(log.span("'name':'n','span':'s%d','start':%d,'end':%d,'input':%s,'output':%s%s"
                    .formatted(
                            i,
                            1769246446 + i,
                            1769246447 + i,
                            HI,
                            "{'role':'assistant','content':'" + i + "'}",
                            i == 1 ? "" : ",'parent':'s1'")));
        }
        log.trace().ifPresent(spans::add);
        Run whole = run(spans);
        assertThat(whole.repairs()).isEmpty();
        Random random = new Random(3);
        for (int i = 0; i < 10; i++) {
            Collections.shuffle(spans, random);
            assertThat(run(spans)).isEqualTo(whole);
        }
        spans.sort(Comparator.comparing(Span::spanId));

        Run orphaned = run(spans.subList(1, spans.size()));
        assertThat(orphaned.steps()).hasSize(3);
        assertThat(orphaned.repairs()).hasSize(3);

        spans.set(0, spans.get(0).toBuilder().parentSpanId(Optional.of("s4")).build());
        Run circle = run(spans);
        assertThat(circle.spans()).isEqualTo(spans.size());
        assertThat(circle.repairs()).isNotEmpty();
    }

    @Test
    void lateFeedback() throws Exception {
        Signal alone = read(new OpenAiLog(), json("{'trace_id':'t','timestamp':1769900000,'feedback':'down'}"))
                .signals()
                .get(0);
        assertThat(alone.traceId()).contains("t");
        assertThat(alone.eventAt()).contains(Instant.ofEpochSecond(1769900000));
        Signal linked = read(
                        new OtlpLog(),
                        json(
                                "{'trace_id':'own','span_id':'s','end_time':1769900000,'links':[{'trace_id':'t','span_id':'b'}],"
                                        + "'attributes':{'annotations.0.annotation.name':'n','annotations.0.annotation.score':0}}"))
                .signals()
                .get(0);
        assertThat(linked.traceId()).contains("t");
        assertThat(linked.eventAt()).contains(Instant.ofEpochSecond(1769900000));
    }

    /** Feedback comes days later in a record of its own: it knows what it is about and when it was given. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "LANGFUSE | {'id':'f','trace_id':'t','observation_id':'s','name':'user-thumb','data_type':'BOOLEAN','value':0,'timestamp':'2026-01-27 09:20:46'}",
                "LANGSMITH | {'id':'f','run_id':'s','trace_id':'t','key':'thumb','score':0,'feedback_source':{'type':'api'},'created_at':'2026-01-27T09:20:46Z'}",
                "OPENTELEMETRY | {'timeUnixNano':'1769505646000000000','traceId':'t','spanId':'s','eventName':'gen_ai.evaluation.result','attributes':["
                        + "{'key':'gen_ai.evaluation.name','value':{'stringValue':'thumb'}},{'key':'gen_ai.evaluation.score.value','value':{'doubleValue':0}}]}",
                "OPENAI_LOG | {'trace_id':'t','span_id':'s','timestamp':1769505646,'feedback':'down'}",
                "POSTHOG | {'event':'$ai_metric','uuid':'f','timestamp':'2026-01-27T09:20:46Z','properties':{'$ai_trace_id':'t','$ai_metric_value':'bad'}}"
            })
    void lateFeedbackInARecordOfItsOwn(NativeLog log, String record) {
        Told told = log.read(json(record) + "\n");
        assertThat(told.spans()).isEmpty();
        Signal signal = told.signals().get(0);
        assertThat(signal.traceId()).contains("t");
        // PostHog's are about traces.
        assertThat(signal.spanId()).isEqualTo(log == NativeLog.POSTHOG ? Optional.empty() : Optional.of("s"));
        assertThat(signal.value()).contains(0.0);
        assertThat(signal.eventAt()).contains(Instant.ofEpochSecond(1769505646));
    }

    /** Braintrust and mapped records tell the span again with what was said of it. */
    @ParameterizedTest
    @EnumSource(names = {"BRAINTRUST", "MAPPED"})
    void lateFeedbackInANewerVersion(NativeLog log) throws Exception {
        String scored = "'input':" + HI
                + ",'extra':{'scores':{'thumb':0},'thumb':0},'transaction':'1000197000000000002','updated':1769246500";
        Told told = log == NativeLog.MAPPED
                ? Told.by(
                        MappedLog.of(
                                json("{'trace':'/trace','span':'/span','updated':{'at':'/updated','unit':'s'},"
                                        + "'signals':[{'channel':'thumb','value':'/thumb'}]}"),
                                "mapping",
                                "",
                                new ArrayList<>()),
                        "a.jsonl",
                        (log.record(told(scored)) + "\n").getBytes(StandardCharsets.UTF_8))
                : log.read(told(scored));
        assertThat(told.signals()).hasSize(1);
        assertThat(told.signals().get(0).traceId()).contains("t");
        assertThat(told.signals().get(0).value()).contains(0.0);
        assertThat(told.span(0).versionAt()).isAfter(log.span("'input':" + HI).versionAt());
    }

    /** A label is that of its night: what comes later makes the next one, which says that it flipped. */
    @Test
    void lateFeedbackFlipsTheNextLabelAndNoEarlierOne() {
        Evidence praised = new Evidence(SignalChannel.THUMB, Optional.of("ann"), "r", 1, 1);
        Evidence late = new Evidence(SignalChannel.REVIEWER, Optional.of("rev"), "r", 0, 5);
        Label before = label(List.of(praised), Optional.empty());
        Label after = label(List.of(praised, late), Optional.of(before.probability()));
        assertThat(before.probability()).isGreaterThan(0.5);
        assertThat(after.probability()).isLessThan(0.5);
        assertThat(after.flipped()).isTrue();
        assertThat(after.previous()).contains(before.probability());
        assertThat(label(List.of(praised), Optional.empty())).isEqualTo(before);
    }

    /** A reviewer beats a correction, a correction a thumb, a thumb a judge; no row is lost, and the label is less sure of either. */
    @ParameterizedTest
    @CsvSource({"REVIEWER, CORRECTION", "CORRECTION, THUMB", "THUMB, JUDGE"})
    void conflictingFeedback(SignalChannel stronger, SignalChannel weaker) {
        LabelConfig config = LabelConfig.defaults();
        List<Label> labels = new ArrayList<>();
        for (double good : new double[] {0, 1}) {
            labels.add(label(
                    List.of(
                            new Evidence(stronger, Optional.of("a"), "r", good, config.weight(stronger)),
                            new Evidence(weaker, Optional.of("b"), "r", 1 - good, config.weight(weaker))),
                    Optional.empty()));
        }
        assertThat(labels.get(0).probability()).isLessThan(labels.get(1).probability());
        assertThat(labels).allSatisfy(label -> {
            assertThat(label.signals()).isEqualTo(2);
            assertThat(label.channels()).hasSize(2);
        });
        Label agreed = label(
                List.of(
                        new Evidence(stronger, Optional.of("a"), "r", 0, config.weight(stronger)),
                        new Evidence(weaker, Optional.of("b"), "r", 0, config.weight(weaker))),
                Optional.empty());
        assertThat(labels.get(0).upper() - labels.get(0).lower()).isGreaterThan(agreed.upper() - agreed.lower());
    }

    /** Each dialect knows the unit that its log counts in; a time that cannot be is refused and not guessed at. */
    @ParameterizedTest
    @EnumSource
    void clockUnitsOf(NativeLog log) {
        Span span = log.span("'input':" + HI);
        assertThat(span.startedAt()).contains(Instant.ofEpochSecond(1769246446));
        assertThat(span.endedAt()).contains(Instant.ofEpochSecond(1769246448));
        for (String never : List.of("86400", "32503680000")) {
            // PostHog's events tell the end, and how long it took.
            String end = log == NativeLog.POSTHOG ? ",'end':" + never : "";
            assertThat(log.read(told("'input':" + HI + ",'start':" + never + end))
                            .refusals())
                    .as(never)
                    .hasSize(1)
                    .allMatch(refusal -> refusal.startsWith("IMPLAUSIBLE_TIME"));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "timestamp, 1769246446",
        "timestamp, 1769246446.0",
        "timestamp, 1769246446000",
        "start_time, 1769246446000000",
        "startTime, 1769246446000000000",
        "created_at, '''2026-01-24T09:20:46Z'''",
        "createdAt, '''2026-01-24 09:20:46'''",
        "timestamp, '''2026-01-24T10:20:46+01:00'''",
        "timestamp, '''1769246446'''"
    })
    void clockUnits(String field, String value) throws Exception {
        Span span = openai("{'request':{" + ASKED + "},'" + field + "':" + value + "}");
        assertThat(span.startedAt()).contains(Instant.parse("2026-01-24T09:20:46Z"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void nestedJsonStrings(int levels) throws Exception {
        JsonNode request = json("{" + ASKED + "}");
        JsonNode response = json("{'choices':[{'finish_reason':'stop','message':{'content':'42'}}]}");
        for (int i = 0; i < levels; i++) {
            request = TextNode.valueOf(request.toString());
            response = TextNode.valueOf(response.toString());
        }
        JsonNode record = Json.MAPPER
                .createObjectNode()
                .<com.fasterxml.jackson.databind.node.ObjectNode>set("request", request)
                .set("response", response);
        Span span = read(new OpenAiLog(), record).spans().get(0);
        assertThat(span.messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "42"));
        JsonNode messages = json("[{'role':'user','content':'hi'}]");
        for (int i = 0; i < levels; i++) {
            messages = TextNode.valueOf(messages.toString());
        }
        JsonNode whole = Json.MAPPER
                .createObjectNode()
                .put("trace_id", "t")
                .put("span_id", "s")
                .set("attributes", Json.MAPPER.createObjectNode().set("gen_ai.input.messages", messages));
        assertThat(read(new OtlpLog(), whole).spans().get(0).messagesIn()).containsExactly(Message.of(Role.USER, "hi"));
    }

    /** What is said is decoded where the log writes it as JSON in text, up to three levels, and stays what it was. */
    @ParameterizedTest
    @EnumSource(
            names = {
                "OPENINFERENCE",
                "LANGFUSE",
                "BRAINTRUST",
                "LANGSMITH",
                "OPENAI_AGENTS",
                "POSTHOG",
                "PHOENIX",
                "MAPPED"
            })
    void nestedJsonStringsOf(NativeLog log) {
        JsonNode input = json("{'messages':" + HI + "}");
        for (int level = 0; level < 3; level++) {
            ObjectNode told = told("");
            told.set("input", input);
            if (log == NativeLog.LANGSMITH) {
                told.putObject("extra").set("inputs", input);
            }
            assertThat(log.read(told).span(0).messagesIn())
                    .as("%s, %d levels", log, level)
                    .containsExactly(Message.of(Role.USER, "hi"));
            input = TextNode.valueOf(input.toString());
        }
    }

    @ParameterizedTest
    @EnumSource
    void textThatMerelyLooksLikeJsonIn(NativeLog log) {
        for (String text : List.of("42", "true", "null", "{oops", "[1] and [2]", "{}", "[]")) {
            Span span = log.span("'input':[{'role':'user','content':'" + text
                    + "'}],'output':{'role':'assistant','content':'" + text + "'}");
            assertThat(span.messagesIn()).as(text).containsExactly(Message.of(Role.USER, text));
            assertThat(span.messagesOut()).as(text).containsExactly(Message.of(Role.ASSISTANT, text));
        }
        for (String text : List.of("42", "true", "{oops", "[1] and [2]")) {
            assertThat(log.span("'input':'" + text + "'").messagesIn())
                    .as(text)
                    .containsExactly(Message.of(Role.USER, text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"42", "true", "null", "{oops", "[1] and [2]"})
    void textThatMerelyLooksLikeJson(String text) throws Exception {
        assertThat(mapped("'input':'/in'", "{'in':'" + text + "'}").get(0).messagesIn())
                .containsExactly(Message.of(Role.USER, text));
        assertThat(openai(answer("{'content':'" + text + "'}")).messagesOut())
                .containsExactly(Message.of(Role.ASSISTANT, text));
        assertThat(otlp("", llm("'input.value':'" + text + "'")).messagesIn())
                .containsExactly(Message.of(Role.USER, text));
    }

    /** The same call as each preset's format counts it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "claude-code | [{'type':'assistant','uuid':'u','sessionId':'s','message':{'id':'m','role':'assistant','content':'42','usage':"
                        + "{'input_tokens':212,'cache_read_input_tokens':128,'output_tokens':19}}}]",
                "codex | [{'type':'session_meta','payload':{'id':'c'}},{'type':'response_item','payload':{'type':'message','role':'assistant',"
                        + "'content':[{'type':'output_text','text':'42'}]}},{'type':'event_msg','payload':{'type':'token_count','info':{'total_token_usage':{},"
                        + "'last_token_usage':{'input_tokens':340,'cached_input_tokens':128,'output_tokens':19,'reasoning_output_tokens':5}}}}]",
                "llm | {'id':'i','thread_id':'t','datetime_utc':'2026-01-24T09:20:46','model':'m','input_tokens':340,'output_tokens':19,"
                        + "'token_details':{'prompt_tokens_details':{'cached_tokens':128}}}",
                "openai-agents | {'object':'trace.span','id':'s','trace_id':'t','span_data':{'type':'response','usage':{'input_tokens':340,"
                        + "'output_tokens':19,'input_tokens_details':{'cached_tokens':128},'output_tokens_details':{'reasoning_tokens':5}}}}",
                "nat | [{'payload':{'event_type':'LLM_END','event_timestamp':1769246446,'UUID':'s','usage_info':{'token_usage':"
                        + "{'prompt_tokens':340,'completion_tokens':19,'cached_tokens':128,'reasoning_tokens':5}}}}]",
                "mastra | {'traceId':'t','spanId':'s','spanType':'model_generation','attributes':{'usage':{'inputTokens':340,'outputTokens':19,"
                        + "'inputDetails':{'cacheRead':128},'outputDetails':{'reasoning':5}}}}",
                "posthog | {'event':'$ai_generation','properties':{'$ai_trace_id':'t','$ai_span_id':'s','$ai_provider':'anthropic',"
                        + "'$ai_input_tokens':212,'$ai_cache_read_input_tokens':128,'$ai_output_tokens':19}}",
                "datadog | {'trace_id':'t','span_id':'s','meta':{'kind':'llm'},'metrics':{'input_tokens':340,'output_tokens':19,"
                        + "'cache_read_input_tokens':128,'reasoning_output_tokens':5}}"
            })
    void conventionsOfPresets(String preset, String record) throws Exception {
        Dialect dialect =
                Preset.of(preset).orElseThrow().dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>());
        List<Span> spans = read(dialect, json(record)).spans();
        assertThat(spans.stream()
                        .flatMap(span -> span.usage().stream())
                        .map(usage -> List.of(
                                usage.inputTokens().orElseThrow(),
                                usage.outputTokens().orElseThrow(),
                                usage.cacheReadTokens().orElseThrow())))
                .containsExactly(List.of(340L, 19L, 128L));
    }

    @Test
    void tokenDoubleCount() throws Exception {
        String usage = "'usage':{'input':'/in'}";
        List<Span> spans = mapped(
                "'unit':'conversation','messages':'/messages'," + usage + ",'message':{" + usage + "}",
                "{'in':30,'messages':[{'role':'user','content':'hi'},{'role':'assistant','content':'a','in':10},"
                        + "{'role':'user','content':'go on'},{'role':'assistant','content':'b','in':20}]}");
        assertThat(spans.stream().filter(span -> span.usage().isPresent()))
                .extracting(
                        span -> span.fidelity().contains(Fidelity.ROLLUP_USAGE),
                        span -> span.usage().flatMap(Usage::inputTokens).orElseThrow())
                .containsExactly(tuple(true, 30L), tuple(false, 10L), tuple(false, 20L));
    }

    /** A span above two calls tells their tokens once more: the naive sum is 60, the right one 30. */
    @ParameterizedTest
    // These two keep calls alone: nothing stands above them.
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OPENAI_LOG", "LLM"})
    void tokenDoubleCountOverARun(NativeLog log) {
        for (String kind : List.of("agent", "chain")) {
            List<Span> spans = new ArrayList<>();
            spans.add(log.span("'name':'n','span':'s0','kind':'" + kind + "','input':" + HI + usage(30)));
            spans.add(log.span("'span':'s1','parent':'s0','input':" + HI + usage(10)));
            spans.add(log.span("'span':'s2','parent':'s0','input':" + HI + usage(20)));
            assertThat(run(spans).usage().inputTokens()).as(kind).contains(30L);
            assertThat(run(spans.subList(1, 3)).usage().inputTokens()).contains(30L);
        }
    }

    /** A span above calls of models tells their tokens once more; parts of a call that another span tells have none. */
    @Test
    void tokenDoubleCountOverSpans() throws Exception {
        String usage = "'gen_ai.usage.input_tokens':15";
        assertThat(otlp("", "'gen_ai.operation.name':'chat'," + usage).fidelity())
                .doesNotContain(Fidelity.ROLLUP_USAGE);
        assertThat(otlp("", "'gen_ai.operation.name':'invoke_agent'," + usage).fidelity())
                .contains(Fidelity.ROLLUP_USAGE);
        assertThat(otlp("", "'ai.operationId':'ai.generateText'," + usage).fidelity())
                .contains(Fidelity.ROLLUP_USAGE);
        assertThat(otlp("", "'mastra.span.type':'model_step'," + usage).usage()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'gen_ai.usage.input_tokens':340,'gen_ai.usage.output_tokens':19,'gen_ai.usage.cache_read.input_tokens':128,'gen_ai.usage.reasoning.output_tokens':5",
                "'gen_ai.usage.prompt_tokens':340,'gen_ai.usage.completion_tokens':19,'gen_ai.usage.cache_read_input_tokens':128,'gen_ai.usage.reasoning_tokens':5",
                "'llm.token_count.prompt':340,'llm.token_count.completion':19,'llm.token_count.prompt_details.cache_read':128,'llm.token_count.completion_details.reasoning':5",
                "'ai.usage.inputTokens':340,'ai.usage.outputTokens':19,'ai.usage.cachedInputTokens':128,'ai.usage.reasoningTokens':5",
                "'gen_ai.usage.input_tokens':340,'gen_ai.usage.output_tokens':19,'gen_ai.usage.input_tokens.cached':128,'gen_ai.usage.output_tokens.reasoning':5",
                "'langfuse.observation.usage_details':{'input':212,'input_cached_tokens':128,'output':14,'output_reasoning_tokens':5,'total':359}"
            })
    void conventionsOfAttributeDialects(String attributes) throws Exception {
        assertThat(otlp("", attributes)
                        .usage()
                        .map(usage -> List.of(
                                usage.inputTokens().orElseThrow(),
                                usage.outputTokens().orElseThrow(),
                                usage.cacheReadTokens().orElseThrow(),
                                usage.reasoningTokens().orElseThrow())))
                .contains(List.of(340L, 19L, 128L, 5L));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'choices':[],'usage':{'prompt_tokens':340,'completion_tokens':19,'prompt_tokens_details':{'cached_tokens':128},'completion_tokens_details':{'reasoning_tokens':5}}}",
                "{'object':'response','usage':{'input_tokens':340,'output_tokens':19,'input_tokens_details':{'cached_tokens':128},'output_tokens_details':{'reasoning_tokens':5}}}",
                "{'type':'message','content':[],'usage':{'input_tokens':212,'output_tokens':19,'cache_read_input_tokens':128,'output_tokens_details':{'reasoning_tokens':5}}}",
                "{'choices':[],'usage':{'prompt_tokens':340,'completion_tokens':19,'prompt_cache_hit_tokens':128,'completion_tokens_details':{'reasoning_tokens':5}}}"
            })
    void cachedAndReasoningConventions(String response) throws Exception {
        assertThat(openai("{'request':{" + ASKED + "},'response':" + response + "}")
                        .usage()
                        .map(usage -> List.of(
                                usage.inputTokens().orElseThrow(),
                                usage.outputTokens().orElseThrow(),
                                usage.cacheReadTokens().orElseThrow(),
                                usage.reasoningTokens().orElseThrow())))
                .contains(List.of(340L, 19L, 128L, 5L));
    }

    @ParameterizedTest
    @EnumSource
    void cachedAndReasoningConventionsOf(NativeLog log) {
        // MLflow counts no reasoning.
        Optional<Long> reasoning = log == NativeLog.MLFLOW ? Optional.empty() : Optional.of(5L);
        assertThat(log.span("'input':" + HI + usage(340)).usage())
                .contains(new Usage(Optional.of(340L), Optional.of(19L), Optional.of(8L), Optional.empty(), reasoning));
    }

    /** Chunks are put together by their index, and what tells of chunks is no call of its own. */
    @Test
    void streamingChunks() throws Exception {
        String chunks =
                "[{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'role':'assistant','content':'Let '}}]},"
                        + "{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'content':'me','tool_calls':[{'index':0,'id':'c','function':{'name':'f','arguments':''}}]}}]},"
                        + "{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'function':{'arguments':'{`a`'}},{'index':1,'id':'d','function':{'name':'g','arguments':'{}'}}]}}]},"
                        + "{'object':'chat.completion.chunk','choices':[{'index':0,'delta':{'tool_calls':[{'index':0,'function':{'arguments':':1}'}}]},'finish_reason':'tool_calls'}]}]";
        Span streamed = openai("{'request':{" + ASKED + "},'response':" + chunks.replace("`", "\\'") + "}");
        Span whole = openai(
                answer("{'content':'Let me','tool_calls':[{'id':'c','function':{'name':'f','arguments':{'a':1}}},"
                        + "{'id':'d','function':{'name':'g','arguments':{}}}]}"));
        assertThat(streamed.messagesOut()).isEqualTo(whole.messagesOut());
        assertThat(streamed.fidelity()).doesNotContain(Fidelity.PARTIAL_STREAM);

        Span chunk = otlp("", "'mastra.span.type':'model_chunk','gen_ai.usage.input_tokens':15");
        assertThat(chunk.kind()).isEqualTo(SpanKind.CHAIN);
        assertThat(chunk.usage()).isEmpty();
        Span run = NativeLog.LANGSMITH.span(
                "'input':" + HI + ",'extra':{'events':[{'name':'new_token','kwargs':{'token':'Let'}},{'name':'end'}]}");
        assertThat(run.attributes()).contains("end").doesNotContain("new_token");
    }

    @ParameterizedTest
    @EnumSource
    void truncationIn(NativeLog log) {
        String cut = "12 (litellm_truncated 12982 chars) 34";
        Span in = log.span("'input':[{'role':'user','content':'" + cut
                + "'}],'output':{'role':'assistant','content':'and so on ...'}");
        assertThat(in.fidelity()).contains(Fidelity.TRUNCATED_INPUT).doesNotContain(Fidelity.TRUNCATED_OUTPUT);
        Span out =
                log.span("'input':[{'role':'user','content':'and so on ...'}],'output':{'role':'assistant','content':'"
                        + cut + "'}");
        assertThat(out.fidelity()).contains(Fidelity.TRUNCATED_OUTPUT).doesNotContain(Fidelity.TRUNCATED_INPUT);
        Span arguments = log.span(
                "'input':" + HI
                        + ",'output':{'role':'assistant','tool_calls':[{'id':'c','type':'function','function':{'name':'f','arguments':'{'}}]}");
        assertThat(arguments.fidelity()).contains(Fidelity.UNPARSED_ARGUMENTS);
        assertThat(arguments.messagesOut().get(0).toolCalls()).containsExactly(new ToolCall("c", "f", "{"));
    }

    @Test
    void truncationToldByTheLogger() throws Exception {
        assertThat(otlp(",'droppedAttributesCount':2", llm("'input.value':'hi'"))
                        .fidelity())
                .contains(Fidelity.DROPPED_ATTRIBUTES);
        assertThat(otlp(",'droppedAttributesCount':0", llm("'input.value':'hi'"))
                        .fidelity())
                .doesNotContain(Fidelity.DROPPED_ATTRIBUTES);
        String ids =
                "'trace_id':'t','span_id':'s','name':'chat','data':{'gen_ai.request.messages':'hi','gen_ai.response.text':'yo'}";
        String cut = "{'gen_ai.request.messages':{'0':{'content':{'':{'len':90000}}}},'http.url':{'':{'len':99}}}";
        String transaction = "{'spans':[{%s},{%s}],'_meta':{'spans':{'1':{'data':%s}}}}".formatted(ids, ids, cut);
        RawRecord document = new RawRecord("s", "o", 1, Optional.empty(), "d", json(transaction));
        List<List<Fidelity>> noted = new ArrayList<>();
        for (RawRecord span : new OtlpLog().records(document)) {
            noted.add(new OtlpLog().read(span).spans().get(0).fidelity());
        }
        assertThat(noted.get(0)).doesNotContain(Fidelity.TRUNCATED_INPUT);
        assertThat(noted.get(1)).contains(Fidelity.TRUNCATED_INPUT).doesNotContain(Fidelity.TRUNCATED_OUTPUT);
        assertThat(otlp(",'_meta':{'attributes':{'gen_ai.output.messages':{'':{'len':90000}}}}", "'a':1")
                        .fidelity())
                .contains(Fidelity.TRUNCATED_OUTPUT);
    }

    /** Rates are those of what was sampled: the log's word for it is kept beside the span. */
    @ParameterizedTest
    @EnumSource
    void sampling(NativeLog log) {
        assertThat(log.span("'input':" + HI + ",'extra':{'sampled':true,'sample_weight':4}")
                        .attributes())
                .containsPattern("\"[a-z._]*sampled\":\"?true")
                .containsPattern("\"[a-z._]*sample_weight\":4");
    }

    @ParameterizedTest
    @CsvSource({"12 (litellm_truncated 12982 chars) 34, true", "and so on ..., false", "[TRUNCATED], false"})
    void truncation(String text, boolean cut) throws Exception {
        Span out = openai(answer("{'content':'" + text + "'}"));
        assertThat(out.fidelity().contains(Fidelity.TRUNCATED_OUTPUT)).isEqualTo(cut);
        Span in = mapped("'input':'/in','output':'/out'", "{'in':'" + text + "','out':'yo'}")
                .get(0);
        assertThat(in.fidelity().contains(Fidelity.TRUNCATED_INPUT)).isEqualTo(cut);
        Span attribute = otlp("", llm("'input.value':'" + text + "','output.value':'yo'"));
        assertThat(attribute.fidelity().contains(Fidelity.TRUNCATED_INPUT)).isEqualTo(cut);
        List<Span> talk = mapped(
                "'unit':'conversation','messages':'/m'",
                "{'m':[{'role':'user','content':'" + text + "'},{'role':'assistant','content':'yo'}]}");
        assertThat(talk.get(1).fidelity().contains(Fidelity.TRUNCATED_INPUT)).isEqualTo(cut);
    }

    @ParameterizedTest
    @ValueSource(strings = {"length", "max_tokens"})
    void truncationToldByTheProvider(String word) throws Exception {
        Span span = openai("{'request':{" + ASKED + "},'response':{'choices':[{'finish_reason':'" + word
                + "','message':{'content':'a'}}]}}");
        assertThat(span.model().orElseThrow().finishReason()).contains("length");
        assertThat(otlp("", "'gen_ai.request.model':'m','gen_ai.response.finish_reasons':['" + word + "']")
                        .model()
                        .orElseThrow()
                        .finishReason())
                .contains("length");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'messages':[{'role':'user','content':[{'type':'text','text':'see'},{'type':'image_url','image_url':"
                        + "{'url':'data:image/png;base64,AAEC'}}]}]",
                "'input':[{'role':'user','content':[{'type':'input_text','text':'see'},{'type':'input_image','image_url':"
                        + "'data:image/png;base64,AAEC'}]}]",
                "'system':'s','messages':[{'role':'user','content':[{'type':'text','text':'see'},{'type':'image','source':"
                        + "{'type':'base64','media_type':'image/png','data':'AAEC'}}]}]"
            })
    void multimodal(String request) throws Exception {
        Span span = openai("{'request':{" + request + "}}");
        Message message = span.messagesIn().get(span.messagesIn().size() - 1);
        assertThat(message.content()).contains("see");
        // sha256sum of the bytes 0, 1, 2
        assertThat(message.media())
                .containsExactly(new Media(
                        "image",
                        Optional.of("image/png"),
                        Optional.empty(),
                        Optional.of("ae4b3280e56e2faf83f414a6e3dabe9d5fbe18976544c05fed121accb85b53fc")));
        assertThat(span.fidelity()).contains(Fidelity.MULTIMODAL);
        assertThat(span.toString()).doesNotContain("AAEC");
    }

    /** Bytes never stand in a row, whichever log they came in; what they were does. */
    @ParameterizedTest
    @EnumSource
    void multimodalIn(NativeLog log) {
        Span span = log.span("'input':[{'role':'user','content':[{'type':'text','text':'see'},{'type':'image_url',"
                + "'image_url':{'url':'data:image/png;base64,AAEC'}}]}]");
        assertThat(span.messagesIn()).hasSize(1);
        assertThat(span.messagesIn().get(0).content()).contains("see");
        assertThat(span.messagesIn().get(0).media()).hasSize(1);
        assertThat(span.messagesIn().get(0).media().get(0).mime()).contains("image/png");
        assertThat(span.fidelity()).contains(Fidelity.MULTIMODAL);
        assertThat(span.toString()).doesNotContain("AAEC");
    }

    @Test
    void multimodalInsideAConversation() throws Exception {
        List<Span> spans = mapped(
                "'unit':'conversation','messages':'/m'",
                "{'m':[{'role':'user','content':'hi'},{'role':'assistant','content':'yo'},{'role':'user','content':["
                        + "{'type':'image_url','image_url':{'url':'https://x/y.png'}}]},{'role':'assistant','content':'ah'},"
                        + "{'role':'user','content':'and?'},{'role':'assistant','content':'no'}]}");
        assertThat(spans.get(1).fidelity()).doesNotContain(Fidelity.MULTIMODAL);
        assertThat(spans.get(3).fidelity()).doesNotContain(Fidelity.MULTIMODAL);
        assertThat(spans.get(2).fidelity()).contains(Fidelity.MULTIMODAL);
        assertThat(spans.get(2).messagesIn().get(0).media().get(0).uri()).contains("https://x/y.png");
    }

    /** Ids may count from zero in each answer: a result belongs to the latest call of its id. */
    @Test
    void toolCallIds() throws Exception {
        String turn = "{'role':'assistant','tool_calls':[{'id':'0','function':{'name':'%s','arguments':'{}'}}]},"
                + "{'role':'tool','tool_call_id':'0','content':'r'}";
        String messages =
                "'messages':[{'role':'user','content':'hi'}," + turn.formatted("a") + "," + turn.formatted("b") + "]";
        assertThat(openai("{'request':{" + messages + "}}").messagesIn())
                .filteredOn(message -> message.role() == Role.TOOL)
                .extracting(message -> message.name().orElseThrow())
                .containsExactly("a", "b");
        assertThat(mapped("'unit':'conversation','messages':'/messages'", "{" + messages + "}"))
                .filteredOn(span -> span.kind() == SpanKind.TOOL)
                .extracting(Span::name)
                .containsExactly("a", "b");
    }

    /** What answers no call, or is never answered, is no input to learn from. */
    @ParameterizedTest
    @EnumSource
    void toolCallIdsIn(NativeLog log) {
        String turn =
                "{'role':'assistant','tool_calls':[{'id':'0','type':'function','function':{'name':'%s','arguments':'{}'}}]},"
                        + "{'role':'tool','tool_call_id':'0','content':'r'}";
        Span span = log.span(
                "'input':[{'role':'user','content':'hi'}," + turn.formatted("a") + "," + turn.formatted("b") + "]");
        assertThat(span.messagesIn())
                .filteredOn(message -> message.role() == Role.TOOL)
                .extracting(message -> message.name().orElseThrow())
                .containsExactly("a", "b");
        Span unpaired =
                log.span("'input':[{'role':'user','content':'hi'},{'role':'tool','tool_call_id':'9','content':'r'}]");
        assertThat(unpaired.messagesIn().get(1).toolCallId()).contains("9");
        assertThat(unpaired.messagesIn().get(1).name()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void argumentsAsTextOrObjectIn(NativeLog log) {
        for (String arguments : List.of("{'b':1,'a':2}", "'{`b`:1,`a`:2}'")) {
            Span span = log.span(
                    "'input':" + HI + ",'output':{'role':'assistant','tool_calls':[{'id':'c','type':'function',"
                            + "'function':{'name':'f','arguments':" + arguments.replace("`", "\\'") + "}}]}");
            assertThat(span.messagesOut().get(0).toolCalls())
                    .as(arguments)
                    .containsExactly(new ToolCall("c", "f", "{\"a\":2,\"b\":1}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'b':1,'a':2}", "'{`b`:1,`a`:2}'"})
    void argumentsAsTextOrObject(String arguments) throws Exception {
        String call = "{'tool_calls':[{'id':'c','function':{'name':'f','arguments':" + arguments.replace("`", "\\\"")
                + "}}]}";
        List<ToolCall> expected = List.of(new ToolCall("c", "f", "{\"a\":2,\"b\":1}"));
        assertThat(openai(answer(call)).messagesOut().get(0).toolCalls()).isEqualTo(expected);
        assertThat(mapped("'output':'/o'", "{'o':" + call + "}")
                        .get(0)
                        .messagesOut()
                        .get(0)
                        .toolCalls())
                .isEqualTo(expected);
        assertThat(otlp("", llm("'gen_ai.output.messages':[{'role':'assistant'," + call.substring(1) + "]"))
                        .messagesOut()
                        .get(0)
                        .toolCalls())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "'undefined'", "'0'", "0", "'s'"})
    void rootMarkerVariants(String parent) throws Exception {
        String ids = "'span_id':'s','parent_id':" + parent;
        assertThat(openai("{" + ids + ",'request':{" + ASKED + "}}").parentSpanId())
                .isEmpty();
        assertThat(mapped("'span':'/span_id','parent':'/parent_id'", "{" + ids + "}")
                        .get(0)
                        .parentSpanId())
                .isEmpty();
        assertThat(otlp(",'parent_id':" + parent, "'a':1").parentSpanId()).isEmpty();
    }

    @ParameterizedTest
    // simonw/llm keeps calls alone, of no kind and in no tree.
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LLM")
    void rootMarkerVariantsOf(NativeLog log) {
        for (String parent : List.of("null", "''", "' '", "'undefined'", "'0'", "0", "'s'")) {
            assertThat(log.span("'parent':" + parent + ",'input':" + HI).parentSpanId())
                    .as(parent)
                    .isIn(Optional.empty(), log.trace().map(Span::spanId));
        }
        assertThat(log.span("'parent':'p','input':" + HI).parentSpanId()).contains("p");
    }

    /** An outer span tells a call once more: the call itself is the step, and the whole has it once. */
    @ParameterizedTest
    // simonw/llm keeps calls alone, of no kind and in no tree.
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LLM")
    void outerWrappers(NativeLog log) {
        String said = ",'input':" + HI + ",'output':{'role':'assistant','content':'yo'}";
        for (String outer : log == NativeLog.OPENAI_LOG ? List.of("llm") : List.of("llm", "chain", "agent")) {
            Run run = run(List.of(
                    log.span("'name':'outer','span':'s0','kind':'" + outer + "'" + said + usage(30)),
                    log.span("'name':'inner','span':'s1','parent':'s0'" + said + usage(30))));
            assertThat(run.steps()).as(outer).extracting(Step::spanId).containsExactly("s1");
            assertThat(run.input()).containsExactly(Message.of(Role.USER, "hi"));
            assertThat(run.output()).contains(Message.of(Role.ASSISTANT, "yo"));
        }
    }

    /** What judges an agent is nothing that it did. PostHog and the OpenAI Agents SDK have no spans for that. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "OPENINFERENCE | 'kind':'evaluator'",
                "LANGFUSE | 'kind':'evaluator'",
                "LANGFUSE | 'extra':{'environment':'langfuse-llm-as-a-judge'}",
                "PHOENIX | 'kind':'evaluator'",
                "BRAINTRUST | 'kind':'evaluator'",
                "BRAINTRUST | 'extra':{'span_attributes':{'type':'llm','purpose':'scorer'}}",
                "MAPPED | 'kind':'evaluator'"
            })
    void evaluatorSpans(NativeLog log, String judge) {
        String said = ",'input':" + HI + ",'output':{'role':'assistant','content':'yo'}" + usage(10);
        Run run = run(List.of(
                log.span("'span':'s1'" + said),
                log.span("'name':'judge','span':'s2','parent':'s1'," + judge + said),
                log.span("'span':'s3','parent':'s2'" + said)));
        assertThat(run.steps()).extracting(Step::spanId).containsExactly("s1");
        assertThat(run.usage().inputTokens()).contains(10L);
    }

    /** NVIDIA's workload is the agent, never the conversation; a session is only what a log calls so. */
    @Test
    void sessionHomonyms() throws Exception {
        Span span = openai("{'client_id':'shop','workload_id':'w','request':{" + ASKED + "}}");
        assertThat(span.sessionId()).isEmpty();
        assertThat(span.agent()).contains("w");
        assertThat(span.project()).isEqualTo("shop");
    }

    /** LangSmith calls a project a session. */
    @Test
    void sessionHomonymsOfLangSmith() {
        Span span =
                NativeLog.LANGSMITH.span("'input':" + HI + ",'session':'talk-5','extra':{'session_id':'project-9'}");
        assertThat(span.sessionId()).contains("talk-5");
        assertThat(NativeLog.LANGSMITH
                        .span("'input':" + HI + ",'extra':{'session_id':'project-9'}")
                        .sessionId())
                .isEmpty();
    }

    @Test
    void schemaDrift() throws Exception {
        Span span = openai("{'brand_new':{'deep':[1]},'request':{" + ASKED + ",'odd':1},'response':{'choices':[{"
                + "'finish_reason':'stop','message':{'content':'yo','sparkle':true}}],'extra':'x'}}");
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(span.attributes())
                .contains("\"brand_new\":{\"deep\":[1]}", "\"response.extra\":\"x\"", "sparkle\":true");
        assertThat(otlp(",'brand_new':7", "'gen_ai.request.model':'m','gen_ai.brand.new':[1]")
                        .attributes())
                .isEqualTo("{\"brand_new\":7,\"gen_ai.brand.new\":[1]}");
    }

    /** New fields are kept, known ones of another type do no harm, and what they stand beside is read as ever. */
    @ParameterizedTest
    @EnumSource
    void schemaDriftIn(NativeLog log) {
        String said = "'input':" + HI + ",'output':{'role':'assistant','content':'yo'}";
        Span span = log.span(said + ",'session':12,'user':7,'extra':{'brand_new':7}");
        assertThat(span.attributes()).containsPattern("\"[a-z._]*brand_new\":7");
        if (log.namesPeople()) {
            assertThat(span.sessionId()).contains("12");
            assertThat(span.subject()).contains("7");
        }
        assertThat(span.messagesOut()).containsExactly(Message.of(Role.ASSISTANT, "yo"));
        assertThat(log.span(said + ",'name':3,'finish':7,'model':4").messagesOut())
                .containsExactly(Message.of(Role.ASSISTANT, "yo"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{'a':1,'a':2}", "{'a':{'b':1,'b':1}}", "{'a':NaN}", "{'a':1} {'a':2}", "{'a':"})
    void duplicatedKeysAndOtherBrokenLines(String line) {
        RawObject object = new RawObject("s", "o.jsonl", "o.jsonl", "", 0, Optional.empty());
        String text = "{'fine':1}\n" + line + "\n{'fine':2}\n";
        Iterator<RawPiece> pieces = new RecordSplitter(1 << 20)
                .pieces(object, new ByteArrayInputStream(text.replace('\'', '"').getBytes(StandardCharsets.UTF_8)));
        List<String> states = new ArrayList<>();
        pieces.forEachRemaining(piece -> states.add(piece.position() + " "
                + piece.fold(record -> "WHOLE", broken -> broken.reason().name())));
        assertThat(states).containsExactly("1 WHOLE", "2 MALFORMED_JSON", "3 WHOLE");
    }

    /** Windows of an export share their bounds; where one begins later than the one before ended, something is missing. */
    @Test
    void lostWindows() throws Exception {
        SortedMap<String, RawObject> objects = new TreeMap<>();
        Map<String, String> contents = new TreeMap<>();
        for (String[] window : new String[][] {{"00", "01"}, {"01", "02"}, {"03", "04"}}) {
            String run = "2026-10-12T" + window[1] + "-00-00";
            contents.put(
                    "p/manifests/" + run + ".json",
                    "{\"version\":1,\"window\":{\"minTimestamp\":\"2026-10-12T%s:00:00.000Z\",\"maxTimestamp\":\"\"},\"files\":[{\"key\":\"p/scores/%s.jsonl\",\"sizeBytes\":1}]}"
                            .formatted(window[0], run));
            contents.put("p/scores/" + run + ".jsonl", "x");
        }
        contents.remove("p/scores/2026-10-12T01-00-00.jsonl");
        contents.forEach((name, content) ->
                objects.put(name, new RawObject("app", name, name, "", content.length(), Optional.empty())));
        Completeness.Verdict verdict = NativeLog.LANGFUSE
                .dialect()
                .completeness()
                .orElseThrow()
                .judge(new Completeness.Listed(
                        objects, objects.keySet(), name -> true, LocalDate.of(2026, 10, 13), object -> String.valueOf(
                                        contents.get(object.name()))
                                .getBytes(StandardCharsets.UTF_8)));
        assertThat(verdict.told())
                .containsExactlyInAnyOrder(
                        "the export has a gap: nothing from 2026-10-12T02:00:00Z to 2026-10-12T03:00:00Z",
                        "the manifest of 2026-10-12T01:00:00Z names what is not there: 1 file");
    }

    /** A bucket may hold what nobody masked: nothing of it gets into a row. */
    @ParameterizedTest
    @EnumSource
    void unmaskedRawBucket(NativeLog log) {
        String text = "I am erika.mustermann@example.org, call +49 170 1234567";
        ObjectNode told = told(
                "'name':'n','user':'erika.mustermann77','session':'whatsapp-erika-4915','input':[{'role':'user','content':'"
                        + text + "'}],'output':{'role':'assistant','content':'You wrote " + text
                        + "'},'error':'no mail to erika.mustermann@example.org','extra':{'note':'" + text
                        // An id is known to be one where the log says whose the call is.
                        + (log.namesPeople() ? "','by':'erika.mustermann77'}" : "'}"));
        RecordReader reader = new RecordReader(
                log.dialect(),
                "demo",
                new ContentRedaction(new Pseudonyms("a key for tests only".getBytes(StandardCharsets.UTF_8))),
                LocalDate.of(2026, 11, 1),
                1);
        RawRecord record = new RawRecord("app", "a.jsonl", 1, Optional.empty(), "d", log.record(told));
        List<RawPiece> records = reader.records(new RawPiece.Whole(record));
        assertThat(records).hasSize(1);
        Reading.Read read = reader.read(records.get(0)).fold(done -> done, refused -> {
            throw new AssertionError(refused);
        });
        assertThat(read.spans()).hasSize(1);
        assertThat(read.spans().get(0).subject().map(subject -> subject.startsWith("u1_")))
                .isEqualTo(log.namesPeople() ? Optional.of(true) : Optional.empty());
        assertThat(read.spans().toString())
                .contains("<EMAIL_", "<PHONE_")
                .doesNotContain("mustermann", "4915", "1234567");
    }

    /** Runs of one task fall on both sides where rows are drawn; a group that is tied is drawn as a whole. */
    @Test
    void leaks() {
        LeakConfig config = new LeakConfig("test", 0.1, 0.1, 1000, 1000);
        List<Occurrence> rows = new ArrayList<>();
        LeakTies.Builder ties = new LeakTies.Builder();
        for (int task = 0; task < 50; task++) {
            for (int trial = 0; trial < 4; trial++) {
                Occurrence row = new Occurrence(
                        "shop",
                        Optional.empty(),
                        Optional.of("session %d/%d".formatted(task, trial)),
                        "run %d/%d".formatted(task, trial),
                        Optional.of("task " + task),
                        "input %d/%d".formatted(task, trial),
                        List.of());
                rows.add(row);
                ties.add(row);
            }
        }
        LeakGroups.Change change = new LeakGroups(config, LocalDate.EPOCH, 1, List.of(), List.of()).take(ties.build());
        Map<String, Side> sides = change.splits().stream().collect(Collectors.toMap(Split::anchor, Split::side));
        Map<String, Set<Side>> byTask = new TreeMap<>();
        Map<String, Set<Side>> byRow = new TreeMap<>();
        for (Occurrence row : rows) {
            String task = row.groupId().orElseThrow();
            byTask.computeIfAbsent(task, none -> new HashSet<>())
                    .add(Objects.requireNonNull(sides.get(change.anchors().own(row))));
            byRow.computeIfAbsent(task, none -> new HashSet<>()).add(config.lot(row.runId()));
        }
        assertThat(byTask.values()).allMatch(own -> own.size() == 1);
        assertThat(byTask.values().stream().flatMap(Set::stream)).contains(Side.values());
        assertThat(byRow.values()).as("drawn by row, tasks leak").anyMatch(own -> own.size() > 1);
    }

    private static Run run(List<Span> spans) {
        List<Run> runs = RunAssembler.assemble(spans, 1);
        assertThat(runs).hasSize(1);
        return runs.get(0);
    }

    private static String usage(int input) {
        return ",'usage':{'input':" + input + ",'output':19,'cached':8,'reasoning':5}";
    }

    private static Label label(List<Evidence> evidence, Optional<Double> previous) {
        return new Labeller(LabelConfig.defaults()).label("p", "a", evidence, 1, previous, LocalDate.EPOCH, 1);
    }
}
