package dev.logmill.curation.ingest.langsmith;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.FinishReasons;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.SpanKind;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which model a run called and how. */
record RunModel(JsonNode inputs, JsonNode outputs, JsonNode extra, RunTalk talk) {
    private static final Set<String> ASKED =
            Set.of("messages", "model", "system", "tools", "functions", "input", "prompt");
    /**
     * The model of a call; nothing where the run names none and is no call of one.
     *
     * @param finish how the answer ended, where it says so itself
     */
    Optional<Model> of(SpanKind kind, Optional<String> finish) {
        JsonNode made = outputs.path("llm_output");
        JsonNode response = talk.answered().path("response_metadata");
        JsonNode info = talk.info();
        Model model = new Model(
                Fields.filled(metadata(), "ls_provider"),
                Fields.filled(metadata(), "ls_model_name")
                        .or(() -> Fields.filled(inputs, "model"))
                        .or(() -> Fields.filled(asked(), "model")),
                Stream.of(
                                Fields.filled(outputs, "model"),
                                Fields.filled(made, "model_name"),
                                Fields.filled(response, "model_name"),
                                Fields.filled(info, "model_name"),
                                Fields.filled(info, "model"))
                        .flatMap(Optional::stream)
                        .findFirst(),
                parameters(),
                Fields.filled(outputs, "id").or(() -> Fields.filled(response, "id")),
                finish.or(() -> reason(response)).or(() -> reason(info)));
        boolean named = model.requested().isPresent() || model.responded().isPresent();
        return named || kind == SpanKind.LLM ? Optional.of(model) : Optional.empty();
    }

    private static Optional<String> reason(JsonNode response) {
        return Fields.filled(response, "finish_reason")
                .or(() -> Fields.filled(response, "stop_reason"))
                .map(FinishReasons::normalised);
    }

    /** How the model was asked: what LangChain hands to it, or the request of a wrapped client. */
    JsonNode asked() {
        JsonNode invocation = JsonInText.decoded(extra.path("invocation_params"));
        return invocation.isObject()
                ? invocation
                : inputs.path("messages").isArray() ? inputs : MissingNode.getInstance();
    }

    private Optional<String> parameters() {
        ObjectNode parameters = Json.MAPPER.createObjectNode();
        asked().properties().stream()
                .filter(field -> !ASKED.contains(field.getKey()) && !Fields.isEmpty(field.getValue()))
                .forEach(field -> parameters.set(field.getKey(), field.getValue()));
        return parameters.isEmpty() ? Optional.empty() : Optional.of(Json.canonical(parameters));
    }

    private JsonNode metadata() {
        return extra.path("metadata");
    }
}
