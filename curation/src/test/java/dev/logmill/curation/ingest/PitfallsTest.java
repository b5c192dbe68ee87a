package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.object.RawObject;
import dev.logmill.curation.ingest.object.RawPiece;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.ingest.object.RecordSplitter;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.ToolCall;
import dev.logmill.curation.trace.Usage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with logs everywhere, a test for each pitfall, over {@code openai-log}, {@code mapped} and {@code otlp-json}. */
class PitfallsTest {
    private static final String ASKED = "'messages':[{'role':'user','content':'hi'}]";

    private static JsonNode json(String text) throws Exception {
        return Json.parse(text.replace('\'', '"'));
    }

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

    /** NVIDIA's workload is the agent, never the conversation; a session is only what a log calls so. */
    @Test
    void sessionHomonyms() throws Exception {
        Span span = openai("{'client_id':'shop','workload_id':'w','request':{" + ASKED + "}}");
        assertThat(span.sessionId()).isEmpty();
        assertThat(span.agent()).contains("w");
        assertThat(span.project()).isEqualTo("shop");
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
}
