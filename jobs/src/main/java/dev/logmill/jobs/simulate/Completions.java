package dev.logmill.jobs.simulate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;

/** Messages and answers in the shapes of chat completions. */
final class Completions {
    private Completions() {}

    /** The assistant's message for a reply. */
    static ObjectNode message(ModelReply reply, String callId) {
        ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant");
        if (reply.call().isEmpty()) {
            return message.put("content", reply.content());
        }
        message.putNull("content");
        ObjectNode call =
                message.putArray("tool_calls").addObject().put("id", callId).put("type", "function");
        call.putObject("function")
                .put("name", reply.call().get().tool())
                .put("arguments", Json.canonical(reply.call().get().arguments()));
        return message;
    }

    /** An unstreamed answer. */
    static ObjectNode answer(String model, ObjectNode message, String finish, JsonNode asked, long created) {
        ObjectNode answer = Json.MAPPER
                .createObjectNode()
                .put(
                        "id",
                        "chatcmpl-"
                                + Digest.of(model, Json.canonical(asked), Long.toString(created))
                                        .id())
                .put("object", "chat.completion")
                .put("created", created)
                .put("model", model);
        ObjectNode choice = answer.putArray("choices").addObject().put("index", 0);
        choice.set("message", message);
        choice.put("finish_reason", finish).putNull("logprobs");
        answer.set("usage", usage(asked, message));
        return answer;
    }

    /** Tokens, counted as four characters each. */
    static ObjectNode usage(JsonNode asked, JsonNode message) {
        int in = tokens(asked);
        int out = tokens(message);
        return Json.MAPPER
                .createObjectNode()
                .put("prompt_tokens", in)
                .put("completion_tokens", out)
                .put("total_tokens", in + out);
    }

    static int tokens(JsonNode text) {
        return Math.max(1, text.toString().length() / 4);
    }

    static String finish(ModelReply reply) {
        return reply.call().isPresent() ? "tool_calls" : "stop";
    }
}
