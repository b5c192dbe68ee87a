package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;

/** A whole answer cut into the events that would have streamed it. */
final class StreamedForm {
    private final ArrayNode events = Json.MAPPER.createArrayNode();

    private StreamedForm() {}

    static ArrayNode of(JsonNode body) {
        StreamedForm form = new StreamedForm();
        if (body.has("choices")) {
            form.chat(body);
        } else if (body.has("output")) {
            form.responses(body);
        } else {
            form.anthropic(body);
        }
        return form.events;
    }

    /** The same events as the text of a server-sent stream. */
    static String text(ArrayNode events) {
        StringBuilder text = new StringBuilder(": ping\r\n\r\n");
        events.forEach(event -> text.append("event: x\r\ndata: ").append(event).append("\r\n\r\n"));
        return text.append("data: [DONE]\n\n").toString();
    }

    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>(List.of(""));
        for (int i = 0; i < text.length(); i += 3) {
            pieces.add(text.substring(i, Math.min(i + 3, text.length())));
        }
        return pieces;
    }

    private void chat(JsonNode body) {
        for (JsonNode choice : body.path("choices")) {
            JsonNode message = choice.path("message");
            chunk(body, choice).put("role", "assistant").put("content", "");
            for (String field : List.of("content", "refusal", "reasoning_content")) {
                if (message.path(field).isTextual()) {
                    pieces(message.path(field).textValue())
                            .forEach(piece -> chunk(body, choice).put(field, piece));
                }
            }
            for (int i = 0; i < message.path("tool_calls").size(); i++) {
                call(body, choice, message.path("tool_calls").path(i), i);
            }
            chunk(body, choice);
            ((ObjectNode) events.path(events.size() - 1).path("choices").path(0))
                    .set("finish_reason", choice.path("finish_reason"));
        }
        ObjectNode last = events.addObject().put("object", "chat.completion.chunk");
        last.putArray("choices");
        last.set("usage", body.path("usage"));
    }

    private void call(JsonNode body, JsonNode choice, JsonNode call, int index) {
        JsonNode function = call.path("function");
        ObjectNode first = chunk(body, choice).putArray("tool_calls").addObject();
        first.put("index", index).put("type", "function").set("id", call.path("id"));
        first.putObject("function").put("arguments", "").set("name", function.path("name"));
        for (String piece : pieces(function.path("arguments").asText())) {
            ObjectNode next = chunk(body, choice).putArray("tool_calls").addObject();
            next.put("index", index).putObject("function").put("arguments", piece);
        }
    }

    private ObjectNode chunk(JsonNode body, JsonNode choice) {
        ObjectNode chunk = events.addObject().put("object", "chat.completion.chunk");
        chunk.set("id", body.path("id"));
        chunk.set("model", body.path("model"));
        ObjectNode part = chunk.putArray("choices").addObject();
        part.put("index", choice.path("index").asInt()).putNull("finish_reason");
        return part.putObject("delta");
    }

    private void anthropic(JsonNode body) {
        ObjectNode message = body.deepCopy();
        message.putArray("content");
        message.putNull("stop_reason");
        ((ObjectNode) message.path("usage")).put("output_tokens", 1);
        events.addObject().put("type", "message_start").set("message", message);
        for (int i = 0; i < body.path("content").size(); i++) {
            block(body.path("content").path(i), i);
        }
        ObjectNode delta = events.addObject().put("type", "message_delta");
        delta.putObject("delta").set("stop_reason", body.path("stop_reason"));
        delta.putObject("usage").set("output_tokens", body.path("usage").path("output_tokens"));
        events.addObject().put("type", "message_stop");
    }

    private void block(JsonNode block, int index) {
        ObjectNode begun = block.deepCopy();
        String type = block.path("type").asText();
        boolean call = type.equals("tool_use");
        if (call) {
            begun.putObject("input");
        } else {
            begun.put(type, "");
        }
        ObjectNode start = events.addObject().put("type", "content_block_start").put("index", index);
        start.set("content_block", begun);
        String whole = call ? block.path("input").toString() : block.path(type).asText();
        for (String piece : pieces(whole)) {
            ObjectNode event =
                    events.addObject().put("type", "content_block_delta").put("index", index);
            event.putObject("delta").put("type", type + "_delta").put(call ? "partial_json" : type, piece);
        }
        events.addObject().put("type", "content_block_stop").put("index", index);
    }

    private void responses(JsonNode body) {
        ObjectNode begun = body.deepCopy();
        begun.putArray("output");
        begun.put("status", "in_progress").putNull("usage");
        events.addObject().put("type", "response.created").set("response", begun);
        for (int i = 0; i < body.path("output").size(); i++) {
            item(body.path("output").path(i), i);
        }
        events.addObject().put("type", "response.completed").set("response", body);
    }

    private void item(JsonNode item, int index) {
        ObjectNode begun = item.deepCopy();
        List.of("content", "summary").forEach(field -> {
            if (begun.has(field)) {
                begun.putArray(field);
            }
        });
        if (begun.has("arguments")) {
            begun.put("arguments", "");
        }
        ObjectNode added = events.addObject().put("type", "response.output_item.added");
        added.put("output_index", index).set("item", begun);
        pieces(item.path("arguments").asText())
                .forEach(piece -> delta("response.function_call_arguments.delta", index, piece));
        for (int i = 0; i < item.path("content").size(); i++) {
            JsonNode part = item.path("content").path(i);
            String kind = part.has("refusal") ? "refusal" : "text";
            for (String piece : pieces(part.path(kind).asText())) {
                delta(part.has("refusal") ? "response.refusal.delta" : "response.output_text.delta", index, piece)
                        .put("content_index", i);
            }
        }
        for (int i = 0; i < item.path("summary").size(); i++) {
            for (String piece : pieces(item.path("summary").path(i).path("text").asText())) {
                delta("response.reasoning_summary_text.delta", index, piece).put("summary_index", i);
            }
        }
    }

    private ObjectNode delta(String type, int index, String piece) {
        return events.addObject().put("type", type).put("output_index", index).put("delta", piece);
    }
}
