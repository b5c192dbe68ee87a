package dev.logmill.curation.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.braintrust.BraintrustLog;
import dev.logmill.curation.ingest.langfuse.LangfuseLog;
import dev.logmill.curation.ingest.langsmith.LangSmithLog;
import dev.logmill.curation.ingest.mapped.MappedLog;
import dev.logmill.curation.ingest.mlflow.MlflowLog;
import dev.logmill.curation.ingest.openai.OpenAiLog;
import dev.logmill.curation.ingest.otlp.OtlpLog;
import dev.logmill.curation.ingest.preset.Preset;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Span;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Each logging system with the shape in which it writes one operation, so that a test says it once and reads it through all of
 * them: {@code trace}, {@code span}, {@code parent}, {@code kind} (llm, tool, agent, chain, evaluator), {@code start} and
 * {@code end} in seconds, {@code input} (messages of chat completions, or a text), {@code output} (such a message), {@code finish},
 * {@code usage} (input with cached, output with reasoning), {@code model}, {@code session}, {@code user}, {@code error}, and
 * {@code extra}, fields that no system has.
 */
@SuppressWarnings("ImmutableEnumChecker") // Dialects have no state that changes.
enum NativeLog {
    OPENAI_LOG(new OpenAiLog()) {
        @Override
        ObjectNode record(JsonNode told) {
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
    },
    OPENTELEMETRY(new OtlpLog()) {
        @Override
        ObjectNode record(JsonNode told) {
            ObjectNode span = Json.MAPPER.createObjectNode();
            put(span, "traceId", told.path("trace"));
            put(span, "spanId", told.path("span"));
            put(span, "parentSpanId", told.path("parent"));
            put(span, "name", told.path("name"));
            span.put("startTimeUnixNano", nanos(told.path("start"))).put("endTimeUnixNano", nanos(told.path("end")));
            span.putObject("status").put("code", told.has("error") ? 2 : 1);
            ArrayNode attributes = span.putArray("attributes");
            attribute(attributes, "gen_ai.operation.name", text(operation(told)));
            attribute(attributes, "gen_ai.request.model", told.path("model"));
            attribute(attributes, "gen_ai.input.messages", text(messages(told).toString()));
            if (told.has("output")) {
                ArrayNode out = Json.MAPPER.createArrayNode().add(told.path("output"));
                attribute(attributes, "gen_ai.output.messages", text(out.toString()));
            }
            attribute(attributes, "gen_ai.response.finish_reasons", told.path("finish"));
            attribute(attributes, "gen_ai.usage.input_tokens", told.at("/usage/input"));
            attribute(attributes, "gen_ai.usage.output_tokens", told.at("/usage/output"));
            attribute(attributes, "gen_ai.usage.cache_read.input_tokens", told.at("/usage/cached"));
            attribute(attributes, "gen_ai.usage.reasoning.output_tokens", told.at("/usage/reasoning"));
            attribute(attributes, "gen_ai.conversation.id", told.path("session"));
            attribute(attributes, "user.id", told.path("user"));
            told.path("extra").properties().forEach(field -> attribute(attributes, field.getKey(), field.getValue()));
            ObjectNode export = Json.MAPPER.createObjectNode();
            export.putArray("resourceSpans")
                    .addObject()
                    .putArray("scopeSpans")
                    .addObject()
                    .putArray("spans")
                    .add(span);
            return export;
        }
    },
    OPENINFERENCE(new OtlpLog()) {
        @Override
        ObjectNode record(JsonNode told) {
            ObjectNode span = Json.MAPPER.createObjectNode();
            put(span, "name", told.path("name"));
            put(span.putObject("context"), "trace_id", told.path("trace"));
            put((ObjectNode) span.path("context"), "span_id", told.path("span"));
            put(span, "parent_id", told.path("parent"));
            put(span, "start_time", iso(told.path("start")));
            put(span, "end_time", iso(told.path("end")));
            span.put("status_code", told.has("error") ? "ERROR" : "OK");
            ObjectNode attributes = span.putObject("attributes");
            attributes.put(
                    "openinference.span.kind", told.path("kind").asText("llm").toUpperCase(Locale.ROOT));
            put(attributes, "llm.model_name", told.path("model"));
            if (told.path("input").isArray()) {
                for (int i = 0; i < told.path("input").size(); i++) {
                    message(
                            attributes,
                            "llm.input_messages." + i,
                            told.path("input").get(i));
                }
            } else {
                put(attributes, "input.value", told.path("input"));
            }
            if (told.has("output")) {
                message(attributes, "llm.output_messages.0", told.path("output"));
            }
            put(attributes, "llm.finish_reason", told.path("finish"));
            put(attributes, "llm.token_count.prompt", told.at("/usage/input"));
            put(attributes, "llm.token_count.completion", told.at("/usage/output"));
            put(attributes, "llm.token_count.prompt_details.cache_read", told.at("/usage/cached"));
            put(attributes, "llm.token_count.completion_details.reasoning", told.at("/usage/reasoning"));
            put(attributes, "session.id", told.path("session"));
            put(attributes, "user.id", told.path("user"));
            with(attributes, told.path("extra"));
            return span;
        }
    },
    LANGFUSE(new LangfuseLog()) {
        @Override
        ObjectNode record(JsonNode told) {
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
                        told.at("/usage/input").asLong()
                                - told.at("/usage/cached").asLong());
                usage.put(
                        "output",
                        told.at("/usage/output").asLong()
                                - told.at("/usage/reasoning").asLong());
                put(usage, "input_cached_tokens", told.at("/usage/cached"));
                put(usage, "output_reasoning_tokens", told.at("/usage/reasoning"));
            }
            return with(row, told.path("extra"));
        }
    },
    BRAINTRUST(new BraintrustLog()) {
        @Override
        ObjectNode record(JsonNode told) {
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
    },
    LANGSMITH(new LangSmithLog()) {
        @Override
        ObjectNode record(JsonNode told) {
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
    },
    MLFLOW(new MlflowLog()) {
        @Override
        ObjectNode record(JsonNode told) {
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
    },
    MASTRA(preset("mastra")) {
        @Override
        ObjectNode record(JsonNode told) {
            ObjectNode span = Json.MAPPER.createObjectNode();
            put(span, "traceId", told.path("trace"));
            put(span, "spanId", told.path("span"));
            put(span, "parentSpanId", told.path("parent"));
            put(span, "name", told.path("name"));
            String kind = told.path("kind").asText("llm");
            span.put(
                    "spanType",
                    Map.of(
                                    "llm",
                                    "model_generation",
                                    "agent",
                                    "agent_run",
                                    "tool",
                                    "tool_call",
                                    "evaluator",
                                    "scorer_run")
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
    },
    DATADOG(preset("datadog")) {
        @Override
        ObjectNode record(JsonNode told) {
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
    },
    MAPPED(mapping()) {
        @Override
        ObjectNode record(JsonNode told) {
            ObjectNode record = Json.MAPPER.createObjectNode();
            told.properties().stream()
                    .filter(field -> !field.getKey().equals("extra"))
                    .forEach(field -> put(record, field.getKey(), field.getValue()));
            return with(record, told.path("extra"));
        }
    };

    private final Dialect dialect;

    NativeLog(Dialect dialect) {
        this.dialect = dialect;
    }

    /** What this system writes of an operation. */
    abstract ObjectNode record(JsonNode told);

    Dialect dialect() {
        return dialect;
    }

    boolean isOpenTelemetry() {
        return this == OPENTELEMETRY || this == OPENINFERENCE;
    }

    /** Whether it does not say when it wrote a span anew: then the one that ended later is the newer. */
    boolean isVersionedByItsEnd() {
        return isOpenTelemetry() || Set.of(LANGSMITH, MLFLOW, DATADOG).contains(this);
    }

    /** An operation in single quotes, on trace t and span s from one second to two where it says nothing else. */
    static ObjectNode told(String fields) {
        ObjectNode told = (ObjectNode) json("{'trace':'t','span':'s','model':'m','start':1769246446,'end':1769246448}");
        json("{" + fields + "}").properties().forEach(field -> told.set(field.getKey(), field.getValue()));
        return told;
    }

    static JsonNode json(String text) {
        return parsed(text.replace('\'', '"'));
    }

    static JsonNode parsed(String text) {
        try {
            return Json.parse(text);
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException(text, broken);
        }
    }

    /** What is read of operations that one object holds, a line each. */
    Told read(JsonNode... operations) {
        StringBuilder lines = new StringBuilder();
        for (JsonNode told : operations) {
            lines.append(record(told)).append('\n');
        }
        return read(lines.toString());
    }

    Told read(String lines) {
        return Told.by(dialect, "a.jsonl", lines.getBytes(StandardCharsets.UTF_8));
    }

    /** The one span of an operation. */
    Span span(String fields) {
        Told told = read(told(fields));
        assertThat(told.refusals()).as(name()).isEmpty();
        assertThat(told.spans()).as(name()).hasSize(1);
        return told.span(0);
    }

    private static Dialect mapping() {
        List<String> problems = new ArrayList<>();
        Dialect log = MappedLog.of(
                json("{'trace':'/trace','span':'/span','parent':'/parent','kind':['/kind','=llm'],"
                        + "'name':'/name','started':{'at':'/start','unit':'s'},'ended':{'at':'/end','unit':'s'},"
                        + "'updated':{'at':'/updated','unit':'s'},'input':'/input','output':'/output','model':'/model',"
                        + "'session':'/session','user':'/user','error':'/error','usage':{'input':'/usage/input',"
                        + "'output':'/usage/output','cache-read':'/usage/cached','reasoning':'/usage/reasoning'}}"),
                "mapping",
                "",
                problems);
        assertThat(problems).isEmpty();
        return log;
    }

    private static Dialect preset(String name) {
        return Preset.of(name).orElseThrow().dialect(MissingNode.getInstance(), "mapping", "", new ArrayList<>());
    }

    private static String quoted(String text) {
        return text(text).toString();
    }

    private static ArrayNode messages(JsonNode told) {
        if (told.path("input").isArray()) {
            return (ArrayNode) told.path("input");
        }
        ArrayNode messages = Json.MAPPER.createArrayNode();
        if (told.has("input")) {
            messages.addObject().put("role", "user").set("content", told.path("input"));
        }
        return messages;
    }

    private static String operation(JsonNode told) {
        String kind = told.path("kind").asText("llm");
        return Map.of("agent", "invoke_agent", "tool", "execute_tool", "chain", "invoke_workflow")
                .getOrDefault(kind, "chat");
    }

    /** A message as OpenInference lays it out flat. */
    private static void message(ObjectNode attributes, String at, JsonNode message) {
        for (Map.Entry<String, JsonNode> field : message.properties()) {
            String name = at + ".message." + field.getKey();
            if (field.getKey().equals("tool_calls")) {
                for (int i = 0; i < field.getValue().size(); i++) {
                    String call = "%s.%d.tool_call.".formatted(name, i);
                    put(attributes, call + "id", field.getValue().get(i).path("id"));
                    field.getValue()
                            .get(i)
                            .path("function")
                            .properties()
                            .forEach(part -> put(attributes, call + "function." + part.getKey(), part.getValue()));
                }
            } else if (field.getValue().isArray()) {
                for (int i = 0; i < field.getValue().size(); i++) {
                    part(
                            attributes,
                            "%ss.%d.message_content.".formatted(name, i),
                            field.getValue().get(i));
                }
            } else {
                put(attributes, name, field.getValue());
            }
        }
    }

    private static void part(ObjectNode attributes, String at, JsonNode part) {
        boolean image = part.has("image_url");
        attributes.put(at + "type", image ? "image" : "text");
        put(attributes, at + "text", part.path("text"));
        put(attributes, at + "image.image.url", part.at("/image_url/url"));
    }

    private static void attribute(ArrayNode attributes, String key, JsonNode value) {
        if (!value.isMissingNode()) {
            String type = value.isIntegralNumber() ? "intValue" : value.isNumber() ? "doubleValue" : "stringValue";
            attributes.addObject().put("key", key).putObject("value").put(type, value.asText(value.toString()));
        }
    }

    private static void put(ObjectNode node, String name, JsonNode value) {
        if (!value.isMissingNode()) {
            node.set(name, value);
        }
    }

    private static ObjectNode with(ObjectNode node, JsonNode extra) {
        extra.properties().forEach(field -> node.set(field.getKey(), field.getValue()));
        return node;
    }

    private static JsonNode text(String text) {
        return Json.MAPPER.getNodeFactory().textNode(text);
    }

    private static JsonNode asText(JsonNode value) {
        return value.isContainerNode() ? text(value.toString()) : value;
    }

    private static String nanos(JsonNode seconds) {
        return seconds.asLong() + "000000000";
    }

    private static JsonNode iso(JsonNode seconds) {
        return seconds.isNumber() ? text(Instant.ofEpochSecond(seconds.asLong()).toString()) : seconds;
    }

    private static JsonNode naive(JsonNode seconds) {
        return seconds.isNumber() ? text(iso(seconds).asText().replace("T", " ").replace("Z", "")) : seconds;
    }
}
