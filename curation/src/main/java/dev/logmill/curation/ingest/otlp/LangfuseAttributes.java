package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What Langfuse's SDKs write; see {@code LangfuseOtelSpanAttributes} of langfuse. Its types {@code span} and {@code event}
 * say nothing of what was done, so another dialect may know better.
 */
final class LangfuseAttributes implements AttributeDialect {
    private static final Map<String, SpanKind> KINDS = Map.ofEntries(
            entry("generation", SpanKind.LLM),
            entry("embedding", SpanKind.EMBEDDING),
            entry("agent", SpanKind.AGENT),
            entry("tool", SpanKind.TOOL),
            entry("chain", SpanKind.CHAIN),
            entry("retriever", SpanKind.RETRIEVER),
            entry("guardrail", SpanKind.GUARDRAIL),
            entry("evaluator", SpanKind.EVALUATOR));

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.SESSION, List.of("langfuse.session.id", "session.id")),
            entry(Field.USER, List.of("langfuse.user.id", "user.id")),
            entry(Field.MODEL, List.of("langfuse.observation.model.name")),
            entry(Field.PARAMETERS, List.of("langfuse.observation.model.parameters")),
            entry(Field.PROMPT_NAME, List.of("langfuse.observation.prompt.name")),
            entry(Field.PROMPT_VERSION, List.of("langfuse.observation.prompt.version")),
            entry(Field.TAGS, List.of("langfuse.trace.tags")),
            entry(Field.ENVIRONMENT, List.of("langfuse.environment")),
            entry(Field.RELEASE, List.of("langfuse.release")));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes()
                .text("langfuse.observation.type")
                .map(type -> KINDS.get(type.toLowerCase(Locale.ROOT)));
    }

    @Override
    public JsonNode input(Carried span) {
        return Bodies.inside(span.attributes().take("langfuse.observation.input"));
    }

    @Override
    public JsonNode output(Carried span) {
        return Bodies.inside(span.attributes().take("langfuse.observation.output"));
    }
}
