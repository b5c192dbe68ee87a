package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What Mastra's exporter adds to the names of {@link OtelGenAi}. A generation is the call of a model; its steps, inferences and
 * chunks tell parts of it once more, their tokens too.
 */
final class MastraAttributes implements AttributeDialect {
    private static final Set<String> PARTS = Set.of("model_step", "model_inference", "model_chunk");
    private static final Map<String, SpanKind> KINDS = Map.ofEntries(
            entry("agent_run", SpanKind.AGENT),
            entry("model_generation", SpanKind.LLM),
            entry("tool_call", SpanKind.TOOL),
            entry("mcp_tool_call", SpanKind.TOOL),
            entry("client_tool_call", SpanKind.TOOL),
            entry("provider_tool_call", SpanKind.TOOL),
            entry("rag_embedding", SpanKind.EMBEDDING),
            entry("rag_vector_operation", SpanKind.RETRIEVER),
            entry("processor_run", SpanKind.GUARDRAIL),
            entry("scorer_run", SpanKind.EVALUATOR),
            entry("scorer_step", SpanKind.EVALUATOR));

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(
                    Field.SESSION,
                    List.of("mastra.metadata.threadId", "mastra.metadata.sessionId", "mastra.metadata.conversationId")),
            entry(Field.USER, List.of("mastra.metadata.userId", "mastra.metadata.resourceId")),
            entry(Field.AGENT_VERSION, List.of("mastra.metadata.resolvedVersionId")),
            entry(Field.INPUT_TOKENS, List.of("mastra.usage.inputTokens", "mastra.usage.promptTokens")),
            entry(Field.OUTPUT_TOKENS, List.of("mastra.usage.outputTokens", "mastra.usage.completionTokens")),
            entry(Field.TAGS, List.of("mastra.tags")),
            entry(Field.ENVIRONMENT, List.of("mastra.metadata.environment")));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return type(span).map(type -> KINDS.getOrDefault(type, SpanKind.CHAIN));
    }

    /** Whether a span is only a part of a model's call that another span tells whole. */
    static boolean isPart(Carried span) {
        return type(span).filter(PARTS::contains).isPresent();
    }

    private static Optional<String> type(Carried span) {
        return span.attributes().text("mastra.span.type");
    }

    @Override
    public JsonNode input(Carried span) {
        return told(span, "input");
    }

    @Override
    public JsonNode output(Carried span) {
        return told(span, "output");
    }

    private static JsonNode told(Carried span, String side) {
        return type(span)
                .map(type -> Bodies.inside(span.attributes().take("mastra.%s.%s".formatted(type, side))))
                .orElse(MissingNode.getInstance());
    }
}
