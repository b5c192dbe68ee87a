package dev.logmill.curation.ingest;

import static dev.logmill.curation.ingest.Written.asText;
import static dev.logmill.curation.ingest.Written.iso;
import static dev.logmill.curation.ingest.Written.messages;
import static dev.logmill.curation.ingest.Written.naive;
import static dev.logmill.curation.ingest.Written.nanos;
import static dev.logmill.curation.ingest.Written.parsed;
import static dev.logmill.curation.ingest.Written.put;
import static dev.logmill.curation.ingest.Written.quoted;
import static dev.logmill.curation.ingest.Written.text;
import static dev.logmill.curation.ingest.Written.with;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Locale;

/** One operation as tracing platforms export it, see {@link NativeLog}. */
final class PlatformRecords {
    private PlatformRecords() {}

    /** A row of the blob export. */
    static ObjectNode langfuse(JsonNode told) {
        ObjectNode row = Json.MAPPER.createObjectNode();
        put(row, "id", told.path("span"));
        put(row, "trace_id", told.path("trace"));
        row.put("project_id", "shop").put("trace_name", "support");
        String kind = told.path("kind").asText("llm").toUpperCase(Locale.ROOT);
        row.put("type", kind.equals("LLM") ? "GENERATION" : kind);
        put(row, "parent_observation_id", told.path("parent"));
        put(row, "name", told.path("name"));
        put(row, "start_time", naive(told.path("start")));
        put(row, "end_time", naive(told.path("end")));
        row.put("level", told.has("error") ? "ERROR" : "DEFAULT");
        put(row, "status_message", told.path("error"));
        put(row, "user_id", told.path("user"));
        put(row, "session_id", told.path("session"));
        put(row, "provided_model_name", told.path("model"));
        put(row, "input", asText(told.path("input")));
        put(row, "output", asText(told.path("output")));
        put(row, "updated_at", naive(told.path("updated")));
        if (told.has("usage")) {
            ObjectNode usage = row.putObject("usage_details");
            usage.put(
                    "input",
                    told.at("/usage/input").asLong() - told.at("/usage/cached").asLong());
            usage.put(
                    "output",
                    told.at("/usage/output").asLong()
                            - told.at("/usage/reasoning").asLong());
            put(usage, "input_cached_tokens", told.at("/usage/cached"));
            put(usage, "output_reasoning_tokens", told.at("/usage/reasoning"));
        }
        return with(row, told.path("extra"));
    }

    /** A row of the export. */
    static ObjectNode braintrust(JsonNode told) {
        ObjectNode row = Json.MAPPER.createObjectNode();
        put(row, "id", told.path("span"));
        put(row, "span_id", told.path("span"));
        put(row, "root_span_id", told.path("trace"));
        if (told.has("parent")) {
            row.putArray("span_parents").add(told.path("parent"));
        }
        row.put("_xact_id", "1000197000000000001");
        put(row, "_xact_id", told.path("transaction"));
        put(row, "error", told.path("error"));
        String kind = told.path("kind").asText("llm");
        ObjectNode attributes = row.putObject("span_attributes");
        put(attributes, "name", told.path("name"));
        attributes.put("type", kind.equals("agent") ? "task" : kind.equals("evaluator") ? "score" : kind);
        put(row, "input", told.path("input"));
        if (told.has("output")) {
            ObjectNode choice = row.putArray("output").addObject();
            put(choice, "message", told.path("output"));
            put(choice, "finish_reason", told.path("finish"));
        }
        ObjectNode metadata = row.putObject("metadata");
        put(metadata, "session_id", told.path("session"));
        put(metadata, "user_id", told.path("user"));
        put(metadata, "model", told.path("model"));
        ObjectNode metrics = row.putObject("metrics");
        put(metrics, "start", told.path("start"));
        put(metrics, "end", told.path("end"));
        put(metrics, "prompt_tokens", told.at("/usage/input"));
        put(metrics, "completion_tokens", told.at("/usage/output"));
        put(metrics, "prompt_cached_tokens", told.at("/usage/cached"));
        put(metrics, "completion_reasoning_tokens", told.at("/usage/reasoning"));
        return with(row, told.path("extra"));
    }

