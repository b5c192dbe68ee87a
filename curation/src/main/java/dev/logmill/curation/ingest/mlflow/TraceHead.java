package dev.logmill.curation.ingest.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What MLflow says of a trace beside its spans: {@code TraceInfo} of versions 3 and 2, or the columns of a table that have
 * its fields. Its token usage and cost sum up those of the spans, its previews are their texts once more, cut short.
 */
final class TraceHead {
    /** Read, or said by the spans. */
    private static final Set<String> READ = Set.of(
            "trace_id",
            "request_id",
            "trace_location",
            "experiment_id",
            "request_time",
            "timestamp_ms",
            "execution_duration",
            "execution_duration_ms",
            "execution_time_ms",
            "state",
            "status",
            "request_preview",
            "response_preview",
            "request",
            "response",
            "trace",
            "spans",
            "data",
            "trace_metadata",
            "request_metadata",
            "tags",
            "assessments");

    private static final Set<String> SAID_BY_SPANS = Set.of(
            "mlflow.trace.session",
            "mlflow.trace.user",
            "mlflow.modelId",
            "mlflow.trace.tokenUsage",
            "mlflow.trace.cost",
            "mlflow.trace.sizeStats",
            "mlflow.trace.sizeBytes",
            "mlflow.trace.infoFinalized",
            "mlflow.trace_schema.version",
            "mlflow.trace.spansLocation",
            "mlflow.artifactLocation",
            "mlflow.traceInputs",
            "mlflow.traceOutputs",
            "mlflow.traceSpans");

    private final JsonNode info;
    private final ObjectNode metadata;
    private final ObjectNode tags;

    TraceHead(JsonNode info) {
        this.info = info;
        this.metadata = keyed(info, List.of("trace_metadata", "request_metadata"));
        this.tags = keyed(info, List.of("tags"));
    }

    /** Where nothing is said of the trace. */
    static TraceHead unknown() {
        return new TraceHead(MissingNode.getInstance());
    }

    /** An object, or a list of keys with their values; the REST interface has these. */
    private static ObjectNode keyed(JsonNode info, List<String> names) {
        ObjectNode keyed = Json.MAPPER.createObjectNode();
        for (String name : names) {
            JsonNode told = JsonInText.decoded(info.path(name));
            told.properties().forEach(field -> keyed.set(field.getKey(), field.getValue()));
            if (told.isArray()) {
                told.forEach(pair -> keyed.set(Fields.word(pair, "key"), pair.path("value")));
            }
        }
        return keyed;
    }

    Optional<String> traceId() {
        return Fields.filled(info, "trace_id")
                .or(() -> Fields.filled(info, "request_id"))
                .map(Ids::trace);
    }

    Optional<String> session() {
        return Fields.filled(metadata, "mlflow.trace.session");
    }

    /** The person who used the application; {@code mlflow.user} is who ran it. */
    Optional<String> user() {
        return Fields.filled(metadata, "mlflow.trace.user").or(() -> Fields.filled(info, "requester"));
    }

    /** The logged model that answered, which is a version of the application. */
    Optional<String> modelId() {
        return Fields.filled(metadata, "mlflow.modelId");
    }

    /** Whether a scorer made the trace, about another one. */
    boolean isOfScorer() {
        return Fields.filled(tags, "mlflow.trace.sourceScorer").isPresent();
    }

    /** Databricks cuts the traces that it keeps in inference tables. */
    boolean isTruncated() {
        return Fields.word(metadata, "is_truncated").equals("true");
    }

    List<JsonNode> assessments() {
        JsonNode listed = JsonInText.decoded(info.path("assessments"));
        return listed.isArray()
                ? Stream.iterate(0, i -> i < listed.size(), i -> i + 1)
                        .map(listed::path)
                        .toList()
                : List.of();
    }

    /** What is said of the trace and of nothing in it, as attributes of its root. */
    ObjectNode attributes() {
        ObjectNode attributes = Json.MAPPER.createObjectNode();
        rest(attributes, "mlflow.tags", tags);
        rest(attributes, "mlflow.trace_metadata", metadata);
        Fields.filled(JsonInText.decoded(info.path("trace_location")).path("mlflow_experiment"), "experiment_id")
                .or(() -> Fields.filled(info, "experiment_id"))
                .ifPresent(id -> attributes.put("mlflow.experimentId", id));
        List<JsonNode> placeless = assessments().stream()
                .filter(given -> !Assessment.maySpeak(given))
                .toList();
        if (!placeless.isEmpty()) {
            placeless.forEach(
                    given -> attributes.withArray("/mlflow.assessments").add(Assessment.kept(given)));
        }
        info.properties().stream()
                .filter(field -> !READ.contains(field.getKey()) && !Fields.isEmpty(field.getValue()))
                .forEach(field -> attributes.set(field.getKey(), field.getValue()));
        return attributes;
    }

    private static void rest(ObjectNode attributes, String name, ObjectNode told) {
        ObjectNode rest = told.deepCopy();
        rest.remove(SAID_BY_SPANS);
        rest.properties().removeIf(field -> Fields.isEmpty(field.getValue()));
        if (!rest.isEmpty()) {
            attributes.put(name, Json.canonical(rest));
        }
    }
}
