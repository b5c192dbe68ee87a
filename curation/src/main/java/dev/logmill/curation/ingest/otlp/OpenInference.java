package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** OpenInference, as Phoenix and Arize read it; see its {@code spec/semantic_conventions.md}. */
final class OpenInference implements AttributeDialect {
    private static final Map<String, SpanKind> KINDS = Map.ofEntries(
            entry("LLM", SpanKind.LLM),
            entry("EMBEDDING", SpanKind.EMBEDDING),
            entry("CHAIN", SpanKind.CHAIN),
            entry("PROMPT", SpanKind.CHAIN),
            entry("RETRIEVER", SpanKind.RETRIEVER),
            entry("RERANKER", SpanKind.RETRIEVER),
            entry("TOOL", SpanKind.TOOL),
            entry("AGENT", SpanKind.AGENT),
            entry("GUARDRAIL", SpanKind.GUARDRAIL),
            entry("EVALUATOR", SpanKind.EVALUATOR));

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.AGENT, List.of("agent.name")),
            entry(Field.SESSION, List.of("session.id")),
            entry(Field.USER, List.of("user.id")),
            entry(Field.PROVIDER, List.of("llm.provider", "llm.system")),
            entry(Field.MODEL, List.of("llm.request.model_name", "llm.model_name", "embedding.model_name")),
            entry(Field.ANSWERED_BY, List.of("llm.response.model_name")),
            entry(Field.FINISH, List.of("llm.finish_reason", OpenInferenceAnswer.FINISH)),
            entry(Field.PARAMETERS, List.of("llm.invocation_parameters", "embedding.invocation_parameters")),
            entry(Field.TOOL, List.of("tool.name")),
            entry(Field.CALL_ID, List.of("tool.id", "tool_call.id")),
            entry(Field.INPUT_TOKENS, List.of("llm.token_count.prompt", OpenInferenceAnswer.INPUT_TOKENS)),
            entry(Field.OUTPUT_TOKENS, List.of("llm.token_count.completion", OpenInferenceAnswer.OUTPUT_TOKENS)),
            entry(
                    Field.CACHE_READ_TOKENS,
                    List.of("llm.token_count.prompt_details.cache_read", OpenInferenceAnswer.CACHE_READ_TOKENS)),
            entry(
                    Field.CACHE_WRITE_TOKENS,
                    List.of("llm.token_count.prompt_details.cache_write", OpenInferenceAnswer.CACHE_WRITE_TOKENS)),
            entry(
                    Field.REASONING_TOKENS,
                    List.of("llm.token_count.completion_details.reasoning", OpenInferenceAnswer.REASONING_TOKENS)),
            entry(Field.COST, List.of("llm.cost.total")),
            entry(Field.PROMPT_NAME, List.of("llm.prompt_template.name", "prompt.id")),
            entry(Field.PROMPT_VERSION, List.of("llm.prompt_template.version")),
            entry(Field.TAGS, List.of("tag.tags")));

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    /** Old data has the kinds in lower case; Phoenix's own export has them beside the attributes. */
    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes()
                .text("openinference.span.kind")
                .or(() -> Fields.filled(span.body(), "span_kind"))
                .map(kind -> KINDS.get(kind.toUpperCase(Locale.ROOT)));
    }

    @Override
    public JsonNode input(Carried span) {
        JsonNode told = either(span.attributes(), "llm.input_messages", "input", "user");
        ArrayNode prompts = texts(span.attributes(), "llm.prompts", "prompt", "user");
        if (Fields.isEmpty(told) && !prompts.isEmpty()) {
            return prompts;
        }
        return Fields.isEmpty(told) ? Retrieved.asked(span.attributes()) : told;
    }

    @Override
    public JsonNode output(Carried span) {
        JsonNode told = either(span.attributes(), "llm.output_messages", "output", "assistant");
        ArrayNode completions = texts(span.attributes(), "llm.choices", "completion", "assistant");
        if (Fields.isEmpty(told) && !completions.isEmpty()) {
            return completions;
        }
        return Fields.isEmpty(told) ? Retrieved.documents(span.attributes()) : told;
    }

    /** The value of a span of messages is its request or response once more. */
    private static JsonNode either(Attributes attributes, String listed, String value, String role) {
        ArrayNode messages = Roles.filled(OpenInferenceMessages.of(attributes.list(listed)), role);
        JsonNode whole = attributes.take(value + ".value");
        attributes.use(value + ".mime_type");
        return messages.isEmpty() ? completions(attributes, value, Bodies.inside(whole)) : messages;
    }

    /** What a model of DSPy answered is a list of texts, in JSON; a model may answer with a list too, and then it is text. */
    private static JsonNode completions(Attributes attributes, String value, JsonNode told) {
        JsonNode list = JsonInText.decoded(told);
        boolean answered = value.equals("output")
                && attributes
                        .text("openinference.span.kind")
                        .filter("LLM"::equalsIgnoreCase)
                        .isPresent()
                && attributes
                        .text("output.mime_type")
                        .filter(type -> type.contains("json"))
                        .isPresent();
        if (!answered || !list.isArray() || list.isEmpty()) {
            return told;
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        for (JsonNode text : list) {
            if (!text.isTextual()) {
                return told;
            }
            messages.addObject().put("role", "assistant").set("content", text);
        }
        return messages;
    }

    /** Completions of a prompt: {@code llm.prompts.0.prompt.text} and {@code llm.choices.0.completion.text}. */
    private static ArrayNode texts(Attributes attributes, String listed, String inside, String role) {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        if (attributes.peek(listed).path(0).has(inside)) {
            for (JsonNode element : attributes.list(listed)) {
                messages.addObject()
                        .put("role", role)
                        .set("content", element.path(inside).path("text"));
            }
        }
        return messages;
    }

    @Override
    public JsonNode tools(Carried span) {
        ArrayNode tools = Json.MAPPER.createArrayNode();
        for (JsonNode listed : span.attributes().list("llm.tools")) {
            JsonNode tool = listed.path("tool").isObject() ? listed.path("tool") : listed;
            JsonNode schema = JsonInText.decoded(tool.path("json_schema"));
            tools.add(schema.isObject() ? schema : named(tool));
        }
        return tools;
    }

    private static ObjectNode named(JsonNode tool) {
        ObjectNode named = Json.MAPPER.createObjectNode();
        tool.properties().forEach(field -> named.set(field.getKey(), field.getValue()));
        return named;
    }
}
