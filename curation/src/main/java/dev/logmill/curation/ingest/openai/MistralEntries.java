package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;

/**
 * Entries of a conversation of Mistral as messages of chat completions: {@code message.input}, {@code message.output}, {@code function.call},
 * {@code function.result} and {@code tool.execution}, of a tool that Mistral ran. Neighbouring entries of the assistant are one message.
 */
final class MistralEntries {
    private static final String CONTENT = "content";
    private static final String CALLS = "tool_calls";
    private static final String RAN = "executed_tools";

    private final ArrayNode messages = Json.MAPPER.createArrayNode();
    private final Fields fields;
    private final String place;

    private MistralEntries(Fields fields, String place) {
        this.fields = fields;
        this.place = place;
    }

    /** The messages of a text or of entries that stand at {@code place}. */
    static ArrayNode messages(JsonNode entries, Fields fields, String place) {
        MistralEntries reader = new MistralEntries(fields, place);
        if (entries.isTextual()) {
            reader.messages.addObject().put("role", "user").set(CONTENT, entries);
        }
        for (int i = 0; entries.isArray() && i < entries.size(); i++) {
            reader.add(entries.path(i), i);
        }
        return reader.messages;
    }

    private void add(JsonNode entry, int index) {
        String type = Fields.word(entry, "type");
        switch (type) {
            case "function.call" -> {
                ObjectNode call = assistant(true, true).withArray(CALLS).addObject();
                call.set("id", entry.path("tool_call_id"));
                call.set("name", entry.path("name"));
                call.set("arguments", entry.path("arguments"));
            }
            case "tool.execution" -> {
                ObjectNode ran = assistant(false, false).withArray(RAN).addObject();
                ran.set("type", entry.path("name"));
                ran.set("arguments", entry.path("arguments"));
                fields.keep("%s[%d].info".formatted(place, index), entry.path("info"));
            }
            case "function.result" -> {
                ObjectNode result = messages.addObject().put("role", "tool");
                result.set("tool_call_id", entry.path("tool_call_id"));
                result.put(CONTENT, Fields.asText(entry.path("result")));
            }
            case "message.output" -> assistant(false, false).set(CONTENT, said(entry.path(CONTENT), index));
            default -> {
                if (entry.has(CONTENT)) {
                    messages.addObject()
                            .put("role", Fields.filled(entry, "role").orElse("user"))
                            .set(CONTENT, entry.path(CONTENT));
                } else {
                    fields.keep("%s[%d]".formatted(place, index), entry);
                }
            }
        }
    }

    /** The assistant's message that goes on, or a new one; calls stand behind what it said. */
    private ObjectNode assistant(boolean afterText, boolean afterCalls) {
        JsonNode last = messages.path(messages.size() - 1);
        boolean goesOn = Fields.word(last, "role").equals("assistant")
                && (afterText || !last.has(CONTENT))
                && (afterCalls || !last.has(CALLS));
        return goesOn ? (ObjectNode) last : messages.addObject().put("role", "assistant");
    }

    /** The text without the sources that it refers to. */
    private JsonNode said(JsonNode content, int index) {
        if (!content.isArray()) {
            return content;
        }
        ArrayNode parts = Json.MAPPER.createArrayNode();
        ArrayNode sources = Json.MAPPER.createArrayNode();
        content.forEach(part -> (Fields.word(part, "type").equals("tool_reference") ? sources : parts).add(part));
        fields.keep("%s[%d].tool_reference".formatted(place, index), sources);
        return parts;
    }
}
