package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.AwsFailure;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Events of Bedrock's ConverseStream, each under its type. It is whole when {@code messageStop} came. */
public final class ConverseStream {
    private static final Set<String> EVENTS =
            Set.of("messageStart", "contentBlockStart", "contentBlockDelta", "contentBlockStop", "messageStop");

    private final ObjectNode body = Json.MAPPER.createObjectNode();
    private final Map<Integer, Growing> texts = new TreeMap<>();
    private final Map<Integer, Growing> thoughts = new TreeMap<>();
    private final Map<Integer, Growing> uses = new TreeMap<>();

    private ConverseStream() {}

    /** Whether it is one; what the answer cost comes last, under a name that other logs have too. */
    public static boolean isEvent(JsonNode event) {
        return EVENTS.stream().anyMatch(event::has)
                || (event.size() == 1 && event.path("metadata").path("usage").has("inputTokens"))
                || AwsFailure.isEvent(event);
    }

    /** The response that the events tell. */
    public static JsonNode assembled(List<JsonNode> events, Fields fields) {
        ConverseStream stream = new ConverseStream();
        events.forEach(stream::add);
        return stream.whole(fields);
    }

    private void add(JsonNode event) {
        JsonNode start = event.path("contentBlockStart");
        JsonNode use = start.path("start").path("toolUse");
        if (use.isObject()) {
            uses.put(start.path("contentBlockIndex").asInt(), new Growing(use.deepCopy()));
        }
        JsonNode delta = event.path("contentBlockDelta");
        int index = delta.path("contentBlockIndex").asInt();
        JsonNode piece = delta.path("delta");
        append(texts, index, "text", piece.path("text"));
        append(thoughts, index, "text", piece.path("reasoningContent").path("text"));
        append(uses, index, "input", piece.path("toolUse").path("input"));
        JsonNode stop = event.path("messageStop");
        if (stop.has("stopReason")) {
            body.set("stopReason", stop.path("stopReason"));
        }
        event.path("metadata").properties().forEach(field -> body.set(field.getKey(), field.getValue()));
    }

    private static void append(Map<Integer, Growing> blocks, int index, String field, JsonNode fragment) {
        if (fragment.isTextual()) {
            blocks.computeIfAbsent(index, none -> new Growing(Json.MAPPER.createObjectNode()))
                    .append(field, fragment);
        }
    }

    private JsonNode whole(Fields fields) {
        if (!body.has("stopReason")) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        ObjectNode message = body.putObject("output").putObject("message").put("role", "assistant");
        ArrayNode content = message.putArray("content");
        Set<Integer> all = new TreeSet<>(texts.keySet());
        all.addAll(thoughts.keySet());
        all.addAll(uses.keySet());
        for (int index : all) {
            Growing thought = thoughts.get(index);
            Growing text = texts.get(index);
            Growing use = uses.get(index);
            if (thought != null) {
                content.addObject().putObject("reasoningContent").set("reasoningText", thought.whole());
            }
            if (text != null) {
                content.add(text.whole());
            }
            if (use != null) {
                content.addObject().set("toolUse", use.whole());
            }
        }
        return body;
    }
}
