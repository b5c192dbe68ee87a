package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a model was asked.
 *
 * @param parameters canonical JSON of everything but messages, tools, model and ids of people
 * @param continues the answer whose conversation it goes on with; then {@code messages} are only what is new
 */
record Request(List<Message> messages, List<Tool> tools, Optional<String> parameters, Optional<String> continues) {
    private static final Set<String> NO_PARAMETERS = Set.of(
            "model",
            "messages",
            "input",
            "system",
            "tools",
            "functions",
            "previous_response_id",
            "conversation",
            "metadata",
            "user",
            "safety_identifier",
            "api_key",
            "headers",
            "extra_headers");

    /** The parameters of a request body, without the fields that one API reads elsewhere. */
    static Optional<String> parameters(JsonNode request, Set<String> elsewhere) {
        ObjectNode parameters = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : request.properties()) {
            String name = field.getKey();
            if (!NO_PARAMETERS.contains(name)
                    && !elsewhere.contains(name)
                    && !field.getValue().isNull()) {
                parameters.set(name, field.getValue());
            }
        }
        return parameters.isEmpty() ? Optional.empty() : Optional.of(Json.canonical(parameters));
    }
}
