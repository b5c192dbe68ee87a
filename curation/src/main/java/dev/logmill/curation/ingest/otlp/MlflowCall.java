package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Model, parameters, tools, id and ending of a call of a model, out of the request and the response that MLflow's
 * autologging keeps whole. It also notes the arguments of the call one by one, as attributes without a prefix: those say
 * the same once more.
 */
final class MlflowCall {
    /** What a request holds besides parameters. */
    private static final Set<String> ASKED = Set.of(
            "model",
            "modelId",
            "model_name",
            "messages",
            "input",
            "instructions",
            "system",
            "prompt",
            "prompts",
            "contents",
            "system_instruction",
            "tools",
            "functions",
            "toolConfig",
            "config");
    /** The arguments of LangChain's models. */
    private static final String INVOCATION = "invocation_params";

    private static final List<String> MODELS = List.of("model", "modelId", "model_name");

    /** What the message that Anthropic answers with tells of the response. */
    private static final List<String> OF_RESPONSE =
            List.of("id", "type", "model", "stop_reason", "stop_sequence", "usage");

    private final ObjectNode told;

    MlflowCall(ObjectNode told) {
        this.told = told;
    }

    void spread() {
        JsonNode request = JsonInText.decoded(told.path(MlflowAttributes.INPUTS));
        JsonNode invoked = JsonInText.decoded(told.path(INVOCATION));
        if (request.isObject()) {
            asked(request);
            told.remove(MlflowTold.filled(request).stream()
                    .filter(field -> MlflowTold.holds(told.path(field.getKey()), field.getValue()))
                    .map(Map.Entry::getKey)
                    .toList());
        }
        if (invoked.isObject()) {
            told.remove(INVOCATION);
            asked(invoked);
        }
        answered(JsonInText.decoded(told.path(MlflowAttributes.OUTPUTS)));
    }

    private void asked(JsonNode request) {
        first(request, MODELS).ifPresent(model -> told.put("mlflow.request.model", model));
        ObjectNode parameters = Json.MAPPER.createObjectNode();
        Stream.concat(MlflowTold.filled(request).stream(), MlflowTold.filled(request.path("config")).stream())
                .filter(field -> !ASKED.contains(field.getKey()))
                .forEach(field -> parameters.set(field.getKey(), field.getValue()));
        boolean talks = ASKED.stream().anyMatch(request::has);
        if (talks && !parameters.isEmpty()) {
            told.set("mlflow.request.parameters", parameters);
        }
        Stream.of(
                        request.path("tools"),
                        request.path("functions"),
                        request.path("toolConfig").path("tools"),
                        request.path("config").path("tools"))
                .filter(tools -> !Fields.isEmpty(tools) && Fields.isEmpty(told.path(MlflowAttributes.TOOLS)))
                .findFirst()
                .ifPresent(tools -> told.set(MlflowAttributes.TOOLS, tools));
    }

    private void answered(JsonNode response) {
        JsonNode metadata = WholeAnswer.metadata(response);
        first(response, List.of("id")).ifPresent(id -> told.put("mlflow.response.id", id));
        first(response, List.of("model", "model_version"))
                .or(() -> first(metadata, List.of("model_name", "model")))
                .ifPresent(this::answeredBy);
        WholeAnswer.ending(response).ifPresent(word -> told.put("mlflow.response.finish_reason", word));
        if (Fields.word(response, "type").equals("message") && response instanceof ObjectNode answer) {
            told.set(MlflowAttributes.OUTPUTS, answer.deepCopy().without(OF_RESPONSE));
        }
    }

    /** MLflow's own attribute for the model holds the one asked for, or the one that answered where the response says so. */
    private void answeredBy(String model) {
        told.put("mlflow.response.model", model);
        if (Fields.word(told, "mlflow.llm.model").equals(model)) {
            told.remove("mlflow.llm.model");
        }
    }

    private static Optional<String> first(JsonNode node, List<String> names) {
        return names.stream()
                .flatMap(name -> Fields.filled(node, name).stream())
                .findFirst();
    }
}
