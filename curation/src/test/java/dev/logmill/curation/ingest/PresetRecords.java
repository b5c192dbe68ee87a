package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Written.asText;
import static dev.logmill.curation.ingest.Written.iso;
import static dev.logmill.curation.ingest.Written.messages;
import static dev.logmill.curation.ingest.Written.naive;
import static dev.logmill.curation.ingest.Written.nanos;
import static dev.logmill.curation.ingest.Written.parsed;
import static dev.logmill.curation.ingest.Written.put;
import static dev.logmill.curation.ingest.Written.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Map;

/** One operation as formats write it that have a preset, see {@link NativeLog}. */
final class PresetRecords {
    private PresetRecords() {}

    /** A row of its spans. */
    static ObjectNode mastra(JsonNode told) {
        ObjectNode span = Json.MAPPER.createObjectNode();
        put(span, "traceId", told.path("trace"));
        put(span, "spanId", told.path("span"));
        put(span, "parentSpanId", told.path("parent"));
        put(span, "name", told.path("name"));
        String kind = told.path("kind").asText("llm");
        span.put(
                "spanType",
                Map.of("llm", "model_generation", "agent", "agent_run", "tool", "tool_call", "evaluator", "scorer_run")
                        .getOrDefault(kind, "generic"));
        put(span, "startedAt", iso(told.path("start")));
        put(span, "endedAt", iso(told.path("end")));
        put(span, "updatedAt", iso(told.path("updated")));
        put(span, "threadId", told.path("session"));
        put(span, "userId", told.path("user"));
        if (told.has("error")) {
            put(span.putObject("error"), "message", told.path("error"));
        }
        span.putObject("input").set("messages", messages(told));
        put(span, "output", told.path("output"));
        ObjectNode attributes = span.putObject("attributes");
        put(attributes, "model", told.path("model"));
        put(attributes, "finishReason", told.path("finish"));
        if (told.has("usage")) {
            ObjectNode usage = attributes.putObject("usage");
            put(usage, "inputTokens", told.at("/usage/input"));
            put(usage, "outputTokens", told.at("/usage/output"));
            put(usage.putObject("inputDetails"), "cacheRead", told.at("/usage/cached"));
            put(usage.putObject("outputDetails"), "reasoning", told.at("/usage/reasoning"));
        }
        return with(span, told.path("extra"));
    }

    /** A span as the SDK sends it. */
    static ObjectNode datadog(JsonNode told) {
        ObjectNode span = Json.MAPPER.createObjectNode();
        put(span, "trace_id", told.path("trace"));
        put(span, "span_id", told.path("span"));
        put(span, "parent_id", told.path("parent"));
        put(span, "name", told.path("name"));
        put(span, "session_id", told.path("session"));
        span.set("start_ns", parsed(nanos(told.path("start"))));
        span.put("duration", (told.path("end").asLong() - told.path("start").asLong()) * 1_000_000_000L);
        ObjectNode meta = span.putObject("meta");
        String kind = told.path("kind").asText("llm");
        meta.put("kind", kind.equals("chain") ? "workflow" : kind);
        put(meta, "model_name", told.path("model"));
        put(meta.putObject("metadata"), "user_id", told.path("user"));
        meta.putObject("input").set("messages", messages(told));
        if (told.has("output")) {
            meta.putObject("output").putArray("messages").add(told.path("output"));
        }
        if (told.has("error")) {
            put(meta.putObject("error"), "message", told.path("error"));
        }
        ObjectNode metrics = span.putObject("metrics");
        put(metrics, "input_tokens", told.at("/usage/input"));
        put(metrics, "output_tokens", told.at("/usage/output"));
        put(metrics, "cache_read_input_tokens", told.at("/usage/cached"));
        put(metrics, "reasoning_output_tokens", told.at("/usage/reasoning"));
        return with(span, told.path("extra"));
    }

    /** What export() of a span gives. */
    static ObjectNode openAiAgents(JsonNode told) {
        ObjectNode span = Json.MAPPER.createObjectNode().put("object", "trace.span");
        put(span, "id", told.path("span"));
        put(span, "trace_id", told.path("trace"));
        put(span, "parent_id", told.path("parent"));
        put(span, "started_at", iso(told.path("start")));
        put(span, "ended_at", iso(told.path("end")));
        if (told.has("error")) {
            put(span.putObject("error"), "message", told.path("error"));
        }
        ObjectNode data = span.putObject("span_data");
        String kind = told.path("kind").asText("llm");
        put(data, "name", told.path("name"));
        data.put("type", Map.of("llm", "generation", "agent", "agent").getOrDefault(kind, "custom"));
        if (kind.equals("llm")) {
            put(data, "input", told.path("input"));
            if (told.has("output")) {
                data.putArray("output").add(told.path("output"));
            }
            put(data, "model", told.path("model"));
        }
        if (told.has("usage")) {
            ObjectNode usage = data.putObject("usage");
            put(usage, "input_tokens", told.at("/usage/input"));
            put(usage, "output_tokens", told.at("/usage/output"));
            put(usage.putObject("input_tokens_details"), "cached_tokens", told.at("/usage/cached"));
            put(usage.putObject("output_tokens_details"), "reasoning_tokens", told.at("/usage/reasoning"));
        }
        put(span.putObject("metadata"), "user_id", told.path("user"));
        return with(span, told.path("extra"));
    }

