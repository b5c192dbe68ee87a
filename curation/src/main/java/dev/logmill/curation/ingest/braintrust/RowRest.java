package dev.logmill.curation.ingest.braintrust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import java.util.Set;
import java.util.stream.Stream;

/** What a row says that a span has no place for. */
record RowRest(JsonNode row, JsonNode metadata, JsonNode metrics) {
    /** Read, or about the row and not about the span. */
    private static final Set<String> READ = Set.of(
            "id",
            "span_id",
            "root_span_id",
            "span_parents",
            "is_root",
            "span_attributes",
            "input",
            "output",
            "expected",
            "error",
            "scores",
            "metadata",
            "metrics",
            "created",
            "comments",
            "comment",
            "_audit_metadata",
            "log_id",
            "org_id",
            "_xact_id",
            "_pagination_key",
            "_is_merge",
            "_merge_paths",
            "_async_scoring_state",
            "_audit_source",
            "audit_data",
            "context");

    private static final Set<String> COUNTED = Set.of(
            "start",
            "end",
            "prompt_tokens",
            "completion_tokens",
            "total_tokens",
            "tokens",
            "prompt_cached_tokens",
            "prompt_cache_creation_tokens",
            "completion_reasoning_tokens",
            "reasoning_tokens",
            "estimated_cost");

    /** All of it as canonical JSON, with what could not be read of the calls. */
    String attributes(JsonNode spanAttributes, Fields fields) {
        fields.keepRest("", row, READ);
        fields.keepRest("span_attributes", spanAttributes, Set.of("name", "type", "exec_counter"));
        fields.keepRest("metrics", metrics, COUNTED);
        JsonInText.decoded(row.path("scores")).properties().stream()
                .filter(score -> !score.getValue().isNumber())
                .forEach(score -> fields.keep("scores." + score.getKey(), score.getValue()));
        metadata.properties().stream()
                .filter(field -> !isRead(field.getKey()))
                .forEach(field -> fields.keep("metadata." + field.getKey(), JsonInText.decoded(field.getValue())));
        return fields.attributes();
    }

    private static boolean isRead(String name) {
        return RowModel.isParameter(name)
                || Set.of("tools", "invocation_params", "serialized", "model", "provider")
                        .contains(name)
                || Stream.of(LoggedRow.SESSIONS, LoggedRow.USERS, LoggedRow.AGENTS)
                        .anyMatch(names -> names.contains(name));
    }
}
