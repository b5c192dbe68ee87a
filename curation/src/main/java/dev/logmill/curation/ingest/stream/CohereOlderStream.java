package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Events of a stream of Cohere's older chat. Its last, {@code stream-end}, repeats the whole response; where it never came, the texts are put together,
 * and the calls from {@code tool-calls-chunk} unless {@code tool-calls-generation} tells them whole.
 */
public final class CohereOlderStream {
    private static final Pattern EVENT = Pattern.compile(
            "stream-(start|end)|text-generation|citation-generation|search-(queries-generation|results)|tool-calls-(chunk|generation)");

    private final StringBuilder said = new StringBuilder();
    private final Map<Integer, Growing> calls = new TreeMap<>();
    private JsonNode whole = MissingNode.getInstance();
    private JsonNode last = MissingNode.getInstance();
    private JsonNode id = MissingNode.getInstance();
    private JsonNode ending = MissingNode.getInstance();

    private CohereOlderStream() {}

    /** Whether it is one; Cohere's SDK leaves {@code is_finished} out. */
    public static boolean isEvent(JsonNode event) {
        String type = Fields.word(event, "event_type");
        return EVENT.matcher(type).matches() || (!type.isEmpty() && event.has("is_finished"));
    }

    /** The response that the events tell. */
    public static JsonNode assembled(List<JsonNode> events, Fields fields) {
        CohereOlderStream stream = new CohereOlderStream();
        events.forEach(stream::add);
        return stream.response(fields);
    }

    private void add(JsonNode event) {
        if (event.path("response").isObject()) {
            last = event.path("response");
        }
        if (event.has("generation_id")) {
            id = event.path("generation_id");
        }
        if (event.has("finish_reason")) {
            ending = event.path("finish_reason");
        }
        if (event.path("tool_calls").isArray()) {
            // Its text is what the chunks before it said.
            whole = event.path("tool_calls");
        } else {
            said.append(Fields.word(event, "text"));
        }
        JsonNode piece = event.path("tool_call_delta");
        if (piece.isObject()) {
            Growing call = calls.computeIfAbsent(
                    piece.path("index").asInt(), first -> new Growing(Json.MAPPER.createObjectNode()));
            call.setOnce("name", piece.path("name"));
            call.append("parameters", piece.path("parameters"));
        }
    }

    private JsonNode response(Fields fields) {
        if (last.isObject()) {
            return last.has("finish_reason") ? last : ((ObjectNode) last.deepCopy()).set("finish_reason", ending);
        }
        if (ending.isMissingNode()) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        ObjectNode body = Json.MAPPER.createObjectNode().put("text", said.toString());
        body.set("generation_id", id);
        body.set("finish_reason", ending);
        ArrayNode made = body.putArray("tool_calls");
        if (whole.isArray()) {
            whole.forEach(made::add);
        } else {
            calls.values().forEach(call -> made.add(call.whole()));
        }
        return body;
    }
}
