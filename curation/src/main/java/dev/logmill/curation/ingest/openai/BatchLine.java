package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.MadeId;

/**
 * A line of a batch, by its {@code custom_id}: what OpenAI answered, {@code {response: {status_code, body}, error}}, or Anthropic, {@code {result:
 * {type, message | error}}}, or Anthropic was asked, {@code {params}}. Questions and answers are files of their own, and
 * a {@code custom_id} is one of its batch alone, so that each stays what it is. Gemini's lines are calls as any gateway logs them, but for one
 * that failed, {@code {key, error}}.
 */
final class BatchLine {
    private static final String ID = "custom_id";

    private BatchLine() {}

    static boolean isOne(JsonNode body) {
        boolean answered = body.path("response").has("status_code") || body.has("error");
        return BedrockBatchLine.isOne(body)
                || isFailedOfGemini(body)
                || (body.path(ID).isTextual()
                        && (body.path("result").path("type").isTextual()
                                || body.path("params").isObject()
                                || (answered && !body.has("body"))));
    }

    private static boolean isFailedOfGemini(JsonNode body) {
        return body.path("key").isTextual() && body.path("error").isObject() && body.size() == 2;
    }

    /** As the record of the call that it tells of. */
    static JsonNode asRecord(JsonNode body) {
        if (BedrockBatchLine.isOne(body)) {
            return BedrockBatchLine.asRecord(body);
        }
        ObjectNode record = body.deepCopy();
        if (body.path("params").isObject()) {
            return record.set("request", record.remove("params"));
        }
        if (isFailedOfGemini(body)) {
            record.put("provider", "google");
            record.put("id", MadeId.of("batch", Json.canonical(body)));
        }
        boolean answered = Fields.isEmpty(body.path("error"))
                && Fields.isEmpty(body.path("response").path("body").path("error"));
        JsonNode result = body.path("result");
        if (!result.isMissingNode()) {
            record.remove("result");
            answered = result.path("message").isObject();
            record.put("provider", "anthropic");
            if (answered) {
                record.set("response", result.path("message"));
            } else {
                record.set("error", failure(result));
                record.put("id", MadeId.of("batch", Json.canonical(body)));
            }
        }
        if (!answered) {
            // Which API failed its answer does not say, nor what was asked of it.
            record.putObject("request").putArray("messages");
        }
        return record;
    }

    /** What went wrong, or the word for it, as canceled and expired. */
    private static JsonNode failure(JsonNode result) {
        JsonNode error = result.path("error");
        JsonNode inner = error.path("error").isObject() ? error.path("error") : error;
        return inner instanceof MissingNode
                ? Json.MAPPER.createObjectNode().put("type", Fields.word(result, "type"))
                : inner;
    }
}
