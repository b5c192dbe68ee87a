package dev.logmill.curation.run;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Model;
import java.util.Optional;

/** The form of answer that a request asked for, read from its parameters. */
public final class ResponseFormat {
    private ResponseFormat() {}

    /**
     * Canonical JSON of the request's {@code response_format}, or of {@code text.format} as the Responses interface calls
     * it; absent where it asks for nothing but text.
     */
    public static Optional<String> of(Optional<Model> model) {
        return model.flatMap(Model::parameters).flatMap(Json::container).flatMap(ResponseFormat::in);
    }

    private static Optional<String> in(JsonNode parameters) {
        JsonNode chat = parameters.path("response_format");
        JsonNode format = chat.isObject() ? chat : parameters.path("text").path("format");
        boolean asks = format.isObject() && !format.path("type").asText().equals("text");
        return asks ? Optional.of(Json.canonical(format)) : Optional.empty();
    }
}
