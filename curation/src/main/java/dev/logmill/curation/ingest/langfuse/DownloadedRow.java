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
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A row of a table of Langfuse's pages as people download it (CSV): a trace or an observation by the names of the API, whose scores are
 * columns of their own names, each a list of values, {@code [0.8]} or {@code ["good"]}.
 */
final class DownloadedRow {
    private static final Pattern CSV = Pattern.compile(".*\\.csv(\\.gz|\\.zst)?");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}(\\.\\d{1,18})?");

    /** What Langfuse itself tells of traces and observations; numbers of it end in the words below. */
    private static final Set<String> COLUMNS = Set.of(
            "id",
            "timestamp",
            "name",
            "userId",
            "userIds",
            "sessionId",
            "release",
            "version",
            "environment",
            "tags",
            "bookmarked",
            "public",
            "input",
            "output",
            "metadata",
            "comments",
            "level",
            "usage",
            "scores",
            "traceId",
            "traceName",
            "traceTags",
            "traceTimestamp",
            "type",
            "startTime",
            "endTime",
            "createdAt",
            "updatedAt",
            "projectId",
            "parentObservationId",
            "statusMessage",
            "model",
            "modelId",
            "internalModel",
            "internalModelId",
            "providedModelName",
            "modelParameters",
            "usageDetails",
            "costDetails",
            "providedUsageDetails",
            "providedCostDetails",
            "completionStartTime",
            "timeToFirstToken",
            "tokensPerSecond",
            "promptName",
            "promptVersion",
            "promptId",
            "unit",
            "latency",
            "duration",
            "toolDefinitions",
            "toolCalls",
            "toolCallNames",
            "htmlPath",
            "externalId",
            "observations");

    private static final Pattern COUNTED =
            Pattern.compile(".*(Cost|Count|Counts|Tokens|Usage|Price|Id|Ids)|usage\\..*");

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
        JsonNode body = document.body();
        boolean observed = Observation.isObservation(body) && body.has("traceId");
        if (!isTable(document) || !(observed || isTrace(document))) {
            return List.of();
        }
        ObjectNode row = body.deepCopy();
        List<RawRecord> scores = new ArrayList<>();
        for (Map.Entry<String, JsonNode> column : body.properties()) {
            JsonNode values = JsonInText.decoded(column.getValue());
            if (isScore(column.getKey(), values)) {
                row.remove(column.getKey());
                score(document, column.getKey(), values, scores);
            }
        }
        List<RawRecord> records = new ArrayList<>(scores);
        if (!scores.isEmpty()) {
            records.add(0, inside(document, "", row));
        }
        return records;
    }

    private static boolean isScore(String column, JsonNode values) {
        if (COLUMNS.contains(column) || COUNTED.matcher(column).matches()) {
            return false;
        }
        boolean listed = values.isArray() && !values.isEmpty() && values.path(0).isValueNode();
        return listed || NUMBER.matcher(values.asText()).matches();
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
            boolean number = NUMBER.matcher(value.asText()).matches();
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
