package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * AgentOps, beside the names of {@link OtelGenAi} that it has for calls of models: what its decorators note of a function, as {@code
 * agentops.entity.input = {args, kwargs}}, of a tool also {@code agentops.tool.input}, in the form of {@link TracedEntity}. Source: {@code agentops.sdk.decorators}.
 */
final class AgentOps implements AttributeDialect {
    private static final String KIND = "agentops.span.kind";

    private static final Map<String, SpanKind> KINDS = Map.ofEntries(
            Map.entry("session", SpanKind.CHAIN),
            Map.entry("workflow", SpanKind.CHAIN),
            Map.entry("operation", SpanKind.CHAIN),
            Map.entry("task", SpanKind.CHAIN),
            Map.entry("chain", SpanKind.CHAIN),
            Map.entry("team", SpanKind.AGENT),
            Map.entry("agent", SpanKind.AGENT),
            Map.entry("tool", SpanKind.TOOL),
            Map.entry("guardrail", SpanKind.GUARDRAIL),
            Map.entry("llm", SpanKind.LLM));

    @Override
    public Map<Field, List<String>> names() {
        return Map.of();
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes().text(KIND).map(KINDS::get);
    }

    @Override
    public JsonNode input(Carried span) {
        return said(span.attributes(), "input");
    }

    @Override
    public JsonNode output(Carried span) {
        return said(span.attributes(), "output");
    }

    /** Its releases call it by the entity, or by what kind of one it is. */
    private static JsonNode said(Attributes attributes, String side) {
        String kind = attributes.text(KIND).orElse("entity");
        return Bodies.inside(TracedEntity.said(attributes.first(
                List.of("agentops.entity.%s".formatted(side), "agentops.%s.%s".formatted(kind, side)))));
    }

    /** What a function goes by that was decorated. */
    static Optional<String> name(Attributes attributes) {
        return attributes
                .text("agentops.entity.name")
                .or(() -> attributes.text(KIND).flatMap(kind -> attributes.text("operation.name")));
    }
}