    /** A run. */
    static ObjectNode langSmith(JsonNode told) {
        ObjectNode run = Json.MAPPER.createObjectNode();
        put(run, "id", told.path("span"));
        put(run, "trace_id", told.path("trace"));
        put(run, "parent_run_id", told.path("parent"));
        put(run, "name", told.path("name"));
        String kind = told.path("kind").asText("llm");
        run.put("run_type", kind.equals("agent") || kind.equals("evaluator") ? "chain" : kind);
        put(run, "start_time", iso(told.path("start")));
        put(run, "end_time", iso(told.path("end")));
        put(run, "error", told.path("error"));
        ObjectNode inputs = Json.MAPPER.createObjectNode();
        put(inputs, told.path("input").isArray() ? "messages" : "input", told.path("input"));
        run.put("inputs", inputs.toString());
        ObjectNode outputs = Json.MAPPER.createObjectNode();
        if (told.has("output")) {
            ObjectNode choice = outputs.putArray("choices").addObject();
            put(choice, "message", told.path("output"));
            put(choice, "finish_reason", told.path("finish"));
        }
        if (told.has("usage")) {
            ObjectNode usage = outputs.putObject("usage_metadata");
            put(usage, "input_tokens", told.at("/usage/input"));
            put(usage, "output_tokens", told.at("/usage/output"));
            put(usage.putObject("input_token_details"), "cache_read", told.at("/usage/cached"));
            put(usage.putObject("output_token_details"), "reasoning", told.at("/usage/reasoning"));
        }
        run.put("outputs", outputs.toString());
        ObjectNode extra = Json.MAPPER.createObjectNode();
        ObjectNode metadata = extra.putObject("metadata");
        put(metadata, "thread_id", told.path("session"));
        put(metadata, "user_id", told.path("user"));
        put(metadata, "ls_model_name", told.path("model"));
        run.put("extra", extra.toString());
        return with(run, told.path("extra"));
    }

    /** A trace of one span. */
    static ObjectNode mlflow(JsonNode told) {
        ObjectNode span = Json.MAPPER.createObjectNode();
        put(span, "name", told.path("name"));
        put(span.putObject("context"), "trace_id", told.path("trace"));
        put((ObjectNode) span.path("context"), "span_id", told.path("span"));
        put(span, "parent_id", told.path("parent"));
        span.set("start_time", parsed(nanos(told.path("start"))));
        span.set("end_time", parsed(nanos(told.path("end"))));
        span.put("status_code", told.has("error") ? "ERROR" : "OK");
        put(span, "status_message", told.path("error"));
        ObjectNode attributes = span.putObject("attributes");
        String kind = told.path("kind").asText("llm");
        String type = kind.equals("llm") ? "CHAT_MODEL" : kind.toUpperCase(Locale.ROOT);
        attributes.put("mlflow.spanType", quoted(type));
        put(
                attributes,
                "mlflow.llm.model",
                told.has("model") ? text(quoted(told.path("model").asText())) : told.path("model"));
        ObjectNode inputs = Json.MAPPER.createObjectNode();
        inputs.set("messages", messages(told));
        attributes.put("mlflow.spanInputs", inputs.toString());
        if (told.has("output")) {
            ObjectNode outputs = Json.MAPPER.createObjectNode();
            ObjectNode choice = outputs.putArray("choices").addObject();
            put(choice, "message", told.path("output"));
            put(choice, "finish_reason", told.path("finish"));
            attributes.put("mlflow.spanOutputs", outputs.toString());
        }
        if (told.has("usage")) {
            ObjectNode usage = Json.MAPPER.createObjectNode();
            put(usage, "input_tokens", told.at("/usage/input"));
            put(usage, "output_tokens", told.at("/usage/output"));
            put(usage, "cache_read_input_tokens", told.at("/usage/cached"));
            attributes.put("mlflow.chat.tokenUsage", usage.toString());
        }
        with(attributes, told.path("extra"));
        ObjectNode trace = Json.MAPPER.createObjectNode();
        ObjectNode info = trace.putObject("info");
        put(info, "trace_id", told.path("trace"));
        ObjectNode metadata = info.putObject("trace_metadata");
        put(metadata, "mlflow.trace.session", told.path("session"));
        put(metadata, "mlflow.trace.user", told.path("user"));
        trace.putObject("data").putArray("spans").add(span);
        return trace;
    }
}
