package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.Usage;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * One call of an agent that has used a tool, written as each logging system writes it, with the thumb down that it was given:
 * the same span and the same signal. The table is all that differs, and each line of it is something that the log itself
 * does not hold: no column of Langfuse's export has it, Braintrust keeps comments beside scores, a mapping has no key for it.
 * Mastra, Datadog, the OpenAI Agents SDK and simonw/llm keep feedback apart from spans or have none; PostHog's is about traces,
 * which the SDK's spans lie under as PostHog's do. Session files of coding agents are not among them: they tell the turns of
 * a talk, not what was sent with a call ({@link SessionPitfallsTest}).
 */
class EqualityTest {
    private static final String DIFFERENCES = """
            form          | what                | chat completions | here
            anthropic     | reasoning tokens    | 5                | -
            langfuse      | model that answered | m-small-3        | -
            langfuse      | finish              | stop             | -
            langfuse      | signal's giver      | person-1         | -
            otel          | signal's giver      | person-1         | -
            openinference | model that answered | m-small-3        | -
            braintrust    | signals             | THUMB 0.0: It was not there | THUMB 0.0: -; REVIEWER -: It was not there
            braintrust    | signal's giver      | person-1         | -
            braintrust    | signal's time       | 2026-11-23T08:00:00Z | -
            mastra        | temperature         | 0.5              | -
            mastra        | signals             | THUMB 0.0: It was not there |
            mastra        | signals are about   | b7ad6b7169203331 in 0af7651916cd43dd8448eb211c80319c |
            mastra        | signal's giver      | person-1         | -
            mastra        | signal's time       | 2026-11-23T08:00:00Z | -
            datadog       | model asked for     | m-small          | m-small-3
            datadog       | model that answered | m-small-3        | -
            datadog       | temperature         | 0.5              | -
            datadog       | finish              | stop             | -
            datadog       | signals             | THUMB 0.0: It was not there |
            datadog       | signals are about   | b7ad6b7169203331 in 0af7651916cd43dd8448eb211c80319c |
            datadog       | signal's giver      | person-1         | -
            datadog       | signal's time       | 2026-11-23T08:00:00Z | -
            openai-agents | parent              | -                | 0af7651916cd43dd8448eb211c80319c
            openai-agents | session             | talk-5           | -
            openai-agents | user                | person-1         | -
            openai-agents | model that answered | m-small-3        | -
            openai-agents | temperature         | 0.5              | -
            openai-agents | finish              | stop             | -
            openai-agents | signals             | THUMB 0.0: It was not there |
            openai-agents | signals are about   | b7ad6b7169203331 in 0af7651916cd43dd8448eb211c80319c |
            openai-agents | signal's giver      | person-1         | -
            openai-agents | signal's time       | 2026-11-23T08:00:00Z | -
            posthog       | parent              | -                | 0af7651916cd43dd8448eb211c80319c
            posthog       | model that answered | m-small-3        | -
            posthog       | temperature         | 0.5              | -
            posthog       | signals             | THUMB 0.0: It was not there | RATING 0.0: -
            posthog       | signals are about   | b7ad6b7169203331 in 0af7651916cd43dd8448eb211c80319c | - in 0af7651916cd43dd8448eb211c80319c
            llm           | status              | OK               | UNSET
            llm           | session             | talk-5           | 0af7651916cd43dd8448eb211c80319c
            llm           | user                | person-1         | -
            llm           | temperature         | 0.5              | -
            llm           | finish              | stop             | -
            llm           | signals             | THUMB 0.0: It was not there |
            llm           | signals are about   | b7ad6b7169203331 in 0af7651916cd43dd8448eb211c80319c |
            llm           | signal's giver      | person-1         | -
            llm           | signal's time       | 2026-11-23T08:00:00Z | -
            phoenix       | model that answered | m-small-3        | -
            phoenix       | signal's giver      | person-1         | -
            mapped        | temperature         | 0.5              | -
            """;

    static final String MAPPING =
            "{'trace':'/talk','span':'/step','user':'/who','session':'/chat','finish':'/why','error':'/failed',"
                    + "'started':{'at':'/began','unit':'ms'},'ended':{'at':'/done','unit':'ms'},'model':{'requested':'/model','responded':'/answered_by'},"
                    + "'input':'/said','tools':'/tools','output':'/answer','usage':{'input':'/tokens/in','output':'/tokens/out',"
                    + "'cache-read':'/tokens/cached','reasoning':'/tokens/thought'},"
                    + "'signals':[{'channel':'thumb','span':'/step','user':'/who','value':'/thumb','text':'/remark','time':'/marked'}]}";

