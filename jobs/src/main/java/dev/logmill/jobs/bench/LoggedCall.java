package dev.logmill.jobs.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One simulated call of a model, before any logging system has written it in its way.
 *
 * @param request as chat completions has it, and so is {@code response}
 */
record LoggedCall(
        String trace,
        String span,
        String parent,
        String session,
        String user,
        String agent,
        Instant begun,
        Instant ended,
        JsonNode request,
        JsonNode response) {
    /** The call that a record of the simulated gateway tells; nothing where it tells another thing, or in another API's words. */
    static Optional<LoggedCall> of(String line) {
        JsonNode record;
        try {
            record = Json.parse(line);
        } catch (JsonProcessingException broken) {
            return Optional.empty();
        }
        if (!record.at("/response/choices/0/message").isObject()
                || !record.path("timestamp").isTextual()) {
            return Optional.empty();
        }
        Instant begun = Instant.parse(record.path("timestamp").textValue());
        return Optional.of(new LoggedCall(
                record.path("trace_id").asText(),
                record.path("span_id").asText(),
                record.path("parent_span_id").asText(),
                record.path("session_id").asText(),
                record.path("user_id").asText(),
                record.path("agent").asText(),
                begun,
                begun.plus(Duration.ofMillis(record.path("latency_ms").asLong())),
                record.path("request"),
                record.path("response")));
    }

    JsonNode message() {
        return response.at("/choices/0/message");
    }

    String finish() {
        return response.at("/choices/0/finish_reason").asText();
    }

    String model() {
        return request.path("model").asText();
    }

    long inputTokens() {
        return response.at("/usage/prompt_tokens").asLong();
    }

    long outputTokens() {
        return response.at("/usage/completion_tokens").asLong();
    }

    /** The answer as most systems log it: a list of choices. */
    ArrayNode choices() {
        ArrayNode choices = Json.MAPPER.createArrayNode();
        ObjectNode choice = choices.addObject().put("finish_reason", finish());
        choice.set("message", message());
        return choices;
    }
}
