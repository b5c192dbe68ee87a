package dev.logmill.curation.ingest.langfuse;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/**
 * Which columns of a downloaded table are scores: {@code csat} of {@code {"level": "DEFAULT", "latency": 1.2, "tags": ["a"], "csat": [4]}},
 * whose other columns are what Langfuse itself tells.
 */
final class ScoreColumns {
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
            "timeToFirstTokenMs",
            "tokensPerSecond",
            "promptName",
            "promptVersion",
            "promptId",
            "unit",
            "latency",
            "latencyMs",
            "duration",
            "toolDefinitions",
            "toolCalls",
            "toolCallNames",
            "htmlPath",
            "externalId",
            "observations");

    private static final Pattern COUNTED =
            Pattern.compile(".*(Cost|Count|Counts|Tokens|Usage|Price|Id|Ids)|usage\\..*");

    private ScoreColumns() {}

    /** Whether a value is a number, which a table of text has as its digits. */
    static boolean isNumber(JsonNode value) {
        return NUMBER.matcher(value.asText()).matches();
    }

    /** Whether a column of a table of text holds a score: a list of its values, or a number alone. */
    static boolean isScoreOfText(String column, JsonNode values) {
        return isScore(column, values)
                || (!COLUMNS.contains(column) && !isCounted(column) && !values.isContainerNode() && isNumber(values));
    }

    /** Whether a field holds the values of a score, numbers or words; of Langfuse's own fields none is a list of numbers. */
    static boolean isScore(String column, JsonNode values) {
        if (COLUMNS.contains(column) || !values.isArray() || values.isEmpty()) {
            return false;
        }
        boolean numbers = areAll(values, true);
        return numbers || (areAll(values, false) && !isCounted(column));
    }

    private static boolean areAll(JsonNode values, boolean numbers) {
        return StreamSupport.stream(values.spliterator(), false)
                .allMatch(value -> numbers ? value.isNumber() : value.isTextual());
    }

    private static boolean isCounted(String column) {
        return COUNTED.matcher(column).matches();
    }
}
