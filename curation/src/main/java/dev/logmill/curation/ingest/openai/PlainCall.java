package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.stream.EventText;
import dev.logmill.curation.json.Json;

/** A call that was logged without any API's bodies: an {@code input} and, as {@code output}, a text or one message. */
final class PlainCall {
    private PlainCall() {}

    static boolean answers(JsonNode output) {
        return output.isTextual()
                ? !EventText.isOne(output.textValue())
                : output.path("role").isTextual() && !output.has("type");
    }

    /** The answer as a chat completion. */
    static JsonNode answer(JsonNode output) {
        ObjectNode body = Json.MAPPER.createObjectNode();
        ObjectNode choice = body.putArray("choices").addObject();
        if (output.isTextual()) {
            choice.putObject("message").set("content", output);
        } else {
            choice.set("message", output);
        }
        return body;
    }

    /** The request as one of chat completions. */
    static JsonNode request(JsonNode request) {
        JsonNode input = request.path("input");
        if (!request.isObject() || (!input.isTextual() && !input.isArray())) {
            return request;
        }
        ObjectNode chat = Json.MAPPER.createObjectNode();
        request.properties().forEach(field -> chat.set(field.getKey(), field.getValue()));
        chat.remove("input");
        if (input.isTextual()) {
            ObjectNode message = chat.putArray("messages").addObject().put("role", "user");
            message.set("content", input);
        } else {
            chat.set("messages", input);
        }
        return chat;
    }
}
