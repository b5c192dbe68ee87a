package dev.logmill.curation.ingest.braintrust;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.trace.Signal;
import dev.logmill.curation.trace.SignalChannel;
import java.util.Set;

/** Rows of feedback alone: what is merged into a row of which nothing else is said, and a comment, which names the row as its origin. */
final class FeedbackRow {
    private static final Set<String> OF_FEEDBACK = Set.of(
            "id",
            "span_id",
            "root_span_id",
            "created",
            "project_id",
            "log_id",
            "org_id",
            "experiment_id",
            "dataset_id",
            "_is_merge",
            "_xact_id",
            "_merge_paths",
            "_audit_source",
            "_audit_metadata",
            "scores",
            "expected",
            "comment",
            "comments");

    private FeedbackRow() {}

    static boolean isComment(JsonNode body) {
        return body.path("id").isTextual()
                && body.path("comment").path("text").isTextual()
                && body.path("origin").path("id").isTextual();
    }

    /** Whether a row says nothing of its span: only what somebody thinks of it. */
    static boolean isMerged(JsonNode row) {
        return row.path("_is_merge").asBoolean()
                && row.properties().stream()
                        .filter(field -> !Fields.isEmpty(field.getValue()))
                        .allMatch(field -> OF_FEEDBACK.contains(field.getKey()));
    }

    static Signal comment(String source, JsonNode row) {
        return Signal.of(source, Fields.word(row, "id"), SignalChannel.REVIEWER)
                .spanId(Fields.filled(row.path("origin"), "id"))
                .text(Fields.filled(row.path("comment"), "text"))
                .subject(RowFeedback.person(row))
                .eventAt(Timestamps.iso(row.path("created")).filter(Timestamps::isPlausible))
                .build();
    }
}
