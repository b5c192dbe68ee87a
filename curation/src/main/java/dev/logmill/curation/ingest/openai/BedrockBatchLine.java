package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;

/**
 * A line of Bedrock's batch inference, {@code {recordId, modelInput, modelOutput}} or, where the model failed, {@code {recordId, modelInput, error:
 * {errorCode, errorMessage}}}. A {@code recordId} is one of its batch alone.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-results.html">Batch inference results</a>
 */
final class BedrockBatchLine {
    private static final String ASKED = "modelInput";
    private static final String ANSWERED = "modelOutput";
    private static final String ERROR = "error";

    private BedrockBatchLine() {}

    static boolean isOne(JsonNode body) {
        return body.has("recordId")
                && (body.path(ASKED).isObject() || body.path(ANSWERED).isObject());
    }

    /** As the record of the call that it tells of. */
    static JsonNode asRecord(JsonNode body) {
        ObjectNode record = body.deepCopy();
        record.remove(ASKED);
        record.remove(ANSWERED);
        record.set("request", body.path(ASKED));
        if (!Fields.isEmpty(body.path(ANSWERED))) {
            record.set("response", body.path(ANSWERED));
        }
        JsonNode error = body.path(ERROR);
        if (!Fields.isEmpty(error)) {
            ObjectNode told = record.putObject(ERROR);
            told.set("code", error.path("errorCode"));
            told.set("message", error.path("errorMessage"));
            record.put("id", MadeId.of("batch", Json.canonical(body)));
        }
        return record;
    }
}