    /** An event, sent once what it tells of has ended. */
    static ObjectNode postHog(JsonNode told) {
        boolean call = told.path("kind").asText("llm").equals("llm");
        ObjectNode event = Json.MAPPER.createObjectNode().put("event", call ? "$ai_generation" : "$ai_span");
        put(event, "timestamp", iso(told.path("end")));
        put(event, "distinct_id", told.path("user"));
        ObjectNode properties = event.putObject("properties");
        put(properties, "$ai_trace_id", told.path("trace"));
        put(properties, "$ai_span_id", told.path("span"));
        put(properties, "$ai_parent_id", told.path("parent"));
        put(properties, "$ai_session_id", told.path("session"));
        put(properties, "$ai_span_name", told.path("name"));
        put(properties, "$ai_model", told.path("model"));
        put(properties, "$ai_error", told.path("error"));
        put(properties, "$ai_stop_reason", told.path("finish"));
        properties.put(
                "$ai_latency", told.path("end").asLong() - told.path("start").asLong());
        put(properties, call ? "$ai_input" : "$ai_input_state", told.path("input"));
        if (told.has("output")) {
            properties
                    .putArray(call ? "$ai_output_choices" : "$ai_output_state")
                    .add(told.path("output"));
        }
        put(properties, "$ai_input_tokens", told.at("/usage/input"));
        put(properties, "$ai_output_tokens", told.at("/usage/output"));
        put(properties, "$ai_cache_read_input_tokens", told.at("/usage/cached"));
        put(properties, "$ai_reasoning_tokens", told.at("/usage/reasoning"));
        return with(event, told.path("extra"));
    }

    /** A row of the query of simonw/llm's database, which knows calls alone. */
    static ObjectNode llm(JsonNode told) {
        ObjectNode row = Json.MAPPER.createObjectNode();
        put(row, "id", told.path("span"));
        put(row, "thread_id", told.path("trace"));
        put(row, "model", told.path("model"));
        put(row, "datetime_utc", naive(told.path("start")));
        row.put("duration_ms", (told.path("end").asLong() - told.path("start").asLong()) * 1000);
        row.put("input", messages(told).toString());
        put(row, "output", asText(told.path("output")));
        put(row, "input_tokens", told.at("/usage/input"));
        put(row, "output_tokens", told.at("/usage/output"));
        if (told.has("usage")) {
            ObjectNode details = Json.MAPPER.createObjectNode();
            put(details.putObject("prompt_tokens_details"), "cached_tokens", told.at("/usage/cached"));
            put(details.putObject("completion_tokens_details"), "reasoning_tokens", told.at("/usage/reasoning"));
            row.put("token_details", details.toString());
        }
        return with(row, told.path("extra"));
    }

    /** A row of the query of Phoenix's database: attributes are one nested object, as text. */
    static ObjectNode phoenix(JsonNode told) {
        ObjectNode span = OpenTelemetryRecords.openInference(told);
        ObjectNode row = Json.MAPPER.createObjectNode();
        put(row, "name", span.path("name"));
        put(row, "context.trace_id", span.at("/context/trace_id"));
        put(row, "context.span_id", span.at("/context/span_id"));
        put(row, "parent_id", span.path("parent_id"));
        put(row, "span_kind", span.at("/attributes/openinference.span.kind"));
        put(row, "start_time", naive(told.path("start")));
        put(row, "end_time", naive(told.path("end")));
        put(row, "status_code", span.path("status_code"));
        put(row, "status_message", told.path("error"));
        ObjectNode nested = Json.MAPPER.createObjectNode();
        span.path("attributes")
                .properties()
                .forEach(attribute -> nest(nested, attribute.getKey().split("\\.", -1), attribute.getValue()));
        return row.put("attributes", nested.toString());
    }

    /** Puts a value at its dotted place; lists stand as objects by their indexes. */
    private static void nest(ObjectNode into, String[] names, JsonNode value) {
        ObjectNode at = into;
        for (int i = 0; i < names.length - 1; i++) {
            at = at.withObjectProperty(names[i]);
        }
        at.set(names[names.length - 1], value);
    }
}
