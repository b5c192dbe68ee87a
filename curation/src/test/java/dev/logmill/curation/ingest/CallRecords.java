package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Written.messages;
import static dev.logmill.curation.ingest.Written.put;
import static dev.logmill.curation.ingest.Written.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;

/** One operation as gateways and home-grown logs write it, see {@link NativeLog}. */
final class CallRecords {
    private CallRecords() {}

    /** A request and its response. */
    static ObjectNode openAi(JsonNode told) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        put(record, "trace_id", told.path("trace"));
        put(record, "span_id", told.path("span"));
        put(record, "parent_span_id", told.path("parent"));
        put(record, "start_time", told.path("start"));
        put(record, "end_time", told.path("end"));
        put(record, "session_id", told.path("session"));
        put(record, "user", told.path("user"));
        put(record, "updated_at", told.path("updated"));
        ObjectNode request = record.putObject("request");
        put(request, "model", told.path("model"));
        request.set("messages", messages(told));
        ObjectNode response = record.putObject("response");
        put(response, "model", told.path("model"));
        put(response, "error", told.path("error"));
        ArrayNode choices = response.putArray("choices");
        if (told.has("output")) {
            put(choices.addObject(), "finish_reason", told.path("finish"));
            put((ObjectNode) choices.path(0), "message", told.path("output"));
        }
        if (told.has("usage")) {
            ObjectNode usage = response.putObject("usage");
            put(usage, "prompt_tokens", told.at("/usage/input"));
            put(usage, "completion_tokens", told.at("/usage/output"));
            put(usage.putObject("prompt_tokens_details"), "cached_tokens", told.at("/usage/cached"));
            put(usage.putObject("completion_tokens_details"), "reasoning_tokens", told.at("/usage/reasoning"));
        }
        return with(record, told.path("extra"));
    }

    /** Fields by names of their own. */
    static ObjectNode mapped(JsonNode told) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        told.properties().stream()
                .filter(field -> !field.getKey().equals("extra"))
                .forEach(field -> put(record, field.getKey(), field.getValue()));
        return with(record, told.path("extra"));
    }
}
