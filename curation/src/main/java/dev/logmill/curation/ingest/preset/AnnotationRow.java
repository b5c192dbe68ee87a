package dev.logmill.curation.ingest.preset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.object.QuarantineReason;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A row of the data frame of annotations that Phoenix's client gives ({@code get_span_annotations_dataframe}) or takes
 * ({@code log_span_annotations_dataframe}), saved by itself: {@code span_id}, {@code annotation_name}, {@code annotator_kind},
 * {@code result.label}, {@code result.score}. It says what Phoenix's API lists as one annotation.
 */
final class AnnotationRow {
    private static final String NAME = "annotation_name";
    private static final String KIND = "annotator_kind";
    private static final String RESULT = "result.";
    private static final List<String> VALUES = List.of("label", "score", "explanation");

    /** Of those that it may be about the narrowest is; a frame of spans calls them otherwise. */
    private static final List<String> TARGETS = List.of("span_id", "trace_id", "session_id");

    private static final String OF_FRAME = "context.";

    /** What an index is called that has lost its name, in Parquet and in a table that was read once more. */
    private static final List<String> INDEX = List.of("__index_level_0__", "Unnamed: 0", "index");

    private static final Pattern SPAN_ID = Pattern.compile("[0-9a-fA-F]{16}");

    private AnnotationRow() {}

    /** Whether it is one; a row of spans that were joined with their annotations is a span. */
    static boolean isOne(JsonNode row) {
        return Fields.filled(row, NAME).isPresent()
                && !row.has("span_kind")
                && (Fields.filled(row, KIND).isPresent()
                        || VALUES.stream().map(RESULT::concat).anyMatch(row::has));
    }

    /**
     * The same as Phoenix's API has it; where nothing says who gave it, no person did.
     *
     * @param nothing what is written where there is no value
     * @throws UnreadableRecord where nothing says what it is about
     */
    static ObjectNode told(JsonNode row, Set<String> nothing) throws UnreadableRecord {
        ObjectNode told = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> column : row.properties()) {
            JsonNode value = column.getValue();
            if (!Fields.isEmpty(value) && !(value.isTextual() && nothing.contains(value.textValue()))) {
                told.set(called(column.getKey()), value);
            }
        }
        if (TARGETS.stream().noneMatch(told::has)) {
            INDEX.stream()
                    .map(told::path)
                    .filter(id -> SPAN_ID.matcher(id.asText()).matches())
                    .findFirst()
                    .ifPresent(id -> told.set(TARGETS.get(0), id));
        }
        if (TARGETS.stream().noneMatch(told::has)) {
            throw new UnreadableRecord(
                    QuarantineReason.MISSING_FIELD,
                    "span_id: an annotation of Phoenix that names nothing it is about; the index of its data frame was not saved"
                            + " with it, which reset_index() makes a column");
        }
        if (!told.has(KIND)) {
            told.put(KIND, "CODE");
        }
        if (!told.has("label")) {
            told.putNull("label");
        }
        return told;
    }

    private static String called(String column) {
        if (column.equals(NAME)) {
            return "name";
        }
        String plain = column.startsWith(RESULT) ? column.substring(RESULT.length()) : column;
        return column.startsWith(OF_FRAME) ? column.substring(OF_FRAME.length()) : plain;
    }
}
