package dev.logmill.jobs.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.time.Instant;

/** How gateways, collectors of OpenTelemetry and home-grown logs write a call, see {@link LogForm}. */
final class CallRecords {
    private CallRecords() {}

    static ObjectNode openai(LoggedCall call) {
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

    static ObjectNode otlp(LoggedCall call) {
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

    static ObjectNode mapped(LoggedCall call) {
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

    static String nanos(Instant time) {
        return time.toEpochMilli() + "000000";
    }
}
