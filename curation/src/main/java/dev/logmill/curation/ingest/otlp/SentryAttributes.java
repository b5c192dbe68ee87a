package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.Unquoted;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Sentry's names beside those of {@link OtelGenAi}, and the ones that it gave up for them; see {@code model/attributes/gen_ai}
 * and {@code model/attribute_transformations} of sentry-conventions.
 */
final class SentryAttributes implements AttributeDialect {
    private static final Map<String, SpanKind> TYPES = Map.of(
            "agent", SpanKind.AGENT,
            "ai_client", SpanKind.LLM,
            "tool", SpanKind.TOOL,
            "handoff", SpanKind.CHAIN);

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.TOOL_ARGUMENTS, List.of("gen_ai.tool.input")),
            entry(Field.TOOL_RESULT, List.of("gen_ai.tool.output", "gen_ai.tool.message")),
            entry(Field.CACHE_READ_TOKENS, List.of("gen_ai.usage.input_tokens.cached")),
            entry(Field.CACHE_WRITE_TOKENS, List.of("gen_ai.usage.input_tokens.cache_write")),
            entry(Field.REASONING_TOKENS, List.of("gen_ai.usage.output_tokens.reasoning")),
            entry(Field.COST, List.of("gen_ai.cost.total_tokens")),
            entry(Field.ENVIRONMENT, List.of("sentry.environment")),
            entry(Field.RELEASE, List.of("sentry.release")));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return Fields.filled(span.body(), "op")
                .or(() -> span.attributes().text("sentry.op"))
                .filter(op -> op.startsWith("gen_ai."))
                .map(op -> op.substring("gen_ai.".length()))
                .map(op -> OtelGenAi.OPERATIONS.getOrDefault(op, TYPES.get(op)))
                .or(() -> span.attributes().text("gen_ai.operation.type").map(TYPES::get));
    }

    @Override
    public JsonNode input(Carried span) {
        return span.attributes().take("gen_ai.request.messages");
    }

    @Override
    public JsonNode output(Carried span) {
        ObjectNode answer = Json.MAPPER.createObjectNode();
        JsonNode text = said(span.attributes().take("gen_ai.response.text"));
        if (!Fields.isEmpty(text)) {
            answer.set("content", text);
        }
        JsonNode calls = JsonInText.decoded(span.attributes().take("gen_ai.response.tool_calls"));
        if (calls.isArray() && !calls.isEmpty()) {
            answer.set("tool_calls", calls);
        }
        return answer.isEmpty() ? MissingNode.getInstance() : answer.put("role", "assistant");
    }

    /** A text, a JSON text, a message whose fields but its content say nothing here, or a list of either. */
    private static JsonNode said(JsonNode logged) {
        JsonNode node = JsonInText.decoded(logged);
        if (node.isObject() && node.has("content")) {
            return node.path("content");
        }
        if (node.isArray()) {
            ArrayNode parts = Json.MAPPER.createArrayNode();
            node.forEach(part -> parts.add(part.isObject() ? part.path("content") : part));
            return parts;
        }
        return logged.isTextual() ? AttributeValues.text(Unquoted.of(logged.textValue())) : logged;
    }

    @Override
    public JsonNode tools(Carried span) {
        return span.attributes().take("gen_ai.request.available_tools");
    }
}
