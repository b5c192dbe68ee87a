package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Logfire's instrumentations of the clients of OpenAI and Anthropic: the request and what came of it, as JSON in one attribute
 * each. Of Anthropic's calls they name nothing else. Source: {@code logfire._internal.integrations.llm_providers}.
 */
final class LogfireAttributes implements AttributeDialect {
    private static final String REQUEST = "request_data";
    private static final String RESPONSE = "response_data";
    private static final List<String> SAID = List.of("message", "combined_chunk_content", "text");
    private static final List<String> ELSEWHERE =
            List.of("model", "messages", "system", "instructions", "tools", "input", "prompt");

    @Override
    public Map<Field, List<String>> names() {
        return Map.of();
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        if (!isCall(span.attributes())) {
            return Optional.empty();
        }
        return Optional.of(span.name().startsWith("Embedding") ? SpanKind.EMBEDDING : SpanKind.LLM);
    }

    /** Whether what a span calls its request is one to a model: the name is anybody's. */
    private static boolean isCall(Attributes attributes) {
        JsonNode request = decoded(attributes, REQUEST);
        return request.path("model").isTextual()
                && Stream.of("messages", "prompt", "input").anyMatch(request::has);
    }

    @Override
    public JsonNode input(Carried span) {
        return isCall(span.attributes())
                ? JsonInText.decoded(span.attributes().take(REQUEST))
                : MissingNode.getInstance();
    }

    @Override
    public JsonNode output(Carried span) {
        if (!isCall(span.attributes())) {
            return MissingNode.getInstance();
        }
        JsonNode response = JsonInText.decoded(span.attributes().take(RESPONSE));
        return SAID.stream()
                .map(response::path)
                .filter(said -> !Fields.isEmpty(said))
                .findFirst()
                .orElseGet(MissingNode::getInstance);
    }

    @Override
    public JsonNode tools(Carried span) {
        return isCall(span.attributes())
                ? decoded(span.attributes(), REQUEST).path("tools")
                : MissingNode.getInstance();
    }

    /** The model that the request asks for. */
    static Optional<String> model(Attributes attributes) {
        return isCall(attributes) ? Fields.filled(decoded(attributes, REQUEST), "model") : Optional.empty();
    }

    /** What the request holds beside messages and tools. */
    static ObjectNode parameters(Attributes attributes) {
        ObjectNode parameters = Json.MAPPER.createObjectNode();
        if (isCall(attributes)) {
            decoded(attributes, REQUEST)
                    .properties()
                    .forEach(field -> parameters.set(field.getKey(), field.getValue()));
        }
        return parameters.remove(ELSEWHERE);
    }

    /** What the response counts, as its provider does. */
    static Optional<Usage> usage(Attributes attributes) {
        JsonNode counted = decoded(attributes, RESPONSE).path("usage");
        UsageConvention convention = counted.has("prompt_tokens")
                ? UsageConvention.CHAT
                : counted.has("input_tokens_details") ? UsageConvention.RESPONSES : UsageConvention.ANTHROPIC;
        return isCall(attributes) ? convention.read(counted) : Optional.empty();
    }

    private static JsonNode decoded(Attributes attributes, String name) {
        return JsonInText.decoded(attributes.peek(name));
    }
}
