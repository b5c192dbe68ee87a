package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanKind;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Google's Agent Development Kit, beside the names of {@link OtelGenAi}: a request and a response of Gemini, and what a tool took
 * and gave, each as JSON in text. Where nothing was recorded stands an empty object.
 */
final class GoogleAdk implements AttributeDialect {
    private static final String REQUEST = "gcp.vertex.agent.llm_request";
    private static final String RESPONSE = "gcp.vertex.agent.llm_response";
    private static final List<String> ELSEWHERE =
            List.of("system_instruction", "systemInstruction", "tools", "http_options");
    private static final List<String> SYSTEM = List.of("system_instruction", "systemInstruction");

    private static final Map<Field, List<String>> NAMES = Map.of(
            Field.SESSION, List.of("gcp.vertex.agent.session_id"),
            Field.TOOL_ARGUMENTS, List.of("gcp.vertex.agent.tool_call_args"),
            Field.TOOL_RESULT, List.of("gcp.vertex.agent.tool_response"));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    /** Older versions name no operation. An empty request stands beside the arguments of a tool too. */
    @Override
    public Optional<SpanKind> kind(Carried span) {
        if (request(span).has("contents")) {
            return Optional.of(SpanKind.LLM);
        }
        return span.attributes().has("gcp.vertex.agent.tool_call_args") ? Optional.of(SpanKind.TOOL) : Optional.empty();
    }

    @Override
    public JsonNode input(Carried span) {
        span.attributes().use(REQUEST);
        return request(span).path("contents");
    }

    @Override
    public JsonNode output(Carried span) {
        span.attributes().use(RESPONSE);
        JsonNode response = response(span.attributes());
        JsonNode content = response.path("content");
        if (Fields.isEmpty(content.path("parts"))) {
            return MissingNode.getInstance();
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        ObjectNode message = messages.addObject().put("role", "model");
        message.set("parts", content.path("parts"));
        Fields.filled(response, "finish_reason").ifPresent(word -> message.put("finish_reason", word));
        return messages;
    }

    @Override
    public JsonNode system(Carried span) {
        JsonNode config = request(span).path("config");
        for (String name : SYSTEM) {
            JsonNode told = config.path(name);
            if (!Fields.isEmpty(told)) {
                return told.has("parts") ? told.path("parts") : told;
            }
        }
        return config.path(SYSTEM.get(0));
    }

    @Override
    public JsonNode tools(Carried span) {
        return request(span).path("config").path("tools");
    }

    /** What the request holds beside messages and tools. */
    static ObjectNode parameters(Attributes attributes) {
        JsonNode config = JsonInText.decoded(attributes.peek(REQUEST)).path("config");
        ObjectNode parameters = Json.MAPPER.createObjectNode();
        config.properties().forEach(field -> parameters.set(field.getKey(), field.getValue()));
        parameters.remove(ELSEWHERE);
        return parameters;
    }

    /** What the response counts; thoughts stand beside what was said, what came from the cache is part of the prompt. */
    static Usage usage(Attributes attributes) {
        JsonNode counted = response(attributes).path("usage_metadata");
        Optional<Long> thoughts = Fields.count(counted, "thoughts_token_count");
        return new Usage(
                Fields.count(counted, "prompt_token_count"),
                Fields.count(counted, "candidates_token_count")
                        .map(said -> said + thoughts.orElse(0L))
                        .or(() -> thoughts),
                Fields.count(counted, "cached_content_token_count"),
                Optional.empty(),
                thoughts);
    }

    private static JsonNode response(Attributes attributes) {
        return JsonInText.decoded(attributes.peek(RESPONSE));
    }

    private static JsonNode request(Carried span) {
        return JsonInText.decoded(span.attributes().peek(REQUEST));
    }
}
