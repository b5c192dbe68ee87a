package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;

/** The same exchange in the shapes of other APIs, and in pieces. */
final class OtherApis {
    private OtherApis() {}

    static void responses(ObjectNode record, ArrayNode messages, String text, String span) {
        ObjectNode request = record.putObject("request").put("model", GatewayRecords.MODEL);
        request.put("instructions", content(messages, 0)).put("input", content(messages, 1));
        ObjectNode body = record.putObject("response")
                .put("id", "resp_" + span)
                .put("object", "response")
                .put("status", "completed")
                .put("model", "production-2026");
        ObjectNode item = body.putArray("output")
                .addObject()
                .put("type", "message")
                .put("id", "msg_" + span)
                .put("status", "completed")
                .put("role", "assistant");
        item.putArray("content")
                .addObject()
                .put("type", "output_text")
                .put("text", text)
                .putArray("annotations");
        usage(body, messages, text);
    }

    static void anthropic(ObjectNode record, ArrayNode messages, String text, String span) {
        ObjectNode request =
                record.putObject("request").put("model", GatewayRecords.MODEL).put("max_tokens", 1024);
        request.put("system", content(messages, 0));
        request.putArray("messages").addObject().put("role", "user").put("content", content(messages, 1));
        ObjectNode body = record.putObject("response")
                .put("id", "msg_" + span)
                .put("type", "message")
                .put("role", "assistant")
                .put("model", "production-2026");
        body.putArray("content").addObject().put("type", "text").put("text", text);
        body.put("stop_reason", "end_turn").putNull("stop_sequence");
        usage(body, messages, text);
    }

    private static String content(ArrayNode messages, int index) {
        return messages.path(index).path("content").asText();
    }

    private static void usage(ObjectNode body, ArrayNode messages, String text) {
        body.putObject("usage")
                .put("input_tokens", Completions.tokens(messages))
                .put("output_tokens", Math.max(1, text.length() / 4));
    }

    /** An answer as its stream's chunks. */
    static ArrayNode chunks(ObjectNode answer) {
        JsonNode choice = answer.path("choices").path(0);
        ArrayNode chunks = Json.MAPPER.createArrayNode();
        delta(chunks, answer).putObject("delta").put("role", "assistant");
        String text = choice.path("message").path("content").asText("");
        for (int i = 0; i < text.length(); i += 12) {
            delta(chunks, answer).putObject("delta").put("content", text.substring(i, Math.min(text.length(), i + 12)));
        }
        int index = 0;
        for (JsonNode call : choice.path("message").path("tool_calls")) {
            ArrayNode calls = delta(chunks, answer).putObject("delta").putArray("tool_calls");
            calls.add(((ObjectNode) call.deepCopy()).put("index", index++));
        }
        ObjectNode last = delta(chunks, answer);
        last.putObject("delta");
        last.set("finish_reason", choice.path("finish_reason"));
        ObjectNode usage = chunk(chunks, answer);
        usage.putArray("choices");
        usage.set("usage", answer.path("usage"));
        return chunks;
    }

    private static ObjectNode chunk(ArrayNode chunks, ObjectNode answer) {
        ObjectNode chunk = chunks.addObject().put("object", "chat.completion.chunk");
        for (String key : new String[] {"id", "created", "model"}) {
            chunk.set(key, answer.path(key));
        }
        return chunk;
    }

    private static ObjectNode delta(ArrayNode chunks, ObjectNode answer) {
        return chunk(chunks, answer)
                .putArray("choices")
                .addObject()
                .put("index", 0)
                .putNull("finish_reason");
    }
}
