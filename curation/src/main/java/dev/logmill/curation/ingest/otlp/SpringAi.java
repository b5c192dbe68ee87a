package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
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

    /** What a chat client was told, before its templates are filled in. */
    @Override
    public JsonNode input(Carried span) {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        for (String role : List.of("system", "user")) {
            Fields.text(span.attributes().take("spring.ai.chat.client.%s.text".formatted(role)))
                    .filter(text -> !text.isBlank())
                    .ifPresent(text -> messages.addObject().put("role", role).put("content", text));
        }
        return messages;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes()
                .text("spring.ai.kind")
                .filter(kind -> kind.equals("tool_call"))
                .map(kind -> SpanKind.TOOL);
    }
}
