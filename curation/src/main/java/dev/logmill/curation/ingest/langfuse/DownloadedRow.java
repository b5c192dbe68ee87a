package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of a table of Langfuse's pages as people download it (CSV, JSON, JSONL): a trace or an observation by the names of the API, whose
 * scores are columns of their own names, each a list of values, {@code [0.8]} or {@code ["good"]}; that of a score it does not have is null.
 */
final class DownloadedRow {
    private static final Pattern CSV = Pattern.compile(".*\\.csv(\\.gz|\\.zst)?");

    /** What an observation has of its trace in a download; what the API answers of it alone has none of these. */
    private static final List<String> OF_DOWNLOAD = List.of("traceName", "traceTags", "traceTimestamp", "comments");

    /** Beside an id, a name and a time, what an application's own table has none of, all together. */
    private static final List<String> OF_LANGFUSE = List.of(
            "bookmarked", "public", "environment", "release", "version", "latency", "totalCost", "observationCount");

    private DownloadedRow() {}

    /** Whether it is the row of a trace, be it one of some of the columns. */
    static boolean isTrace(RawRecord record) {
        JsonNode row = record.body();
        return isTable(record)
                && Stream.of("id", "name", "timestamp").allMatch(row::has)
                && Stream.of("traceId", "type", "model", "messages").noneMatch(row::has)
                && Stream.of("sessionId", "userId", "input", "output").anyMatch(row::has)
                && OF_LANGFUSE.stream().anyMatch(row::has);
    }

    private static boolean isTable(RawRecord record) {
        JsonNode row = record.body();
        return record.place().isEmpty()
                && row.isObject()
                && !row.has("project_id")
                && CSV.matcher(record.object().toLowerCase(Locale.ROOT)).matches();
    }

    /** The row and each of its scores, where it has any; else nothing. */
    static List<RawRecord> records(RawRecord document) {
        boolean table = isTable(document);
        if (!(table ? isObservation(document.body()) || isTrace(document) : isDownload(document))) {
            return List.of();
        }
        ObjectNode row = document.body().deepCopy();
        List<RawRecord> scores = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : document.body().properties()) {
            String name = column.getKey();
            JsonNode values = JsonInText.decoded(column.getValue());
            if (table ? ScoreColumns.isScoreOfText(name, values) : ScoreColumns.isScore(name, values)) {
                row.remove(name);
                score(document, name, values, scores);
            }
        }
        List<RawRecord> records = new ArrayList<>(scores);
        if (!scores.isEmpty()) {
            records.add(0, inside(document, "", row));
        }
        return records;
    }

    private static boolean isObservation(JsonNode body) {
        return Observation.isObservation(body) && body.has("traceId");
    }

    /** Whether it is the row of a download as JSON, or of a file made of one, and no answer of the API, whose scores are told apart. */
    private static boolean isDownload(RawRecord document) {
        JsonNode body = document.body();
        if (!document.place().isEmpty() || !body.isObject() || body.has("project_id")) {
            return false;
        }
        boolean observed = isObservation(body);
        boolean ofApi = body.path(LoggedTrace.OBSERVATIONS).isArray() || new Row(body).has("html_path");
        return observed
                ? OF_DOWNLOAD.stream().anyMatch(body::has)
                : !body.has("traceId") && LoggedTrace.isTrace(body) && !ofApi;
    }

    private static void score(RawRecord document, String name, JsonNode values, List<RawRecord> into) {
        for (JsonNode score : scores(document.body(), name, values)) {
            into.add(inside(document, "/scores/" + into.size(), score));
        }
    }

    /** The scores of one name that a row lists, each by itself. */
    static List<JsonNode> scores(JsonNode body, String name, JsonNode values) {
        List<JsonNode> scores = new ArrayList<>();
        String id = Fields.word(body, "id");
        boolean observed = body.has("traceId");
        for (int i = 0; i < (values.isArray() ? values.size() : 1); i++) {
            ObjectNode score = Json.MAPPER.createObjectNode().put("name", name);
            score.set("traceId", body.path(observed ? "traceId" : "id"));
            if (observed) {
                score.put("observationId", id);
            }
            score.put("id", MadeId.of("column", Fields.word(score, "traceId"), observed ? id : "", name, "" + i));
            JsonNode value = values.isArray() ? values.path(i) : values;
            boolean number = value.isNumber() || ScoreColumns.isNumber(value);
            score.set("value", value);
            scores.add(number ? score : score.put("dataType", "CATEGORICAL"));
        }
        return scores;
    }

    private static RawRecord inside(RawRecord document, String place, JsonNode body) {
        return document.inside(
                place, Digest.of("langfuse", Json.canonical(body)).hex(), body);
    }
}
