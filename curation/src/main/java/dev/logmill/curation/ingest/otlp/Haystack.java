package dev.logmill.curation.ingest.otlp;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Haystack's own tracer: a span a component, a pipeline and an agent, with what went in and out as JSON in text where content is
 * traced. What kind a component is, the name of its class says. Source: {@code haystack.core.pipeline} and {@code
 * haystack.components.agents}.
 */
final class Haystack implements AttributeDialect {
    private static final String TYPE = "haystack.component.type";
    private static final String AGENT = "Agent";
    private static final String INVOKER = "ToolInvoker";
    private static final String OUTPUT = "haystack.component.output";
    private static final List<String> INPUTS =
            List.of("haystack.component.input", "haystack.agent.input", "haystack.pipeline.input_data");
    private static final List<String> OUTPUTS =
            List.of(OUTPUT, "haystack.agent.output", "haystack.pipeline.output_data");

    private static final Map<Field, List<String>> NAMES = Map.ofEntries(
            entry(Field.AGENT, List.of("haystack.agent.name")),
            entry(Field.ANSWERED_BY, List.of("haystack.reply.model")),
            entry(Field.FINISH, List.of("haystack.reply.finish_reason")),
            entry(Field.INPUT_TOKENS, List.of("haystack.reply.prompt_tokens")),
            entry(Field.OUTPUT_TOKENS, List.of("haystack.reply.completion_tokens")),
            entry(Field.TOOL, List.of(HaystackTool.NAME)),
            entry(Field.CALL_ID, List.of(HaystackTool.ID)),
            entry(Field.TOOL_ARGUMENTS, List.of(HaystackTool.ARGUMENTS)),
            entry(Field.TOOL_RESULT, List.of(HaystackTool.RESULT)));

    /** The same attributes, with what a reply says of itself as attributes of their own. */
    static ObjectNode spread(ObjectNode flat) {
        if (!flat.has(TYPE)) {
            return flat;
        }
        if (Fields.word(flat, TYPE).equals(AGENT)) {
            flat.set("haystack.agent.name", flat.path("haystack.component.name"));
        }
        if (Fields.word(flat, TYPE).endsWith(INVOKER)) {
            HaystackTool.spread(flat, flat.path(INPUTS.get(0)), flat.path(OUTPUT));
        }
        JsonNode output = JsonInText.decoded(flat.path(OUTPUT));
        JsonNode reply = output.path("replies").path(0);
        Stream.of(reply.path("meta"), reply.path("_meta"), output.path("meta").path(0))
                .filter(JsonNode::isObject)
                .findFirst()
                .ifPresent(meta -> {
                    put(flat, "model", meta.path("model"));
                    put(flat, "finish_reason", meta.path("finish_reason"));
                    put(flat, "prompt_tokens", meta.path("usage").path("prompt_tokens"));
                    put(flat, "completion_tokens", meta.path("usage").path("completion_tokens"));
                });
        return flat;
    }

    private static void put(ObjectNode flat, String name, JsonNode value) {
        if (!Fields.isEmpty(value)) {
            flat.set("haystack.reply." + name, value);
        }
    }

    @Override
    public Map<Field, List<String>> names() {
        return NAMES;
    }

    @Override
    public Optional<SpanKind> kind(Carried span) {
        // The run of an agent that is a component of a pipeline stands in the span that names it.
        if (span.name().equals("haystack.agent.run") && span.parentSpanId().isEmpty()) {
            return Optional.of(SpanKind.AGENT);
        }
        if (span.attributes().has(HaystackTool.NAME)) {
            return Optional.of(SpanKind.TOOL);
        }
        return span.attributes().text(TYPE).map(Haystack::kind);
    }

    private static SpanKind kind(String type) {
        if (type.endsWith("Generator")) {
            return SpanKind.LLM;
        }
        if (type.endsWith("Embedder")) {
            return SpanKind.EMBEDDING;
        }
        if (type.endsWith("Retriever") || type.endsWith("Ranker")) {
            return SpanKind.RETRIEVER;
        }
        return type.equals(AGENT) ? SpanKind.AGENT : SpanKind.CHAIN;
    }

    @Override
    public JsonNode input(Carried span) {
        return span.attributes().first(INPUTS);
    }

    /** Replies of an older generator are texts; vectors are nothing that was said. */
    @Override
    public JsonNode output(Carried span) {
        JsonNode told = span.attributes().first(OUTPUTS);
        if (kind(span).filter(SpanKind.EMBEDDING::equals).isPresent()) {
            return MissingNode.getInstance();
        }
        JsonNode reply = JsonInText.decoded(told).path("replies").path(0);
        return reply.isTextual() ? reply : told;
    }

    @Override
    public JsonNode tools(Carried span) {
        JsonNode listed =
                JsonInText.decoded(span.attributes().peek(INPUTS.get(0))).path("tools");
        return listed.isArray() ? listed : MissingNode.getInstance();
    }
}
