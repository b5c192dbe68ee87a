package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Spring AI, beside the names of {@link OtelGenAi}: its calls of tools and its own steps.
 *
 * @see <a href="https://docs.spring.io/spring-ai/reference/observability/index.html">Observability</a>
 */
final class SpringAi implements AttributeDialect {
    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.TOOL, List.of("spring.ai.tool.definition.name")),
            entry(Field.TOOL_ARGUMENTS, List.of("spring.ai.tool.call.arguments")),
            entry(Field.TOOL_RESULT, List.of("spring.ai.tool.call.result")));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes()
                .text("spring.ai.kind")
                .filter(kind -> kind.equals("tool_call"))
                .map(kind -> SpanKind.TOOL);
    }
}
