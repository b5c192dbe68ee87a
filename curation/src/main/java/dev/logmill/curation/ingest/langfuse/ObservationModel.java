package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.SpanKind;
import java.util.Optional;

/** What an observation says of its model: LangChain's metadata name the one that was asked for, the row the one that answered. */
record ObservationModel(Row row, SpanKind kind, JsonNode metadata) {
    /** The model; a call has one, if without a name. */
    Optional<Model> model(Optional<String> finish) {
        JsonNode parameters = row.decoded("model_parameters");
        Optional<String> named = row.text("provided_model_name").or(() -> row.text("model"));
        Optional<String> asked = Fields.filled(metadata, "ls_model_name");
        Model model = new Model(
                Fields.filled(metadata, "ls_provider"),
                asked.or(() -> named),
                asked.isPresent() ? named : Optional.empty(),
                parameters.isObject() && !parameters.isEmpty()
                        ? Optional.of(Json.canonical(parameters))
                        : Optional.empty(),
                Optional.empty(),
                finish);
        return named.isPresent() || kind == SpanKind.LLM ? Optional.of(model) : Optional.empty();
    }
}
