package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Written.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.trace.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Each logging system with the shape in which it writes one operation, so that a test says it once and reads it through all of
 * them: {@code trace}, {@code span}, {@code parent}, {@code kind} (llm, tool, agent, chain, evaluator), {@code start} and
 * {@code end} in seconds, {@code input} (messages of chat completions, or a text), {@code output} (such a message), {@code finish},
 * {@code usage} (input with cached, output with reasoning), {@code model}, {@code session}, {@code user}, {@code error}, and
 * {@code extra}, fields that no system has.
 */
@SuppressWarnings("ImmutableEnumChecker") // Dialects have no state that changes.
enum NativeLog {
    OPENAI_LOG(new OpenAiLog(), CallRecords::openAi),
    OPENTELEMETRY(new OtlpLog(), OpenTelemetryRecords::genAi),
    OPENINFERENCE(new OtlpLog(), OpenTelemetryRecords::openInference),
    LANGFUSE(new LangfuseLog(), PlatformRecords::langfuse),
    BRAINTRUST(new BraintrustLog(), PlatformRecords::braintrust),
    LANGSMITH(new LangSmithLog(), PlatformRecords::langSmith),
    MLFLOW(new MlflowLog(), PlatformRecords::mlflow),
    MASTRA(preset("mastra"), PresetRecords::mastra),
    DATADOG(preset("datadog"), PresetRecords::datadog),
    OPENAI_AGENTS(preset("openai-agents"), PresetRecords::openAiAgents),
    POSTHOG(preset("posthog"), PresetRecords::postHog),
    LLM(preset("llm"), PresetRecords::llm),
    PHOENIX(preset("phoenix"), PresetRecords::phoenix),
    MAPPED(mapping(), CallRecords::mapped);

    private final Dialect dialect;

    private final Function<JsonNode, ObjectNode> writes;

    NativeLog(Dialect dialect, Function<JsonNode, ObjectNode> writes) {
        this.dialect = dialect;
        this.writes = writes;
    }

    /** What this system writes of an operation. */
    ObjectNode record(JsonNode told) {
        return writes.apply(told);
    }

    Dialect dialect() {
        return dialect;
    }

    /** Whether it does not say when it wrote a span anew: then the one that ended later is the newer. */
    boolean isVersionedByItsEnd() {
        return Set.of(OPENTELEMETRY, OPENINFERENCE, LANGSMITH, MLFLOW, DATADOG, OPENAI_AGENTS, POSTHOG, LLM, PHOENIX)
                .contains(this);
    }

    /** Whether what it writes of a call names the person: the OpenAI Agents SDK says of whom a trace is, simonw/llm has one user. */
    boolean namesPeople() {
        return this != OPENAI_AGENTS && this != LLM;
    }

    /** What it writes of a trace that is a span above all others. */
    Optional<Span> trace() {
        return switch (this) {
            case OPENAI_AGENTS ->
                Optional.of(read(json("{'object':'trace','id':'t','workflow_name':'w'}") + "\n")
                        .span(0));
            case POSTHOG ->
                Optional.of(read(json(
                                        "{'event':'$ai_trace','timestamp':'2026-01-24T09:20:58Z','properties':{'$ai_trace_id':'t'}}")
                                + "\n")
                        .span(0));
            default -> Optional.empty();
        };
    }

    /** An operation in single quotes, on trace t and span s from one second to two where it says nothing else. */
    static ObjectNode told(String fields) {
        ObjectNode told = (ObjectNode) json("{'trace':'t','span':'s','model':'m','start':1769246446,'end':1769246448}");
        json("{" + fields + "}").properties().forEach(field -> told.set(field.getKey(), field.getValue()));
        return told;
    }

    /** What is read of operations that one object holds, a line each. */
    Told read(JsonNode... operations) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode told : operations) {
            lines.append(record(told)).append('\n');
        }
        return read(lines.toString());
    }

    Told read(String lines) {
        return Told.by(dialect, "a.jsonl", lines.getBytes(StandardCharsets.UTF_8));
    }

    /** The one span of an operation. */
    Span span(String fields) {
        Told told = read(told(fields));
        assertThat(told.refusals()).as(name()).isEmpty();
        assertThat(told.spans()).as(name()).hasSize(1);
        return told.span(0);
    }

    private static Dialect mapping() {
        List<String> problems = new ArrayList<>();
        Dialect log = MappedLog.of(
                json("{'trace':'/trace','span':'/span','parent':'/parent','kind':['/kind','=llm'],"
                        + "'name':'/name','started':{'at':'/start','unit':'s'},'ended':{'at':'/end','unit':'s'},"
                        + "'updated':{'at':'/updated','unit':'s'},'input':'/input','output':'/output','model':'/model',"
                        + "'session':'/session','user':'/user','error':'/error','usage':{'input':'/usage/input',"
                        + "'output':'/usage/output','cache-read':'/usage/cached','reasoning':'/usage/reasoning'}}"),
                "mapping",
                "",
                problems);
        assertThat(problems).isEmpty();
        return log;
    }

    private static Dialect preset(String name) {
        return Preset.of(name).orElseThrow().dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>());
    }
}
