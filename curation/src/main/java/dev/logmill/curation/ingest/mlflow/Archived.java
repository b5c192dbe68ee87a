package dev.logmill.curation.ingest.mlflow;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.Unquoted;
import dev.logmill.curation.json.Json;
import java.util.Optional;

/**
 * A span of an archived trace, in OTLP. MLflow names a trace by an attribute; in one of version 2.x that is another id than
 * OpenTelemetry's, and its assessments go by it.
 */
final class Archived {
    private static final String REQUEST_ID = "mlflow.traceRequestId";

    private Archived() {}

    static boolean isMlflow(JsonNode span) {
        for (JsonNode attribute : span.path("attributes")) {
            if (Fields.word(attribute, "key").startsWith("mlflow.")) {
                return true;
            }
        }
        return false;
    }

    /** The span under the id that its trace has in MLflow. */
    static JsonNode named(JsonNode span) {
        Optional<String> id = Optional.empty();
        ArrayNode rest = Json.MAPPER.createArrayNode();
        for (JsonNode attribute : span.path("attributes")) {
            Optional<String> named = Fields.word(attribute, "key").equals(REQUEST_ID)
                    ? Fields.filled(attribute.path("value"), "stringValue")
                            .or(() -> Fields.filled(attribute.path("value"), "string_value"))
                    : Optional.empty();
            if (named.isEmpty()) {
                rest.add(attribute);
            }
            id = id.or(() -> named);
        }
        if (id.isEmpty() || !(span instanceof ObjectNode object)) {
            return span;
        }
        ObjectNode named = object.deepCopy().without("trace_id");
        named.put("traceId", Ids.trace(Unquoted.of(id.get())));
        return named.set("attributes", rest);
    }
}
