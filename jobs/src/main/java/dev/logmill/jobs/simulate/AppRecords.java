package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;

/** The application's own spans: the agent's, and each tool's and search's. */
final class AppRecords {
    private final Setting setting;
    private final String trace;
    private final String root;
    private final boolean late;
    private final NightLogs logs;

    /** A tool in use; empty texts are left out. */
    record Use(String tool, String callId, ObjectNode args, String result, String error) {}

    AppRecords(Setting setting, String trace, String root, boolean late, NightLogs logs) {
        this.setting = setting;
        this.trace = trace;
        this.root = root;
        this.late = late;
        this.logs = logs;
    }

    void root(long started, long ended, boolean failed) {
        ObjectNode record = record(root, "agent", setting.agent().text(), started, ended);
        if (failed) {
            record.put("error", "the model did not answer");
        }
        logs.span(NightLogs.APP, late, record, setting.person());
    }

    void step(String span, String type, Use use, long started, long ended) {
        ObjectNode record = record(span, type, use.tool(), started, ended)
                .put("parent", root)
                .put("tool", use.tool());
        record.set("args", use.args());
        put(record, "call", use.callId());
        put(record, "result", use.result());
        put(record, "error", use.error());
        logs.span(NightLogs.APP, late, record, setting.person());
    }

    private static void put(ObjectNode record, String key, String text) {
        if (!text.isEmpty()) {
            record.put(key, text);
        }
    }

    private ObjectNode record(String span, String type, String name, long started, long ended) {
        return Json.MAPPER
                .createObjectNode()
                .put("trace", trace)
                .put("id", span)
                .put("type", type)
                .put("name", name)
                .put("agent", setting.agent().text())
                .put("version", setting.versionText())
                .put("user", setting.person().id())
                .put("session", setting.session())
                .put("started_ms", started)
                .put("ended_ms", ended);
    }
}
