package dev.logmill.jobs.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.time.Instant;

/** How tracing platforms export a call, see {@link LogForm}. */
final class PlatformRecords {
    private PlatformRecords() {}

    static ObjectNode langfuse(LoggedCall call) {
        ObjectNode row = node().put("id", call.span())
                .put("trace_id", call.trace())
                .put("project_id", "bench")
                .put("type", "GENERATION")
                .put("parent_observation_id", call.parent())
                .put("start_time", naive(call.begun()))
                .put("end_time", naive(call.ended()))
                .put("name", call.agent())
                .put("level", "DEFAULT")
                .put("environment", "production")
                .put("user_id", call.user())
                .put("session_id", call.session())
                .put("provided_model_name", call.model())
                .put("model_parameters", "{\"temperature\":0}")
                .put("input", call.request().path("messages").toString())
                .put("output", call.message().toString());
        row.putObject("usage_details").put("input", call.inputTokens()).put("output", call.outputTokens());
        ObjectNode tools = row.putObject("tool_definitions");
        call.request()
                .path("tools")
                .forEach(tool -> tools.put(
                        tool.at("/function/name").asText(),
                        tool.path("function").toString()));
        return row;
    }

    static ObjectNode braintrust(LoggedCall call) {
        ObjectNode row = node().put("id", call.span())
                .put("span_id", call.span())
                .put("root_span_id", call.trace())
                .put("_xact_id", "1000197000000000001")
                .put("created", call.begun().toString());
        row.putArray("span_parents").add(call.parent());
        row.putObject("span_attributes").put("name", call.agent()).put("type", "llm");
        row.set("input", call.request().path("messages"));
        row.set("output", call.choices());
        ObjectNode metadata = row.putObject("metadata")
                .put("session_id", call.session())
                .put("user_id", call.user())
                .put("model", call.model());
        metadata.set("tools", call.request().path("tools"));
        row.putObject("metrics")
                .put("start", call.begun().toEpochMilli() / 1e3)
                .put("end", call.ended().toEpochMilli() / 1e3)
                .put("prompt_tokens", call.inputTokens())
                .put("completion_tokens", call.outputTokens());
        return row;
    }

    static ObjectNode langsmith(LoggedCall call) {
        ObjectNode inputs = node();
        inputs.set("messages", call.request().path("messages"));
        ObjectNode outputs = node();
        outputs.set("choices", call.choices());
        outputs.putObject("usage_metadata")
                .put("input_tokens", call.inputTokens())
                .put("output_tokens", call.outputTokens());
        ObjectNode extra = node();
        extra.putObject("metadata")
                .put("thread_id", call.session())
                .put("user_id", call.user())
                .put("ls_model_name", call.model());
        extra.putObject("invocation_params").set("tools", call.request().path("tools"));
        return node().put("id", call.span())
                .put("trace_id", call.trace())
                .put("parent_run_id", call.parent())
                .put("name", call.agent())
                .put("run_type", "llm")
                .put("start_time", call.begun().toString())
                .put("end_time", call.ended().toString())
                .put("inputs", inputs.toString())
                .put("outputs", outputs.toString())
                .put("extra", extra.toString());
    }

    static ObjectNode mlflow(LoggedCall call) {
        ObjectNode trace = node();
        ObjectNode info = trace.putObject("info")
                .put("trace_id", "tr-" + call.trace() + call.span())
                .put("request_time", call.begun().toString())
                .put("state", "OK");
        info.putObject("trace_metadata")
                .put("mlflow.trace.user", call.user())
                .put("mlflow.trace.session", call.session());
        ObjectNode span = trace.putObject("data")
                .putArray("spans")
                .addObject()
                .put("trace_id", call.trace())
                .put("span_id", call.span())
                .put("name", call.agent())
                .put("start_time_unix_nano", Long.parseLong(CallRecords.nanos(call.begun())))
                .put("end_time_unix_nano", Long.parseLong(CallRecords.nanos(call.ended())));
        span.putObject("status").put("code", "STATUS_CODE_OK");
        ObjectNode outputs = node();
        outputs.set("choices", call.choices());
        span.putObject("attributes")
                .put("mlflow.spanType", "\"CHAT_MODEL\"")
                .put("mlflow.spanInputs", call.request().toString())
                .put("mlflow.spanOutputs", outputs.toString())
                .put(
                        "mlflow.chat.tokenUsage",
                        node().put("input_tokens", call.inputTokens())
                                .put("output_tokens", call.outputTokens())
                                .toString());
        return trace;
    }

    private static ObjectNode node() {
        return Json.MAPPER.createObjectNode();
    }

    private static String naive(Instant time) {
        return time.toString().replace('T', ' ').replace("Z", "");
    }
}
