package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A folder of invented documents for each dialect, and beside each of them, line by line, what it says. */
class DialectSamplesTest {
    private static byte[] sample(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(DialectSamplesTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static void saysWhatStandsBesideIt(Dialect dialect, String folder, String document) throws IOException {
        String name = "%s/%s".formatted(folder, document);
        Told told = name.endsWith(".sql")
                ? Told.by(dialect, "a.db", Databases.of(new String(sample(name), StandardCharsets.UTF_8)))
                : Told.by(dialect, name, sample(name));
        Stream<String> spans = told.spans().stream().map(span -> Json.canonical(SpanText.of(span)));
        Stream<String> signals = told.signals().stream().map(signal -> Json.canonical(SpanText.of(signal)));
        List<String> lines = Stream.of(spans, signals, told.refusals().stream())
                .flatMap(some -> some)
                .toList();
        String expected =
                new String(sample(name.replaceFirst("\\.[a-z]+$", ".expected.jsonl")), StandardCharsets.UTF_8);
        assertThat(lines).containsExactlyElementsOf(expected.lines().toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "otel-new",
                "otel-old",
                "openinference",
                "openllmetry",
                "vercel",
                "mastra",
                "sentry",
                "langfuse",
                "phoenix",
                "phoenix-otlp",
                "javascript-sdk",
                "log-events",
                "by-name",
                "pydantic-ai",
                "google-adk",
                "tool-errors",
                "mastra-usage",
                "strands",
                "strands-details",
                "crewai",
                "crewai-openllmetry",
                "semantic-kernel",
                "python-functions",
                "retrieval-otel",
                "withheld",
                "traceloop",
                "retrieval",
                "console",
                "langsmith",
                "logfire",
                "spring-ai",
                "openllmetry-parts",
                "pydantic-ai-tools",
                "sentry-transaction",
                "agentops",
                "coding-agents",
                "jaeger",
                "braintrust",
                "genkit",
                "haystack",
                "livekit",
                "pipecat",
                "prompts-as-json",
                "spring-ai-client",
                "agentops-decorators",
                "otel-said-elsewhere",
                "vercel-approvals",
                "openinference-images",
                "haystack-tools",
                "openinference-details",
                "google-genai"
            })
    void otlp(String name) throws IOException {
        saysWhatStandsBesideIt(new OtlpLog(), "otlp", name + ".json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "observations-v2.jsonl",
                "scores.jsonl",
                "events.json",
                "provider-usage.jsonl",
                "observed-function.jsonl",
                "downloaded.json",
                "downloaded-columns.jsonl",
                "trace.json",
                "traces.jsonl",
                "agent.json",
                "api-traces.jsonl",
                "table.csv",
                "table-observations.csv",
                "table-events.csv"
            })
    void langfuse(String name) throws IOException {
        saysWhatStandsBesideIt(new LangfuseLog(), "langfuse", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"export.jsonl", "events.json", "requests.json", "merges.jsonl"})
    void braintrust(String name) throws IOException {
        saysWhatStandsBesideIt(new BraintrustLog(), "braintrust", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "export.jsonl",
                "batch.json",
                "feedback.jsonl",
                "page.json",
                "python-arguments.jsonl",
                "graph-state.jsonl"
            })
    void langsmith(String name) throws IOException {
        saysWhatStandsBesideIt(new LangSmithLog(), "langsmith", name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"trace.json", "older.json", "traces.jsonl", "inference-table.jsonl"})
    void mlflow(String name) throws IOException {
        saysWhatStandsBesideIt(new MlflowLog(), "mlflow", name);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nat-requests.json",
                "batch.jsonl",
                "batch-anthropic.jsonl",
                "batch-vertex.jsonl",
                "stored.json",
                "tuning.jsonl",
                "withheld.jsonl",
                "failures.jsonl",
                "cohere.jsonl",
                "reasoning-beside.jsonl",
                "interleaved.jsonl",
                "made-by-model.jsonl",
                "responses.jsonl",
                "converse.jsonl",
                "words.jsonl",
                "batch-bedrock.jsonl",
                "other-servers.jsonl",
                "batch-requests.json",
                "shipped.jsonl",
                "streams-mistral.jsonl",
                "choices.jsonl",
                "chunks.jsonl",
                "helicone.jsonl",
                "helicone-page.json",
                "provider-details.jsonl",
                "langchain4j.jsonl",
                "litellm-page.json",
                "litellm-spent.jsonl",
                "prompts.jsonl",
                "parts.jsonl",
                "ollama.jsonl",
                "embeddings.jsonl",
                "gateways.jsonl",
                "cloudwatch.jsonl",
                "streams.sse",
                "streams-chat.txt",
                "streams-gemini.txt"
            })
    void openai(String name) throws IOException {
        saysWhatStandsBesideIt(new OpenAiLog(), "openai", name);
    }

    @ParameterizedTest
    @CsvSource({
        "claude-code, claude-code.jsonl",
        "codex, codex.jsonl",
        "codex, codex-older.jsonl",
        "nat, nat.jsonl",
        "llm, llm.sql",
        "llm, llm-older.sql",
        "llm, llm-fragments.sql",
        "llm, llm-oldest.sql",
        "llm, llm-printed.json",
        "openai-agents, openai-agents.jsonl",
        "openai-agents, openai-agents-responses.jsonl",
        "openai-agents, openai-agents-sessions.sql",
        "mastra, mastra.json",
        "mastra, mastra-answers.json",
        "mastra, mastra-older.json",
        "mastra, mastra-tree.json",
        "mastra, mastra-rows.sql",
        "phoenix, phoenix.sql",
        "phoenix, phoenix-frame.sql",
        "phoenix, phoenix-table.csv",
        "phoenix, phoenix-annotations.csv",
        "phoenix, phoenix-annotated.jsonl",
        "posthog, posthog.jsonl",
        "datadog, datadog.json",
        "datadog, datadog-intake.json",
        "datadog, datadog-evaluated.json",
        "datadog, datadog-metrics.json",
        "datadog, datadog-apm.json",
        "datadog, datadog-tags.json",
        "opik, opik.jsonl",
        "langwatch, langwatch.json"
    })
    void presets(String preset, String name) throws IOException {
        List<String> problems = new ArrayList<>();
        Dialect dialect = Preset.of(preset).orElseThrow().dialect(MissingNode.getInstance(), "mapping", "", problems);
        assertThat(problems).isEmpty();
        saysWhatStandsBesideIt(dialect, "presets", name);
    }
}
