package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import dev.logmill.curation.trace.Fidelity;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/**
 * Events of a streamed response. Its last event holds it whole; where that never came, the items are put together from
 * what did.
 */
public final class ResponsesStream {
    private static final Set<String> LAST =
            Set.of("response.completed", "response.incomplete", "response.failed", "response.cancelled");

    /** What each event does to its item; the last events and those of no interest are not among them. */
    private static final Map<String, BiConsumer<ResponseItem, JsonNode>> EVENTS = Map.ofEntries(
            Map.entry("response.output_item.added", (item, event) -> item.begin(event.path("item"))),
            Map.entry("response.output_item.done", (item, event) -> item.settle(event.path("item"))),
            Map.entry("response.output_text.delta", (item, event) -> item.part("output_text", "text", event)),
            Map.entry("response.refusal.delta", (item, event) -> item.part("refusal", "refusal", event)),
            Map.entry("response.reasoning_text.delta", (item, event) -> item.part("reasoning_text", "text", event)),
            Map.entry("response.reasoning_summary_text.delta", ResponseItem::summary),
            Map.entry("response.function_call_arguments.delta", (item, event) -> item.field("arguments", event)),
            Map.entry("response.function_call_arguments.done", (item, event) -> item.settled("arguments", event)),
            Map.entry("response.custom_tool_call_input.delta", (item, event) -> item.field("input", event)),
            Map.entry("response.custom_tool_call_input.done", (item, event) -> item.settled("input", event)),
            Map.entry("response.mcp_call_arguments.delta", (item, event) -> item.field("arguments", event)),
            Map.entry("response.mcp_call_arguments.done", (item, event) -> item.settled("arguments", event)),
            Map.entry("response.code_interpreter_call_code.delta", (item, event) -> item.field("code", event)),
            Map.entry("response.code_interpreter_call_code.done", (item, event) -> item.settled("code", event)));

    private final TreeMap<Integer, ResponseItem> items = new TreeMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private int at = -1;
    private JsonNode begun = MissingNode.getInstance();
    private JsonNode last = MissingNode.getInstance();
    private JsonNode error = MissingNode.getInstance();

    private ResponsesStream() {}

    /** The response that the events tell. */
    public static JsonNode assembled(List<JsonNode> events, Fields fields) {
        ResponsesStream stream = new ResponsesStream();
        events.forEach(stream::add);
        return stream.whole(fields);
    }

    private void add(JsonNode event) {
        String type = Fields.word(event, "type");
        if (LAST.contains(type)) {
            last = event.path("response");
        } else if (event.path("response").isObject()) {
            begun = event.path("response");
        } else if (type.equals("error")) {
            error = event.path("error").isObject() ? event.path("error") : event;
        } else if (EVENTS.containsKey(type)) {
            ResponseItem item = items.computeIfAbsent(place(event), index -> new ResponseItem());
            EVENTS.getOrDefault(type, (other, ignored) -> {}).accept(item, event);
        }
    }

    /** Where an event's item stands in the answer: by its index, else by its id, else where the one before it does. */
    private int place(JsonNode event) {
        Optional<String> id = Fields.filled(event, "item_id").or(() -> Fields.filled(event.path("item"), "id"));
        int known = id.map(named -> places.getOrDefault(named, -1)).orElse(-1);
        boolean begins = Fields.word(event, "type").equals("response.output_item.added");
        if (event.path("output_index").isInt()) {
            at = event.path("output_index").intValue();
        } else if (known >= 0) {
            at = known;
        } else if (id.isPresent() || begins || at < 0) {
            at = items.isEmpty() ? 0 : items.lastKey() + 1;
        }
        id.ifPresent(named -> places.putIfAbsent(named, at));
        return at;
    }

    private JsonNode whole(Fields fields) {
        if (last.isObject() && (!last.path("output").isEmpty() || items.isEmpty())) {
            return last;
        }
        ObjectNode body = Json.MAPPER.createObjectNode();
        JsonNode known = last.isObject() ? last : begun;
        known.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        ArrayNode output = body.putArray("output");
        items.values().forEach(item -> output.add(item.whole()));
        if (error.isObject()) {
            body.set("error", error);
        } else if (!last.isObject()) {
            fields.note(Fidelity.PARTIAL_STREAM);
        }
        return body;
    }
}
