package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import java.util.Map;

/** OpenInference's messages, once their fields are put together, in the form of chat completions. */
final class OpenInferenceMessages {
    private OpenInferenceMessages() {}

    static ArrayNode of(ArrayNode listed) {
        ArrayNode messages = Json.MAPPER.createArrayNode();
        for (JsonNode element : listed) {
            JsonNode message = element.path("message").isObject() ? element.path("message") : element;
            if (message.isObject()) {
                messages.add(message(message));
            }
        }
        return messages;
    }

    private static ObjectNode message(JsonNode logged) {
        ObjectNode message = Json.MAPPER.createObjectNode();
        for (Map.Entry<String, JsonNode> field : logged.properties()) {
            switch (field.getKey()) {
                case "contents" -> contents(field.getValue(), message.putArray("content"));
                case "tool_calls" -> calls(field.getValue(), message.putArray("tool_calls"));
                case "function_call_name" ->
                    message.withObject("/function_call").set("name", field.getValue());
                case "function_call_arguments_json" ->
                    message.withObject("/function_call").set("arguments", field.getValue());
                case "content" -> {
                    if (!logged.has("contents")) {
                        message.set("content", field.getValue());
                    }
                }
                default -> message.set(field.getKey(), field.getValue());
            }
        }
        return message;
    }

    private static void contents(JsonNode listed, ArrayNode into) {
        for (JsonNode element : listed) {
            JsonNode part = element.path("message_content").isObject() ? element.path("message_content") : element;
            String type = Fields.word(part, "type");
            JsonNode url = part.path("image").path("image").path("url");
            if (type.equals("image")) {
                ObjectNode image = into.addObject().put("type", "image_url");
                image.withObject("/image_url")
                        .set("url", url.isMissingNode() ? part.path("image").path("url") : url);
            } else {
                into.add(part);
            }
        }
    }

    private static void calls(JsonNode listed, ArrayNode into) {
        for (JsonNode element : listed) {
            into.add(element.path("tool_call").isObject() ? element.path("tool_call") : element);
        }
    }
}
