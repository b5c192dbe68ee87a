package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.time.Instant;

/** The gateway's log of model calls: mostly chat completions, some streamed, a few of other APIs. */
final class GatewayRecords {
    static final String MODEL = "production";

    private final Setting setting;
    private final String trace;
    private final String root;
    private final boolean late;
    private final NightLogs logs;
    private final Dice dice;

    /** Begin and end, milliseconds since 1970. */
    record Times(long begun, long ended) {}

    GatewayRecords(Setting setting, String trace, String root, boolean late, NightLogs logs, Dice dice) {
        this.setting = setting;
        this.trace = trace;
        this.root = root;
        this.late = late;
        this.logs = logs;
        this.dice = dice;
    }

    /** A call that no model answered. */
    void failure(String span, ArrayNode messages, long begun) {
        boolean slow = dice.chance(0.5);
        ObjectNode record = record(span, new Times(begun, begun + 1_500)).put("status_code", slow ? 504 : 429);
        record.set("request", chat(messages));
        record.putObject("error")
                .put("type", slow ? "timeout" : "rate_limit_exceeded")
                .put("message", slow ? "The upstream did not answer in time." : "Too many requests.");
        logs.span(NightLogs.GATEWAY, late, record, setting.person());
    }

    void answer(String span, ArrayNode messages, ModelReply reply, Fault fault, String callId, Times times) {
        ObjectNode message = Completions.message(reply, callId);
        String finish = fault == Fault.TRUNCATED ? "length" : Completions.finish(reply);
        boolean plain = reply.call().isEmpty() && messages.size() == 2 && fault == Fault.NONE;
        double form = dice.unit();
        ObjectNode record = record(span, times);
        if (plain && form < 0.02) {
            OtherApis.responses(record, messages, reply.content(), span);
        } else if (plain && form < 0.04) {
            OtherApis.anthropic(record, messages, reply.content(), span);
        } else {
            record.set("request", chat(messages));
            ObjectNode answer = Completions.answer("production-2026", message, finish, messages, times.begun() / 1000);
            record.set("response", form < 0.12 && form > 0.05 ? OtherApis.chunks(answer) : answer);
        }
        logs.span(
                NightLogs.GATEWAY,
                late,
                form > 0.97 ? flywheel(record, times) : record.put("status_code", 200),
                setting.person());
    }

    /** The same call as NVIDIA's data flywheel has it. */
    private static ObjectNode flywheel(ObjectNode record, Times times) {
        JsonNode agent = record.path("agent");
        record.set("workload_id", agent);
        record.set("client_id", record.path("project"));
        record.remove("agent");
        record.remove("project");
        return record.put("timestamp", times.begun() / 1000);
    }

    private ObjectNode chat(ArrayNode messages) {
        ObjectNode request = Json.MAPPER.createObjectNode().put("model", MODEL);
        request.set("messages", messages.deepCopy());
        ArrayNode tools = setting.agent().craft().tools();
        if (!tools.isEmpty()) {
            request.set("tools", tools);
        }
        return request.put("temperature", setting.agent() == SimulatedAgent.ASSISTANT ? 0.7 : 0.0);
    }

    private ObjectNode record(String span, Times times) {
        return Json.MAPPER
                .createObjectNode()
                .put("timestamp", Instant.ofEpochMilli(times.begun()).toString())
                .put("latency_ms", times.ended() - times.begun())
                .put("trace_id", trace)
                .put("span_id", span)
                .put("parent_span_id", root)
                .put("session_id", setting.session())
                .put("user_id", setting.person().id())
                .put("agent", setting.agent().text())
                .put("agent_version", setting.versionText())
                .put("project", "demo");
    }
}
