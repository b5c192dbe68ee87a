package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Events of a stream of Mistral's conversations: {@code message.output.delta}, {@code function.call.delta} and {@code tool.execution.started}, each of the
 * entry at its {@code output_index}. It is whole when {@code conversation.response.done} came.
 */
public final class MistralStream {
    private static final Pattern OF_AN_ENTRY =
            Pattern.compile("(message[.]output|function[.]call)[.]delta|tool[.]execution[.](started|delta|done)");
    private static final String OF_THE_WHOLE = "conversation.response.";
    private static final String CONTENT = "content";

    private final ObjectNode body = Json.MAPPER.createObjectNode().put("object", "conversation.response");
    private final Map<Integer, Growing> entries = new TreeMap<>();
    private final Map<Integer, ArrayNode> parts = new TreeMap<>();
    private boolean ended;

    private MistralStream() {}

    /** Whether it is one. */
    public static boolean isEvent(JsonNode event) {
        String type = Fields.word(event, "type");
        return type.startsWith(OF_THE_WHOLE) || OF_AN_ENTRY.matcher(type).matches();
    }

    /** The response that the events tell. */
    public static JsonNode assembled(List<JsonNode> events, Fields fields) {
        MistralStream stream = new MistralStream();
        events.forEach(stream::add);
        return stream.whole(fields);
    }

    private void add(JsonNode event) {
        String type = Fields.word(event, "type");
        if (OF_AN_ENTRY.matcher(type).matches()) {
            entry(type.substring(0, type.lastIndexOf('.')), event);
        } else if (type.equals(OF_THE_WHOLE + "error")) {
            ObjectNode error = event.deepCopy();
            error.remove("type"); // Of the event, and not of what went wrong.
            body.set("error", error);
        } else if (type.startsWith(OF_THE_WHOLE)) {
            ended |= type.endsWith(".done");
            for (String name : List.of("conversation_id", "created_at", "usage")) {
                if (event.has(name)) {
                    body.set(name, event.path(name));
                }
            }
        }
    }

    private void entry(String kind, JsonNode event) {
        int index = event.path("output_index").asInt();
        Growing entry = entries.computeIfAbsent(
                index, first -> new Growing(Json.MAPPER.createObjectNode().put("type", kind)));
        for (String name : List.of("id", "name", "tool_call_id", "model", "role", "info", "created_at")) {
            entry.setOnce(name, event.path(name));
        }
        JsonNode said = event.path(CONTENT);
        entry.append("arguments", event.path("arguments"));
        entry.append(CONTENT, said.isObject() ? said.path("text") : said);
        if (said.isObject() && !said.path("text").isTextual()) {
            parts.computeIfAbsent(index, first -> Json.MAPPER.createArrayNode()).add(said);
        }
    }

    private JsonNode whole(Fields fields) {
        if (!ended && !body.has("error")) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        ArrayNode outputs = body.putArray("outputs");
        entries.forEach((index, growing) -> {
            ObjectNode entry = growing.whole();
            ArrayNode others = parts.get(index);
            if (others != null) {
                ArrayNode content = Json.MAPPER.createArrayNode();
                content.addObject().put("type", "text").set("text", entry.path(CONTENT));
                entry.set(CONTENT, content.addAll(others));
            }
            outputs.add(entry);
        });
        return body;
    }
}
