package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.SpanKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The attributes of a span of MLflow with what it keeps inside them as attributes of their own. MLflow writes each value
 * as JSON in text; archived traces and those of an OTLP endpoint have the same values undone.
 */
final class MlflowTold {
    private static final List<String> MARKS =
            List.of(MlflowAttributes.TYPE, MlflowAttributes.INPUTS, MlflowAttributes.OUTPUTS, "mlflow.traceRequestId");

    private static final String MESSAGES = "mlflow.chat.messages";
    private static final String USAGE = "mlflow.chat.tokenUsage";
    private static final String COST = "mlflow.llm.cost";
    private static final String PROMPTS = "mlflow.linkedPrompts";
    private static final String CHUNK = "mlflow.chunk.item.";

    private final ObjectNode told = Json.MAPPER.createObjectNode();

    private MlflowTold(ObjectNode flat) {
        flat.properties().forEach(field -> {
            JsonNode value = plain(field.getValue());
            if (!value.isNull()) {
                told.set(field.getKey(), value);
            }
        });
    }

    /** The same attributes, more of them; those of a span that is not MLflow's as they are. */
    static ObjectNode spread(ObjectNode flat, JsonNode events) {
        if (MARKS.stream().noneMatch(flat::has)) {
            return flat;
        }
        boolean streamed = false;
        for (JsonNode event : events) {
            streamed |= Fields.word(event, "name").startsWith(CHUNK);
        }
        return new MlflowTold(flat).spread(streamed);
    }

    /** Whether an event of a span tells a piece of the answer that the span tells whole. */
    static boolean isChunk(String event, ObjectNode attributes) {
        return event.startsWith(CHUNK) && !Fields.isEmpty(attributes.path(MlflowAttributes.OUTPUTS));
    }

    /** Without the quotes of JSON; lists and objects are undone by who reads them. */
    private static JsonNode plain(JsonNode value) {
        String text = value.isTextual() ? value.textValue() : "";
        if (!text.startsWith("\"") && !text.equals("null")) {
            return value;
        }
        try {
            JsonNode inner = Json.parse(text);
            return inner.isTextual() || inner.isNull() ? inner : value;
        } catch (JsonProcessingException noJson) {
            return value;
        }
    }

    private ObjectNode spread(boolean streamed) {
        Optional<SpanKind> kind = MlflowAttributes.kind(Fields.word(told, MlflowAttributes.TYPE));
        Optional<SpanKind> modelled = kind.filter(of -> of == SpanKind.LLM || of == SpanKind.EMBEDDING);
        if (modelled.isPresent()) {
            undone(MlflowAttributes.INPUTS);
            undone(MlflowAttributes.OUTPUTS);
        }
        olderMessages();
        streamed(streamed);
        served();
        if (modelled.isPresent()) {
            new MlflowCall(told).spread();
        }
        if (kind.filter(SpanKind.TOOL::equals).isPresent()) {
            toolMessage();
        }
        JsonNode outputs = modelled.isPresent() ? decoded(MlflowAttributes.OUTPUTS) : Json.MAPPER.missingNode();
        MlflowUsage.of(decoded(USAGE), outputs).ifPresent(usage -> {
            told.remove(USAGE);
            usage.inputTokens().ifPresent(count -> told.put("mlflow.usage.input_tokens", count));
            usage.outputTokens().ifPresent(count -> told.put("mlflow.usage.output_tokens", count));
            usage.cacheReadTokens().ifPresent(count -> told.put("mlflow.usage.cache_read_tokens", count));
            usage.cacheWriteTokens().ifPresent(count -> told.put("mlflow.usage.cache_write_tokens", count));
            usage.reasoningTokens().ifPresent(count -> told.put("mlflow.usage.reasoning_tokens", count));
        });
        JsonNode total = decoded(COST).path("total_cost");
        if (total.isNumber()) {
            told.remove(COST);
            told.set("mlflow.llm.total_cost", total);
        }
        JsonNode prompts = decoded(PROMPTS);
        if (prompts.size() == 1) {
            told.remove(PROMPTS);
            told.set("mlflow.prompt.name", prompts.path(0).path("name"));
            told.set("mlflow.prompt.version", prompts.path(0).path("version"));
        }
        return told;
    }

