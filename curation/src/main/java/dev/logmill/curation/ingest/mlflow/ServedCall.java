package dev.logmill.curation.ingest.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row of an inference table of Databricks: one request to a served model or agent and its response, as JSON in text. Of
 * an agent the response may hold the trace. The tables of AI Gateway, those of before ({@code timestamp_ms}, {@code
 * execution_time_ms}) and the newest ({@code invocation_id}, {@code event_time}) have their own names for the same.
 */
final class ServedCall {
    private static final List<String> ID = List.of("databricks_request_id", "invocation_id");
    private static final Map<String, String> NAMES = Map.of(
            "databricks_request_id", "request_id",
            "invocation_id", "request_id",
            "request_time", "timestamp",
            "event_time", "timestamp",
            "execution_duration_ms", "latency_ms",
            "execution_time_ms", "latency_ms",
            "requester", "user");
    /** The day of the time. */
    private static final Set<String> DAYS = Set.of("date", "request_date", "event_date");

    private static final List<String> TIMES = List.of("request_time", "event_time", "timestamp_ms");
    private static final List<String> DURATIONS = List.of("execution_duration_ms", "execution_time_ms", "latency_ms");

    private static final String OUTPUT = "databricks_output";

    private ServedCall() {}

    static boolean isOne(JsonNode row) {
        boolean named = ID.stream().anyMatch(name -> row.path(name).isTextual());
        return named && (row.has("request") || row.has("response"));
    }

    /** The trace in the response: in that of a stream, in the last of its events that has one. */
    static Optional<JsonNode> trace(JsonNode row) {
        JsonNode response = JsonInText.decoded(row.path("response"));
        if (!response.isArray()) {
            return traceIn(response);
        }
        Optional<JsonNode> last = Optional.empty();
        for (JsonNode event : response) {
            Optional<JsonNode> found = traceIn(JsonInText.decoded(event));
            last = found.isPresent() ? found : last;
        }
        return last;
    }

    private static Optional<JsonNode> traceIn(JsonNode response) {
        JsonNode trace = JsonInText.decoded(response.path(OUTPUT).path("trace"));
        return Optional.of(trace).filter(JsonNode::isObject);
    }

    /** What the row says of a call whose trace is told, without request and response: the trace's root has these. */
    static ObjectNode beside(JsonNode row) {
        ObjectNode beside = Json.MAPPER.createObjectNode();
        row.properties().stream()
                .filter(field -> !DAYS.contains(field.getKey()) && !Fields.isEmpty(field.getValue()))
                .forEach(field -> beside.set(field.getKey(), field.getValue()));
        context(row, "user_id").ifPresent(user -> beside.put("requester", user));
        return beside.without(List.of("request", "response", "request_time", "event_time", "timestamp_ms"));
    }

    /** Who asks a served agent, and in which conversation; the requester is only who called the endpoint. */
    private static Optional<String> context(JsonNode row, String name) {
        return Fields.filled(JsonInText.decoded(row.path("request")).path("context"), name);
    }

    /** Whether a {@code ChatAgent} answered, whose messages, whole or as deltas, no provider's API has. */
    static boolean isOfChatAgent(JsonNode row) {
        JsonNode response = JsonInText.decoded(row.path("response"));
        return response.path("messages").path(0).path("role").isTextual()
                || response.path(0).path("delta").path("role").isTextual();
    }

    /** The row as the span of the agent that answered. */
    static ObjectNode agentSpan(JsonNode row) {
        ObjectNode span = Json.MAPPER.createObjectNode();
        first(row, ID).ifPresent(id -> span.put("trace_id", id.asText()).put("span_id", id.asText()));
        span.put(
                "name",
                Fields.filled(JsonInText.decoded(row.path("request_metadata")), "endpoint_name")
                        .or(() -> Fields.filled(row, "endpoint_name"))
                        .orElse("agent"));
        first(row, TIMES).ifPresent(start -> {
            span.set("start_time", start);
            ended(start, first(row, DURATIONS)).ifPresent(end -> span.put("end_time", end.toString()));
        });
        ObjectNode attributes = span.putObject("attributes");
        attributes.put("mlflow.spanType", "AGENT");
        attributes.set("mlflow.spanInputs", row.path("request"));
        attributes.set("mlflow.spanOutputs", row.path("response"));
        return span;
    }

    private static Optional<JsonNode> first(JsonNode row, List<String> names) {
        return names.stream()
                .map(row::path)
                .filter(value -> !Fields.isEmpty(value))
                .findFirst();
    }

    private static Optional<Instant> ended(JsonNode start, Optional<JsonNode> duration) {
        try {
            Instant begun = Timestamps.read("start_time", start);
            return duration.filter(JsonNode::isNumber).map(ms -> begun.plusMillis(ms.longValue()));
        } catch (UnreadableRecord refusedWithTheSpan) {
            return Optional.empty();
        }
    }

    /** The row as a record of one call of a model. */
    static ObjectNode call(JsonNode row) {
        ObjectNode call = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : row.properties()) {
            if (!DAYS.contains(field.getKey()) && !Fields.isEmpty(field.getValue())) {
                call.set(NAMES.getOrDefault(field.getKey(), field.getKey()), field.getValue());
            }
        }
        JsonNode response = JsonInText.decoded(row.path("response"));
        if (response instanceof ObjectNode told && told.has(OUTPUT)) {
            call.set("response", told.deepCopy().without(OUTPUT));
        }
        JsonNode request = JsonInText.decoded(row.path("request"));
        if (request instanceof ObjectNode told && told.path("context").isObject()) {
            ObjectNode asked = told.deepCopy();
            ((ObjectNode) asked.path("context")).remove(List.of("user_id", "conversation_id"));
            call.set("request", asked.path("context").isEmpty() ? asked.without("context") : asked);
        }
        context(row, "user_id").ifPresent(user -> call.put("user", user));
        context(row, "conversation_id").ifPresent(id -> call.put("session_id", id));
        return call;
    }
}
