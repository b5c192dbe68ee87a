package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A record of Amazon Bedrock's model invocation logging, {@code {schemaType: ModelInvocationLog, input: {inputBodyJson}, output:
 * {outputBodyJson}}}: the bodies of any of its APIs, a streamed answer's as the list of its chunks.
 *
 * @see <a href="https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html">Model invocation logging</a>
 */
final class InvocationLog {
    private static final List<String> COUNTS =
            List.of("inputTokenCount", "outputTokenCount", "cacheReadInputTokenCount", "cacheWriteInputTokenCount");

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
        keepBeside(record, log.path("input"), "inputBodyJson");
        keepBeside(record, log.path("output"), "outputBodyJson");
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

    /** What the log says of a body, its tokens among it; each name tells of which body. */
    private static void keepBeside(ObjectNode record, JsonNode logged, String body) {
        for (Map.Entry<String, JsonNode> field : logged.properties()) {
            if (!field.getKey().equals(body) && !record.has(field.getKey())) {
                record.set(field.getKey(), field.getValue());
            }
        }
    }

    /** What Bedrock counted, which bodies of many models do not repeat. */
    static Optional<Usage> usage(Envelope envelope) {
        COUNTS.forEach(envelope::use);
        return BedrockConverse.usage(envelope.record());
    }
}