    /** A request or a response is asked of many things; what other spans say stays as it was written. */
    private void undone(String name) {
        if (told.has(name)) {
            told.set(name, decoded(name));
        }
    }

    private JsonNode decoded(String name) {
        return JsonInText.decoded(told.path(name));
    }

    /** Some versions of 2.x also note the conversation, question and answer in one list; mostly that is said once more. */
    private void olderMessages() {
        JsonNode messages = decoded(MESSAGES);
        if (!messages.isArray() || messages.isEmpty()) {
            return;
        }
        told.remove(MESSAGES);
        List<JsonNode> asked = new ArrayList<>();
        messages.forEach(asked::add);
        JsonNode last = asked.get(asked.size() - 1);
        if (last.path("role").asText().equals("assistant")) {
            asked.remove(asked.size() - 1);
            otherwise(MlflowAttributes.OUTPUTS, last);
        }
        otherwise(MlflowAttributes.INPUTS, Json.MAPPER.createArrayNode().addAll(asked));
    }

    private void streamed(boolean streamed) {
        Fields notes = new Fields();
        MlflowStream.whole(decoded(MlflowAttributes.OUTPUTS), streamed, notes)
                .ifPresent(whole -> told.set(MlflowAttributes.OUTPUTS, whole));
        if (notes.notes().contains(Fidelity.PARTIAL_STREAM)) {
            told.put(MlflowAttributes.CUT, true);
        }
    }

    /** A served agent is told beside the conversation who asks, in which one, and what its maker made up. */
    private void served() {
        JsonNode request = MlflowAttributes.request(decoded(MlflowAttributes.INPUTS));
        if (request.path("messages").isArray() || request.path("input").isArray()) {
            JsonNode context = request.path("context");
            Fields.filled(context, "conversation_id").ifPresent(id -> otherwise("session.id", id));
            Fields.filled(context, "user_id").ifPresent(id -> otherwise("user.id", id));
            otherwise("mlflow.custom_inputs", request.path("custom_inputs"));
            otherwise("mlflow.custom_outputs", decoded(MlflowAttributes.OUTPUTS).path("custom_outputs"));
        }
    }

    private void otherwise(String name, String value) {
        otherwise(name, Json.MAPPER.getNodeFactory().textNode(value));
    }

    private void otherwise(String name, JsonNode value) {
        if (Fields.isEmpty(decoded(name)) && !Fields.isEmpty(value)) {
            told.set(name, value);
        }
    }

    /** A tool of LangChain answers with the message to the model. */
    private void toolMessage() {
        JsonNode message = decoded(MlflowAttributes.OUTPUTS);
        JsonNode said = message.path("kwargs").isObject() ? message.path("kwargs") : message;
        if (said.path("tool_call_id").isTextual() && said.has("content")) {
            told.set("mlflow.tool.call_id", said.path("tool_call_id"));
            told.set(MlflowAttributes.OUTPUTS, said.path("content"));
        }
    }

    /** Whether an attribute holds this value, plain or as JSON in text. */
    static boolean holds(JsonNode attribute, JsonNode value) {
        return attribute.equals(value)
                || JsonInText.decoded(attribute).equals(value)
                || (value.isValueNode()
                        && attribute.isTextual()
                        && attribute.asText().equals(value.asText()));
    }

    /** The fields of an object that say something. */
    static List<Map.Entry<String, JsonNode>> filled(JsonNode object) {
        return object.properties().stream()
                .filter(field -> !Fields.isEmpty(field.getValue()))
                .toList();
    }
}
