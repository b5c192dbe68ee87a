package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Braintrust's own attributes, by which anybody's spans fill the fields of its rows: {@code braintrust.input_json},
 * {@code braintrust.metadata} and the like, each JSON in text.
 *
 * @see <a href="https://www.braintrust.dev/docs/integrations/sdk-integrations/opentelemetry">OpenTelemetry</a>
 */
final class BraintrustAttributes implements AttributeDialect {
    private static final String METADATA = "braintrust.metadata";
    private static final String METRICS = "braintrust.metrics";
    private static final String ATTRIBUTES = "braintrust.span_attributes";

    /** What a row says otherwise is a step of an agent, or judges one. */
    private static final Map<String, SpanKind> KINDS = Map.of(
            "llm", SpanKind.LLM,
            "tool", SpanKind.TOOL,
            "score", SpanKind.EVALUATOR,
            "review", SpanKind.EVALUATOR,
            "classifier", SpanKind.EVALUATOR);

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.AGENT, below(METADATA, "agent", "agent_name", "agentName")),
            entry(
                    Field.SESSION,
                    below(
                            METADATA,
                            "session_id",
                            "sessionId",
                            "thread_id",
                            "threadId",
                            "conversation_id",
                            "conversationId")),
            entry(Field.USER, below(METADATA, "user_id", "userId")),
            entry(Field.PROVIDER, below(METADATA, "provider", "ls_provider")),
            entry(Field.MODEL, below(METADATA, "model", "ls_model_name", "model_name")),
            entry(Field.CALL_ID, below(METADATA, "tool_call_id", "toolCallId")),
            entry(Field.INPUT_TOKENS, below(METRICS, "prompt_tokens")),
            entry(Field.OUTPUT_TOKENS, below(METRICS, "completion_tokens")),
            entry(Field.CACHE_READ_TOKENS, below(METRICS, "prompt_cached_tokens")),
            entry(Field.CACHE_WRITE_TOKENS, below(METRICS, "prompt_cache_creation_tokens")),
            entry(Field.REASONING_TOKENS, below(METRICS, "completion_reasoning_tokens", "reasoning_tokens")),
            entry(Field.COST, below(METRICS, "estimated_cost")),
            entry(Field.TAGS, List.of("braintrust.tags")));

    private static List<String> below(String whole, String... names) {
        return List.of(names).stream().map(name -> whole + "." + name).toList();
    }

    /** The same attributes, with what some of them hold as attributes of their own. */
    static ObjectNode spread(ObjectNode flat) {
        for (String whole : List.of(METADATA, METRICS, ATTRIBUTES)) {
            JsonNode inside = JsonInText.decoded(flat.path(whole));
            if (inside.isObject()) {
                flat.remove(whole);
                inside.properties().forEach(field -> flat.putIfAbsent(whole + "." + field.getKey(), field.getValue()));
            }
        }
        return flat;
    }

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes().text(ATTRIBUTES + ".type").map(type -> KINDS.getOrDefault(type, SpanKind.CHAIN));
    }

    @Override
    public JsonNode input(Carried span) {
        return either(span.attributes(), "braintrust.input_json", "braintrust.input");
    }

    @Override
    public JsonNode output(Carried span) {
        return either(span.attributes(), "braintrust.output_json", "braintrust.output");
    }

    private static JsonNode either(Attributes attributes, String json, String plain) {
        JsonNode told = attributes.take(json);
        JsonNode otherwise = attributes.take(plain);
        return Bodies.inside(Fields.isEmpty(told) ? otherwise : told);
    }

    @Override
    public JsonNode tools(Carried span) {
        return span.attributes().take(METADATA + ".tools");
    }
}
