package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What MLflow's tracing writes, see {@code SpanAttributeKey} and {@code SpanType} of its {@code tracing/constant.py} and
 * {@code entities/span.py}. It keeps requests, responses and counts as JSON; {@link MlflowTold} makes attributes of what
 * is in them.
 */
final class MlflowAttributes implements AttributeDialect {
    static final String TYPE = "mlflow.spanType";
    static final String INPUTS = "mlflow.spanInputs";
    static final String OUTPUTS = "mlflow.spanOutputs";
    static final String TOOLS = "mlflow.chat.tools";
    /** Not MLflow's: the answer was streamed, and its end is missing. */
    static final String CUT = "mlflow.stream.cut";

    /** Types of a user's own invention, and {@code UNKNOWN}, say nothing here. */
    private static final Map<String, SpanKind> KINDS = Map.ofEntries(
            entry("LLM", SpanKind.LLM),
            entry("CHAT_MODEL", SpanKind.LLM),
            entry("AGENT", SpanKind.AGENT),
            entry("TOOL", SpanKind.TOOL),
            entry("RETRIEVER", SpanKind.RETRIEVER),
            entry("RERANKER", SpanKind.RETRIEVER),
            entry("EMBEDDING", SpanKind.EMBEDDING),
            entry("GUARDRAIL", SpanKind.GUARDRAIL),
            entry("EVALUATOR", SpanKind.EVALUATOR),
            entry("CHAIN", SpanKind.CHAIN),
            entry("WORKFLOW", SpanKind.CHAIN),
            entry("TASK", SpanKind.CHAIN),
            entry("PARSER", SpanKind.CHAIN),
            entry("MEMORY", SpanKind.CHAIN));

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.AGENT_VERSION, List.of("mlflow.modelId")),
            entry(Field.PROVIDER, List.of("mlflow.llm.provider")),
            entry(Field.MODEL, List.of("mlflow.request.model", "mlflow.llm.model")),
            entry(Field.ANSWERED_BY, List.of("mlflow.response.model")),
            entry(Field.PARAMETERS, List.of("mlflow.request.parameters")),
            entry(Field.RESPONSE_ID, List.of("mlflow.response.id")),
            entry(Field.FINISH, List.of("mlflow.response.finish_reason")),
            entry(Field.CALL_ID, List.of("mlflow.tool.call_id")),
            entry(Field.INPUT_TOKENS, List.of("mlflow.usage.input_tokens")),
            entry(Field.OUTPUT_TOKENS, List.of("mlflow.usage.output_tokens")),
            entry(Field.CACHE_READ_TOKENS, List.of("mlflow.usage.cache_read_tokens")),
            entry(Field.CACHE_WRITE_TOKENS, List.of("mlflow.usage.cache_write_tokens")),
            entry(Field.REASONING_TOKENS, List.of("mlflow.usage.reasoning_tokens")),
            entry(Field.COST, List.of("mlflow.llm.total_cost")),
            entry(Field.PROMPT_NAME, List.of("mlflow.prompt.name")),
            entry(Field.PROMPT_VERSION, List.of("mlflow.prompt.version")),
            entry(Field.TAGS, List.of("mlflow.tags")));

    /** A served agent's only argument. */
    private static final Set<String> ARGUMENTS = Set.of("request", "model_input", "inputs", "input_data");

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        return span.attributes().text(TYPE).flatMap(MlflowAttributes::kind);
    }

    static Optional<SpanKind> kind(String type) {
        return Optional.ofNullable(KINDS.get(type.toUpperCase(Locale.ROOT)));
    }

    @Override
    public JsonNode input(Carried span) {
        span.attributes().use(TYPE);
        JsonNode told = span.attributes().take(INPUTS);
        JsonNode inputs = JsonInText.decoded(told);
        JsonNode request = request(inputs);
        if (isConversation(request.path("input")) && !request.has("instructions")) {
            return request.path("input");
        }
        return request.equals(inputs) ? told : request;
    }

    /** What an agent was asked, out of the argument that it stands in; the arguments as they are where there are others. */
    static JsonNode request(JsonNode inputs) {
        String name =
                inputs.isObject() && inputs.size() == 1 ? inputs.fieldNames().next() : "";
        boolean argument = ARGUMENTS.contains(name) && inputs.path(name).isContainerNode();
        return argument ? inputs.path(name) : inputs;
    }

    static boolean isCut(Carried span) {
        return span.attributes().take(CUT).asBoolean();
    }

    private static boolean isConversation(JsonNode input) {
        return input.isArray() && input.path(0).has("role");
    }

    /** Vectors are nothing that was said. */
    @Override
    public JsonNode output(Carried span) {
        JsonNode told = span.attributes().take(OUTPUTS);
        return kind(span).filter(SpanKind.EMBEDDING::equals).isPresent() ? MissingNode.getInstance() : told;
    }

    @Override
    public JsonNode tools(Carried span) {
        return span.attributes().take(TOOLS);
    }
}
