package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;

/**
 * A record of Amazon Bedrock's model invocation logging, {@code {schemaType: ModelInvocationLog, input: {inputBodyJson}, output:
 * {outputBodyJson}}}: the bodies of any of its APIs, a streamed answer's as the list of its chunks.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html">Model invocation logging</a>
 */
final class InvocationLog {
    private InvocationLog() {}

    static boolean isOne(JsonNode body) {
        return body.path("schemaType").asText().equals("ModelInvocationLog")
                && body.path("input").has("inputBodyJson");
    }

    /** As a record with a request and a response. */
    static JsonNode asRecord(JsonNode log) {
        ObjectNode record = log.deepCopy();
        record.remove("input");
        record.remove("output");
        record.remove("modelId");
        JsonNode asked = JsonInText.decoded(log.path("input").path("inputBodyJson"));
        if (asked.isObject()) {
            ObjectNode request = asked.deepCopy();
            if (!request.has("model")) {
                request.set("modelId", log.path("modelId"));
            }
            record.set("request", request);
        } else {
            record.set("request", asked);
        }
        if (log.path("output").has("outputBodyJson")) {
            record.set("response", log.path("output").path("outputBodyJson"));
        }
        record.set("error", Json.MAPPER.createObjectNode().set("code", log.path("errorCode")));
        if (!log.has("errorCode")) {
            record.remove("error");
        }
        return record;
    }
}
