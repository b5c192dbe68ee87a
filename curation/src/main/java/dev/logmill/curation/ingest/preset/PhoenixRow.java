package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * The records in a row of Phoenix: its span, and each annotation of it. People annotate a span long after it was read, which
 * makes it no other span, and an annotation that cannot be read takes no span away.
 */
final class PhoenixRow {
    private static final String OF_SPAN = "annotations";
    private static final String OF_TRACE = "attributes.trace.annotations";
    private static final String TRACE_ID = "trace_id";
    private static final String SPAN_ID = "span_id";

    private PhoenixRow() {}

    static List<RawRecord> records(RawRecord row) {
        List<RawRecord> records = new ArrayList<>();
        ObjectNode span = Json.MAPPER.createObjectNode();
        row.body().properties().forEach(column -> span.set(column.getKey(), column.getValue()));
        for (String column : List.of(OF_SPAN, OF_TRACE)) {
            JsonNode list = JsonInText.decoded(span.path(column));
            if (list.isArray()
                    && StreamSupport.stream(list.spliterator(), false).allMatch(PhoenixRow::isAlone)) {
                span.remove(column);
                for (int i = 0; i < list.size(); i++) {
                    ObjectNode said = annotation(list.path(i), row.body(), column);
                    records.add(inside(row, "/%s/%d".formatted(column, i), said));
                }
            }
        }
        boolean whole = !row.body().isObject() || span.size() == row.body().size();
        records.add(0, whole ? row : inside(row, "", span));
        return records;
    }

    /** Whether a record is an annotation of a row's span. */
    static boolean isAnnotation(RawRecord record) {
        return !record.place().isEmpty();
    }

    /** Whether it says who gave it, as each in a database does; others are left to their span. */
    private static boolean isAlone(JsonNode annotation) {
        return Fields.filled(annotation, "annotator_kind").isPresent();
    }

    private static ObjectNode annotation(JsonNode listed, JsonNode row, String column) {
        ObjectNode said = listed.deepCopy();
        said.set(TRACE_ID, row.path("context." + TRACE_ID));
        if (column.equals(OF_SPAN)) {
            said.set(SPAN_ID, row.path("context." + SPAN_ID));
        }
        return said;
    }

    private static RawRecord inside(RawRecord row, String place, ObjectNode body) {
        return row.inside(place, Digest.of("phoenix", Json.canonical(body)).hex(), body);
    }
}
