package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.List;

/**
 * A message of LlamaIndex, {@code {role, blocks: [{block_type, ...}], additional_kwargs}}, whose calls and call ids stand in {@code
 * additional_kwargs}. Shapes: {@code llama_index.core.base.llms.types}.
 */
final class BlocksMessage implements MessageForm {
    @Override
    public boolean fits(JsonNode message) {
        return message.path("blocks").isArray() && !message.has("content") && message.has("role");
    }

    @Override
    public List<JsonNode> plain(JsonNode message, String place, Fields fields) {
        ObjectNode plain = Json.MAPPER.createObjectNode();
        plain.set("role", message.path("role"));
        ArrayNode parts = plain.putArray("content");
        message.path("blocks").forEach(block -> parts.add(part(block)));
        JsonNode more = message.path("additional_kwargs");
        for (String field : List.of("tool_calls", "tool_call_id", "name", "refusal")) {
            if (!Fields.isEmpty(more.path(field))) {
                plain.set(field, more.path(field));
            }
        }
        return List.of(plain);
    }

    /** The block as a part that others write too; one of an unknown kind stays as it is. */
    private static JsonNode part(JsonNode block) {
        ObjectNode part = Json.MAPPER.createObjectNode();
        return switch (Fields.word(block, "block_type")) {
            case "text" -> part.put("type", "text").set("text", block.path("text"));
            case "thinking" -> part.put("type", "thinking").set("thinking", block.path("content"));
            case "tool_call" -> call(part, block);
            case "image", "audio", "video", "document" -> media(part, block);
            default -> block;
        };
    }

    private static JsonNode call(ObjectNode part, JsonNode block) {
        part.put("type", "tool_call").set("id", block.path("tool_call_id"));
        part.set("name", block.path("tool_name"));
        return part.set("arguments", block.path("tool_kwargs"));
    }

    /** As OpenTelemetry tells media. */
    private static JsonNode media(ObjectNode part, JsonNode block) {
        String kind = Fields.word(block, "block_type");
        String data = kind.equals("document") ? "data" : kind;
        boolean held = !Fields.isEmpty(block.path(data));
        part.put("type", held ? "blob" : "uri").put("modality", kind.equals("document") ? "file" : kind);
        Fields.filled(block, kind + "_mimetype").ifPresent(mime -> part.put("mime_type", mime));
        if (held) {
            return part.set("content", block.path(data));
        }
        return part.set("uri", block.has("url") ? block.path("url") : block.path("path"));
    }
}
