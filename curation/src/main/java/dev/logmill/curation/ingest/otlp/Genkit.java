package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.Unquoted;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Firebase Genkit: {@code genkit:input} and {@code genkit:output} of an action, each JSON in text; {@code
 * genkit:metadata:subtype} says what the action is. Shapes: {@code GenerateRequest} and {@code GenerateResponse} of genkit.
 */
final class Genkit implements AttributeDialect {
    private static final String TYPE = "genkit:type";
    private static final String SUBTYPE = "genkit:metadata:subtype";
    private static final String NAME = "genkit:name";
    private static final String INPUT = "genkit:input";
    private static final String OUTPUT = "genkit:output";

    private static final Map<String, SpanKind> KINDS = Map.of(
            "model", SpanKind.LLM,
            "background-model", SpanKind.LLM,
            "tool", SpanKind.TOOL,
            "tool.v2", SpanKind.TOOL,
            "embedder", SpanKind.EMBEDDING,
            "retriever", SpanKind.RETRIEVER,
            "reranker", SpanKind.RETRIEVER,
            "evaluator", SpanKind.EVALUATOR);

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.SESSION, List.of("genkit:sessionId", "genkit:metadata:sessionId")),
            entry(Field.MODEL, List.of("genkit.model")),
            entry(Field.PARAMETERS, List.of("genkit.config")),
            entry(Field.FINISH, List.of("genkit.finishReason")),
            entry(Field.TOOL, List.of("genkit.tool")),
            entry(Field.TOOL_ARGUMENTS, List.of("genkit.arguments")),
            entry(Field.TOOL_RESULT, List.of("genkit.result")),
            entry(Field.INPUT_TOKENS, List.of("genkit.usage.inputTokens")),
            entry(Field.OUTPUT_TOKENS, List.of("genkit.usage.outputTokens")),
            entry(Field.CACHE_READ_TOKENS, List.of("genkit.usage.cachedContentTokens")),
            entry(Field.REASONING_TOKENS, List.of("genkit.usage.thoughtsTokens")));

    /** The same attributes, with what a call of a model or of a tool holds as attributes of their own. */
    static ObjectNode spread(ObjectNode flat) {
        SpanKind kind = flat.has(TYPE) ? kind(Fields.word(flat, SUBTYPE)) : SpanKind.CHAIN;
        if (kind == SpanKind.TOOL) {
            move(flat, NAME, flat, "genkit.tool");
            move(flat, INPUT, flat, "genkit.arguments");
            move(flat, OUTPUT, flat, "genkit.result");
        } else if (kind == SpanKind.LLM || kind == SpanKind.EMBEDDING) {
            move(flat, NAME, flat, "genkit.model");
        }
        if (kind == SpanKind.LLM) {
            call(flat);
        }
        return flat;
    }

    private static SpanKind kind(String subtype) {
        return KINDS.getOrDefault(subtype, SpanKind.CHAIN);
    }

    private static void call(ObjectNode flat) {
        if (JsonInText.decoded(flat.path(INPUT)).deepCopy() instanceof ObjectNode request) {
            move(request, "config", flat, "genkit.config");
            move(request, "tools", flat, "genkit.tools");
            move(request, "messages", flat, "genkit.messages");
            flat.set(INPUT, request);
        }
        if (JsonInText.decoded(flat.path(OUTPUT)).deepCopy() instanceof ObjectNode response) {
            // It repeats what was asked.
            response.remove("request");
            JsonNode candidate = response.path("candidates").path(0);
            ObjectNode answer = candidate instanceof ObjectNode older ? older : response;
            move(answer, "message", flat, "genkit.message");
            move(answer, "finishReason", flat, "genkit.finishReason");
            response.path("usage")
                    .properties()
                    .forEach(count -> flat.set("genkit.usage." + count.getKey(), count.getValue()));
            response.remove("usage");
            flat.set(OUTPUT, response);
        }
    }

    private static void move(ObjectNode from, String name, ObjectNode to, String place) {
        JsonNode value = from.remove(name);
        if (value != null && !value.isNull()) {
            to.set(place, value);
        }
    }

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes()
                .text(TYPE)
                .map(type -> kind(span.attributes().text(SUBTYPE).orElse("")));
    }

    @Override
    public JsonNode input(Carried span) {
        Attributes attributes = span.attributes();
        return switch (kind(span).orElse(SpanKind.TOOL)) {
            case LLM -> attributes.take("genkit.messages");
            case TOOL -> MissingNode.getInstance();
            case EMBEDDING -> texts(JsonInText.decoded(attributes.take(INPUT)).path("input"));
            case RETRIEVER -> {
                JsonNode asked = JsonInText.decoded(attributes.take(INPUT));
                JsonNode query = asked.path("query").path("content");
                yield Fields.isEmpty(query) ? asked : query;
            }
            default -> plain(attributes.take(INPUT));
        };
    }

    /** Documents to embed, a message each. */
    private static ArrayNode texts(JsonNode documents) {
        ArrayNode texts = Json.MAPPER.createArrayNode();
        documents.forEach(document -> texts.addObject().put("role", "user").set("content", document.path("content")));
        return texts;
    }

    /** Vectors are nothing that was said. */
    @Override
    public JsonNode output(Carried span) {
        Attributes attributes = span.attributes();
        return switch (kind(span).orElse(SpanKind.TOOL)) {
            case LLM -> attributes.take("genkit.message");
            case TOOL -> MissingNode.getInstance();
            case EMBEDDING -> {
                attributes.use(OUTPUT);
                yield MissingNode.getInstance();
            }
            default -> plain(attributes.take(OUTPUT));
        };
    }

    /** A text is in the quotes of JSON. */
    private static JsonNode plain(JsonNode told) {
        return told.isTextual() ? TextNode.valueOf(Unquoted.of(told.textValue())) : told;
    }

    @Override
    public JsonNode tools(Carried span) {
        return span.attributes().take("genkit.tools");
    }
}
