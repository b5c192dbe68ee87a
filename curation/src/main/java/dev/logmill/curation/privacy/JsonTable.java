package dev.logmill.curation.privacy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.privacy.detect.TableHeader;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A table as JSON has it: {@code {"columns": ["id", "dob"], "rows": [[1, "1980-05-03"]]}}, with "data" for its rows in pandas. */
record JsonTable(TableHeader header) {
    private static final String COLUMNS = "columns";
    private static final JsonTable NONE = new JsonTable(TableHeader.of(List.of()));
    private static final Set<String> ROWS = Set.of("rows", "data");

    /** What redacts a value under a key. */
    interface Walk {
        JsonNode of(JsonNode node, String label) throws PrivacyFailure;
    }

    /** That of an object; one without columns where it is none. */
    static JsonTable of(JsonNode object) {
        if (!object.has(COLUMNS)) {
            return NONE;
        }
        List<String> names = new ArrayList<>();
        for (JsonNode name : object.path(COLUMNS)) {
            names.add(name.isTextual() ? name.textValue() : name.path("name").asText());
        }
        return new JsonTable(TableHeader.of(names));
    }

    static boolean isColumns(String key) {
        return key.equals(COLUMNS);
    }

    static boolean isRows(String key) {
        return ROWS.contains(key);
    }

    boolean has(String key, JsonNode value) {
        return !header.isEmpty() && isRows(key) && value.isArray();
    }

    /** The rows, redacted; the very same where nothing was found. */
    JsonNode redact(JsonNode rows, String key, Walk walk) throws PrivacyFailure {
        ArrayNode redacted = Json.MAPPER.createArrayNode();
        boolean other = false;
        for (JsonNode row : rows) {
            JsonNode told = row.isArray() && row.size() == header.size() ? row(row, key, walk) : walk.of(row, key);
            other |= JsonWalk.isOther(told, row);
            redacted.add(told);
        }
        return other ? redacted : rows;
    }

    private JsonNode row(JsonNode row, String key, Walk walk) throws PrivacyFailure {
        ArrayNode redacted = Json.MAPPER.createArrayNode();
        boolean other = false;
        for (int column = 0; column < row.size(); column++) {
            JsonNode cell = row.get(column);
            JsonNode told = walk.of(cell, label(column, cell.asText(), key));
            other |= JsonWalk.isOther(told, cell);
            redacted.add(told);
        }
        return other ? redacted : row;
    }

    /** What a cell stands under: its column where that tells of people, or else the key of the rows. */
    String label(int column, String cell, String key) {
        String label = column < header.size() && !TableHeader.isNothing(cell) ? header.label(column) : "";
        return label.isEmpty() ? key : label;
    }
}
