package dev.logmill.jobs.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.time.Instant;
import java.util.Locale;
import java.util.function.Function;

/** How each logging system writes a call, in the shapes that it exports most: an object a line. */
enum LogForm {
    OPENAI_LOG("openai-log", "*.jsonl", LogForm::openai),
    LANGFUSE("langfuse", "**/*", LogForm::langfuse),
    OTLP_JSON("otlp-json", "*.jsonl", LogForm::otlp),
    BRAINTRUST("braintrust", "*.jsonl", LogForm::braintrust),
    LANGSMITH("langsmith", "*.jsonl", LogForm::langsmith),
    MLFLOW("mlflow", "*.jsonl", LogForm::mlflow),
    MAPPED("mapped", "*.jsonl", LogForm::mapped);

    private static final String MAPPING =
            "mapping: {trace: /talk, span: /step, parent: /above, session: /chat, user: /who, agent: /bot, started: /began,"
                    + " ended: /done, model: /model, input: /said, tools: /tools, output: /answer, finish: /why, usage: {input: /in, output: /out}}";

    private final String dialect;
    private final String pattern;
    private final Function<LoggedCall, ObjectNode> record;

    LogForm(String dialect, String pattern, Function<LoggedCall, ObjectNode> record) {
        this.dialect = dialect;
        this.pattern = pattern;
        this.record = record;
    }

    String dialect() {
        return dialect;
    }

    /** The record of a call. */
    ObjectNode record(LoggedCall call) {
        return record.apply(call);
    }

    /** The name of an object with such records, below the folder of its source. */
    String object() {
        return this == LANGFUSE
                ? "observations_v2/2026-11-01T02-00-00.jsonl"
                : name().toLowerCase(Locale.ROOT) + ".jsonl";
    }

    /** The configuration of a source of such objects. */
    String source(String folder) {
        return "{name: bench, dialect: %s, path: '%s/%s'%s}"
                .formatted(dialect, folder, pattern, this == MAPPED ? ", " + MAPPING : "");
    }

    private static ObjectNode openai(LoggedCall call) {
        ObjectNode record = node().put("timestamp", call.begun().toString())
                .put("trace_id", call.trace())
                .put("span_id", call.span())
                .put("parent_span_id", call.parent())
                .put("session_id", call.session())
                .put("user_id", call.user())
                .put("agent", call.agent())
                .put("latency_ms", call.ended().toEpochMilli() - call.begun().toEpochMilli());
        record.set("request", call.request());
        record.set("response", call.response());
        return record;
    }

    private static ObjectNode langfuse(LoggedCall call) {
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

    private static ObjectNode otlp(LoggedCall call) {
        ObjectNode export = node();
        ObjectNode resource = export.putArray("resourceSpans").addObject();
        attribute(resource.putObject("resource").putArray("attributes"), "service.name", "bench");
        ObjectNode span = resource.putArray("scopeSpans")
                .addObject()
                .putArray("spans")
                .addObject()
                .put("traceId", call.trace())
                .put("spanId", call.span())
                .put("parentSpanId", call.parent())
                .put("name", "chat " + call.model())
                .put("kind", 3)
                .put("startTimeUnixNano", nanos(call.begun()))
                .put("endTimeUnixNano", nanos(call.ended()));
        span.putObject("status").put("code", 1);
        ArrayNode attributes = span.putArray("attributes");
        attribute(attributes, "gen_ai.operation.name", "chat");
        attribute(attributes, "gen_ai.agent.name", call.agent());
        attribute(attributes, "gen_ai.conversation.id", call.session());
        attribute(attributes, "user.id", call.user());
        attribute(attributes, "gen_ai.request.model", call.model());
        attribute(
                attributes,
                "gen_ai.input.messages",
                call.request().path("messages").toString());
        attribute(
                attributes,
                "gen_ai.tool.definitions",
                call.request().path("tools").toString());
        attribute(
                attributes,
                "gen_ai.output.messages",
                node().arrayNode().add(call.message()).toString());
        number(attributes, "gen_ai.usage.input_tokens", call.inputTokens());
        number(attributes, "gen_ai.usage.output_tokens", call.outputTokens());
        return export;
    }

    private static ObjectNode braintrust(LoggedCall call) {
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

    private static ObjectNode langsmith(LoggedCall call) {
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

    private static ObjectNode mlflow(LoggedCall call) {
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
                .put("start_time_unix_nano", Long.parseLong(nanos(call.begun())))
                .put("end_time_unix_nano", Long.parseLong(nanos(call.ended())));
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

    private static ObjectNode mapped(LoggedCall call) {
        ObjectNode record = node().put("talk", call.trace())
                .put("step", call.span())
                .put("above", call.parent())
                .put("chat", call.session())
                .put("who", call.user())
                .put("bot", call.agent())
                .put("began", call.begun().toString())
                .put("done", call.ended().toString())
                .put("model", call.model())
                .put("why", call.finish())
                .put("in", call.inputTokens())
                .put("out", call.outputTokens());
        record.set("said", call.request().path("messages"));
        record.set("tools", call.request().path("tools"));
        record.set("answer", call.message());
        return record;
    }

    private static void attribute(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }

    private static void number(ArrayNode attributes, String key, long value) {
        attributes.addObject().put("key", key).putObject("value").put("intValue", Long.toString(value));
    }

    private static ObjectNode node() {
        return Json.MAPPER.createObjectNode();
    }

    private static String nanos(Instant time) {
        return time.toEpochMilli() + "000000";
    }

    private static String naive(Instant time) {
        return time.toString().replace('T', ' ').replace("Z", "");
    }
}
