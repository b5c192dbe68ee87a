package dev.logmill.jobs.bench;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.function.Function;

/** How each logging system writes a call, in the shapes that it exports most: an object a line. */
enum LogForm {
    OPENAI_LOG("openai-log", "*.jsonl", CallRecords::openai),
    LANGFUSE("langfuse", "**/*", PlatformRecords::langfuse),
    OTLP_JSON("otlp-json", "*.jsonl", CallRecords::otlp),
    BRAINTRUST("braintrust", "*.jsonl", PlatformRecords::braintrust),
    LANGSMITH("langsmith", "*.jsonl", PlatformRecords::langsmith),
    MLFLOW("mlflow", "*.jsonl", PlatformRecords::mlflow),
    MAPPED("mapped", "*.jsonl", CallRecords::mapped);

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
}
