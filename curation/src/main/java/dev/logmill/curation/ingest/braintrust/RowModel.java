package dev.logmill.curation.ingest.braintrust;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.SpanKind;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Which model a row called and how: applications and frameworks say it in its metadata, its input and its output. */
final class RowModel {
    private static final List<String> MODELS = List.of("model", "ls_model_name", "model_name");
    private static final List<String> PROVIDERS = List.of("provider", "ls_provider");
    private static final Set<String> PARAMETERS = Set.of(
            "temperature",
            "max_tokens",
            "max_completion_tokens",
            "top_p",
            "top_k",
            "stop",
            "seed",
            "frequency_penalty",
            "presence_penalty",
            "response_format",
            "tool_choice",
            "parallel_tool_calls",
            "reasoning_effort",
            "thinking",
            "stream",
            "n");

    private final JsonNode row;
    private final JsonNode metadata;
    private final JsonNode request;
    private final JsonNode input;
    private final JsonNode output;

    RowModel(JsonNode row, JsonNode metadata, JsonNode input, JsonNode output) {
        this.row = row;
        this.metadata = metadata;
        this.request = metadata.path("invocation_params").isObject() ? metadata.path("invocation_params") : metadata;
        this.input = input;
        this.output = output;
    }

    /** Whether a field of the metadata is a parameter of the call. */
    static boolean isParameter(String name) {
        return PARAMETERS.contains(name);
    }

    /**
     * The model of a call; nothing where the row names none and is no call of one.
     *
     * @param finish how the answer ended
     */
    Optional<Model> of(SpanKind kind, Optional<String> finish) {
        // What the request named stands in its parameters, or in the part that came before the answer. Another name
        // beside
        // the answer is that of the model that gave it.
        boolean asked = metadata.path("invocation_params").isObject();
        boolean answers = row.path("_is_merge").asBoolean() && !Fields.isEmpty(row.path("output"));
        Optional<String> told = LoggedRow.first(metadata, MODELS);
        Optional<String> requested = asked ? LoggedRow.first(request, MODELS) : answers ? Optional.empty() : told;
        Optional<String> beside =
                asked || answers ? told.filter(name -> !requested.equals(Optional.of(name))) : Optional.empty();
        Optional<String> answered = Fields.filled(row, "model")
                .or(() -> Fields.filled(output, "model"))
                .or(() -> beside);
        JsonNode inner = metadata.path("metadata");
        Model model = new Model(
                Stream.of(LoggedRow.first(metadata, PROVIDERS), LoggedRow.first(inner, PROVIDERS))
                        .flatMap(Optional::stream)
                        .findFirst(),
                Stream.of(
                                requested,
                                asked ? told : Optional.<String>empty(),
                                LoggedRow.first(inner, MODELS),
                                Fields.filled(input, "model"))
                        .flatMap(Optional::stream)
                        .findFirst(),
                answered,
                parameters(),
                Fields.filled(output, "id"),
                finish);
        boolean named = model.requested().isPresent() || model.responded().isPresent();
        return named || kind == SpanKind.LLM ? Optional.of(model) : Optional.empty();
    }

    private Optional<String> parameters() {
        ObjectNode parameters = Json.MAPPER.createObjectNode();
        request.properties().stream()
                .filter(field -> PARAMETERS.contains(field.getKey()) && !Fields.isEmpty(field.getValue()))
                .forEach(field -> parameters.set(field.getKey(), field.getValue()));
        return parameters.isEmpty() ? Optional.empty() : Optional.of(Json.canonical(parameters));
    }

    /** The tools that were offered, as a request has them. */
    JsonNode offered() {
        return Stream.of(request, metadata, input)
                .filter(body -> JsonInText.decoded(body.path("tools")).isArray())
                .findFirst()
                .<JsonNode>map(
                        body -> Json.MAPPER.createObjectNode().set("tools", JsonInText.decoded(body.path("tools"))))
                .orElseGet(Json.MAPPER::createObjectNode);
    }
}
