package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.AnyMessages;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.SpanBuilder;
import dev.logmill.curation.trace.SpanKind;
import java.util.Set;

/** A trace told by itself, as the span above all its observations. */
final class LoggedTrace {
    /** What the API tells a trace with: its observations, or their ids. */
    static final String OBSERVATIONS = "observations";

    private LoggedTrace() {}

    static boolean isTrace(JsonNode body) {
        Row row = new Row(body);
        boolean ofLangfuse =
                row.has("project_id") || row.has("bookmarked") || row.has("public") || row.has("html_path");
        boolean withObservations = body.path(OBSERVATIONS).isArray();
        return (withObservations || (ofLangfuse && row.value("timestamp").isTextual()))
                && row.text("id").isPresent()
                && !row.has("trace_id")
                && !row.has("data_type");
    }

    static Span whole(String source, JsonNode body) throws UnreadableRecord {
        Row row = new Row(body);
        SpanBuilder span = span(source, row);
        row.time("updated_at").ifPresent(span::versionAt);
        return span.build();
    }

    /** What an event tells of one. */
    static Span part(String source, JsonNode body) throws UnreadableRecord {
        return span(source, new Row(body)).build();
    }

    private static SpanBuilder span(String source, Row row) throws UnreadableRecord {
        String id = row.text("id")
                .orElseThrow(() -> new UnreadableRecord(QuarantineReason.MISSING_FIELD, "id: a trace without one"));
        Fields fields = new Fields();
        SpanBuilder span = Span.of(source, id, id, SpanKind.CHAIN)
                .name(row.text("name").orElse(""))
                .sessionId(row.text("session_id"))
                .subject(row.text("user_id"))
                .startedAt(row.time("timestamp"))
                .messagesIn(new AnyMessages(fields).input(row.said("input"), "input"))
                .messagesOut(new AnyMessages(fields).output(row.said("output"), "output"));
        JsonNode metadata = row.decoded("metadata");
        for (String derived : Set.of(
                "project_id",
                "created_at",
                "updated_at",
                "latency",
                "total_cost",
                "html_path",
                "external_id",
                OBSERVATIONS,
                "public",
                "bookmarked")) {
            row.value(derived);
        }
        fields.keepRest("", row.rest(), Set.of());
        metadata.properties()
                .forEach(field -> fields.keep("metadata." + field.getKey(), JsonInText.decoded(field.getValue())));
        if (!metadata.isObject()) {
            fields.keep("metadata", metadata);
        }
        fields.notes().forEach(span::note);
        return span.attributes(fields.attributes());
    }
}
