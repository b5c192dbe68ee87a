package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Pitfalls.ASKED;
import static dev.logmill.curation.ingest.Pitfalls.HI;
import static dev.logmill.curation.ingest.Pitfalls.mapped;
import static dev.logmill.curation.ingest.Pitfalls.openai;
import static dev.logmill.curation.ingest.Pitfalls.otlp;
import static dev.logmill.curation.ingest.Pitfalls.read;
import static dev.logmill.curation.ingest.Pitfalls.run;
import static dev.logmill.curation.ingest.Pitfalls.usage;
import static dev.logmill.curation.ingest.Written.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong with tokens: they are counted twice, and everybody counts them otherwise; see {@link Pitfalls}. */
class UsagePitfallsTest {
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

    /** Versions 4, 5 and 6 of Vercel's AI SDK, and a provider whose input holds its cache. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "anthropic.messages | 'ai.usage.promptTokens':50,'gen_ai.usage.input_tokens':50 | 77 | 20 | 7",
                "anthropic.messages | 'ai.usage.inputTokens':50,'ai.usage.cachedInputTokens':20 | 77 | 20 | 7",
                "anthropic.messages | 'ai.usage.inputTokens':77,'ai.usage.inputTokenDetails.cacheReadTokens':20,'ai.usage.inputTokenDetails.cacheWriteTokens':7 | 77 | 20 | 7",
                "openai.responses | 'ai.usage.inputTokens':77,'ai.usage.cachedInputTokens':20 | 77 | 20 |"
            })
    void vercelHandsOnHowAnthropicCounts(String provider, String counts, long input, long read, Long write)
            throws Exception {
        String metadata =
                "'ai.response.providerMetadata':'{\\\"anthropic\\\":{\\\"cacheCreationInputTokens\\\":7,\\\"cacheReadInputTokens\\\":20}}'";
        Usage usage = otlp(
                        "",
                        "'ai.operationId':'ai.generateText.doGenerate','ai.model.provider':'" + provider + "',"
                                + metadata + "," + counts)
                .usage()
                .orElseThrow();
        assertThat(usage.inputTokens()).contains(input);
        assertThat(usage.cacheReadTokens()).contains(read);
        assertThat(usage.cacheWriteTokens()).isEqualTo(Optional.ofNullable(write));
    }

    @Test
    void pydanticAiBeforeItsFirstVersionNamesTheCacheByOpenAisWord() throws Exception {
        assertThat(otlp("", "'gen_ai.usage.input_tokens':340,'gen_ai.usage.details.cached_tokens':128")
                        .usage()
                        .orElseThrow()
                        .cacheReadTokens())
                .contains(128L);
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
                "'braintrust.metrics':{'prompt_tokens':340,'completion_tokens':19,'prompt_cached_tokens':128,'completion_reasoning_tokens':5}",
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

    /** Strands, Mastra's exporter, and who hands on how Anthropic counts: a total that is the sum of all tells that the input leaves out its cache. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'gen_ai.usage.input_tokens':10,'gen_ai.usage.output_tokens':5,'gen_ai.usage.cache_read_input_tokens':60,'gen_ai.usage.cache_write_input_tokens':100,'gen_ai.usage.total_tokens':175 | 170 | 60 | 100",
                "'gen_ai.usage.input_tokens':200,'gen_ai.usage.output_tokens':5,'gen_ai.usage.cache_read_input_tokens':60,'gen_ai.usage.cache_write_input_tokens':100,'gen_ai.usage.total_tokens':365 | 360 | 60 | 100",
                "'gen_ai.usage.input_tokens':200,'gen_ai.usage.output_tokens':5,'gen_ai.usage.cache_read_input_tokens':60,'gen_ai.usage.total_tokens':205 | 200 | 60 |",
                "'gen_ai.usage.input_tokens':100,'gen_ai.usage.output_tokens':5,'gen_ai.usage.cached_input_tokens':60,'gen_ai.usage.cache_write_tokens':20 | 100 | 60 | 20"
            })
    void theTotalTellsWhetherTheCacheIsPartOfTheInput(String counts, long input, long read, @Nullable Long write)
            throws Exception {
        assertThat(otlp("", counts).usage())
                .contains(new Usage(
                        Optional.of(input),
                        Optional.of(5L),
                        Optional.of(read),
                        Optional.ofNullable(write),
                        Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "'prompt_tokens':10,'prompt_cached_tokens':60,'prompt_cache_creation_tokens':100,'completion_tokens':5,'tokens':175 | 170",
                "'prompt_tokens':200,'prompt_cached_tokens':60,'prompt_cache_creation_tokens':100,'completion_tokens':5,'tokens':365 | 360",
                "'prompt_tokens':200,'prompt_cached_tokens':60,'prompt_cache_creation_tokens':100,'completion_tokens':5,'tokens':205 | 200"
            })
    void theTotalTellsWhetherTheCacheIsPartOfTheInputInBraintrust(String counts, long input) {
        Span span = NativeLog.BRAINTRUST
                .read(json(
                                "{'id':'r','root_span_id':'t','span_id':'s','span_attributes':{'type':'llm'},'input':'a','output':'b','metrics':{"
                                        + counts + "}}")
                        + "\n")
                .span(0);
        assertThat(span.usage())
                .contains(new Usage(
                        Optional.of(input), Optional.of(5L), Optional.of(60L), Optional.of(100L), Optional.empty()));
    }

    /** Langfuse keeps the names of whoever told it the tokens, those of details behind a dot. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "'prompt_tokens':100,'completion_tokens':5,'total_tokens':105,'prompt_tokens_details.cached_tokens':60",
                "'prompt_tokens':100,'completion_tokens':5,'total_tokens':105,'prompt_tokens_details':{'cached_tokens':60}",
                "'input':100,'output':5,'total':105,'input_details.cache_read':60",
                "'input':40,'output':5,'total':105,'input_details.cache_read':60",
                "'input':100,'output':5,'total':105,'prompt_details.cache_read':60",
                "'prompt':100,'completion':5,'total':105,'prompt_details.cache_read':60",
                "'input_tokens':100,'output_tokens':5,'total_tokens':105,'input_token_details.cache_read':60"
            })
    void detailsOfTokensInLangfuse(String details) {
        assertThat(langfuse(details).usage())
                .contains(new Usage(
                        Optional.of(100L), Optional.of(5L), Optional.of(60L), Optional.empty(), Optional.empty()));
    }

    @Test
    void aTotalAloneStaysInTheAttributes() {
        assertThat(langfuse("'total':9").usage()).isEmpty();
        assertThat(langfuse("'total':9").attributes()).contains("\"usage_details\":{\"total\":9}");
        assertThat(langfuse("'input':0,'output':0,'total':0").attributes()).doesNotContain("usage");
    }

    private static Span langfuse(String details) {
        return NativeLog.LANGFUSE
                .read(json(
                                "{'id':'g','trace_id':'t','type':'GENERATION','start_time':'2026-11-22 01:12:03','name':'n','input':'hi','output':'yo','usage_details':{"
                                        + details + "}}")
                        + "\n")
                .span(0);
    }
}