    /** What a form says of the call, by name. */
    private static Map<String, String> facts(String document, Dialect dialect) throws IOException {
        Told told = Told.by(dialect, document, sample(document));
        assertThat(told.refusals()).as(document).isEmpty();
        assertThat(told.spans()).as(document).hasSize(1);
        Span span = told.span(0);
        Optional<Model> model = span.model();
        Optional<Usage> usage = span.usage();
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("trace", span.traceId());
        facts.put("span", span.spanId());
        facts.put("parent", shown(span.parentSpanId()));
        facts.put("kind", span.kind().name());
        facts.put("status", span.status().name());
        facts.put("session", shown(span.sessionId()));
        facts.put("user", shown(span.subject()));
        facts.put("began", shown(span.startedAt()));
        facts.put("ended", shown(span.endedAt()));
        facts.put("model asked for", shown(model.flatMap(Model::requested)));
        facts.put("model that answered", shown(model.flatMap(Model::responded)));
        facts.put(
                "temperature",
                shown(model.flatMap(Model::parameters)
                        .map(Written::json)
                        .flatMap(parameters -> Optional.ofNullable(parameters.findValue("temperature")))));
        facts.put("finish", shown(model.flatMap(Model::finishReason)));
        for (int i = 0; i < span.messagesIn().size(); i++) {
            facts.put("message " + (i + 1), span.messagesIn().get(i).toString());
        }
        facts.put("answer", span.messagesOut().toString());
        facts.put("tools", span.tools().toString());
        facts.put("input tokens", shown(usage.flatMap(Usage::inputTokens)));
        facts.put("output tokens", shown(usage.flatMap(Usage::outputTokens)));
        facts.put("cached tokens", shown(usage.flatMap(Usage::cacheReadTokens)));
        facts.put("reasoning tokens", shown(usage.flatMap(Usage::reasoningTokens)));
        facts.put("left unclear", span.fidelity().toString());
        facts.put("signals", told.signals().stream().map(EqualityTest::said).collect(Collectors.joining("; ")));
        facts.put(
                "signals are about",
                told.signals().stream().map(EqualityTest::aim).distinct().collect(Collectors.joining("; ")));
        told.signals().stream().limit(1).forEach(signal -> {
            facts.put("signal's giver", shown(signal.subject()));
            facts.put("signal's time", shown(signal.eventAt()));
        });
        return facts;
    }

    private static String said(Signal signal) {
        return "%s %s: %s".formatted(signal.channel(), shown(signal.value()), shown(signal.text()));
    }

    private static String aim(Signal signal) {
        return shown(signal.spanId()) + " in " + shown(signal.traceId());
    }

    private static String shown(Optional<?> value) {
        return value.map(Object::toString).orElse("-");
    }

    private static byte[] sample(String document) throws IOException {
        String name = "samecall/" + document;
        try (InputStream in = Objects.requireNonNull(EqualityTest.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    private static Map<String, Dialect> forms() {
        List<String> problems = new ArrayList<>();
        Map<String, Dialect> forms = new LinkedHashMap<>();
        forms.put("openai-responses.jsonl", new OpenAiLog());
        forms.put("anthropic.jsonl", new OpenAiLog());
        forms.put("gemini.jsonl", new OpenAiLog());
        forms.put("langfuse.jsonl", new LangfuseLog());
        forms.put("otel.json", new OtlpLog());
        forms.put("openinference.json", new OtlpLog());
        forms.put("braintrust.jsonl", new BraintrustLog());
        forms.put("langsmith.jsonl", new LangSmithLog());
        forms.put("mlflow.json", new MlflowLog());
        for (String document : List.of(
                "mastra.json", "datadog.json", "openai-agents.jsonl", "posthog.jsonl", "llm.jsonl", "phoenix.jsonl")) {
            String preset = document.substring(0, document.indexOf('.'));
            forms.put(
                    document,
                    Preset.of(preset).orElseThrow().dialect(MissingNode.getInstance(), "mapping", "", problems));
        }
        forms.put("mapped.jsonl", MappedLog.of(Written.json(MAPPING), "mapping", "", problems));
        assertThat(problems).isEmpty();
        return forms;
    }

    @Test
    void oneCallIsOneSpanInWhateverFormItWasLogged() throws IOException {
        Map<String, String> expected = facts("openai-chat.jsonl", new OpenAiLog());
        List<String> rows = new ArrayList<>();
        rows.add("form | what | chat completions | here");
        for (Map.Entry<String, Dialect> form : forms().entrySet()) {
            Map<String, String> facts = facts(form.getKey(), form.getValue());
            Stream.concat(expected.keySet().stream(), facts.keySet().stream())
                    .distinct()
                    .filter(name -> !Objects.equals(expected.get(name), facts.get(name)))
                    .forEach(name -> rows.add("%s | %s | %s | %s"
                            .formatted(
                                    form.getKey().replaceFirst("\\..*", ""),
                                    name,
                                    expected.getOrDefault(name, "-"),
                                    facts.getOrDefault(name, "-"))
                            .strip()));
        }
        String table = String.join("\n", rows);
        System.out.println(table);
        assertThat(table).isEqualTo(DIFFERENCES.replaceAll(" +\\|", " |").strip());
    }
}
