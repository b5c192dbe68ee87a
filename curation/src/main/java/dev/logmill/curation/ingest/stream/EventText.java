package dev.logmill.curation.ingest.stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The events in the text of a server-sent stream, see WHATWG HTML, section "Server-sent events": the JSON of each
 * {@code data} field. What is cut off or no JSON is left out; {@code [DONE]} is no event.
 */
public final class EventText {
    private final List<JsonNode> events = new ArrayList<>();
    private final StringBuilder data = new StringBuilder();

    private EventText() {}

    /** Whether a text begins as such streams do. */
    public static boolean isOne(String text) {
        String start = text.substring(0, Math.min(text.length(), 64)).stripLeading();
        return start.startsWith("data:")
                || start.startsWith("event:")
                || start.startsWith("id:")
                || start.startsWith("retry:")
                || start.startsWith(":");
    }

    /** The events of a stream, in order. */
    public static List<JsonNode> events(String text) {
        EventText reader = new EventText();
        int from = 0;
        while (from < text.length()) {
            int end = text.indexOf('\n', from);
            int next = end < 0 ? text.length() : end;
            int stop = next > from && text.charAt(next - 1) == '\r' ? next - 1 : next;
            reader.line(text, from, stop);
            from = next + 1;
        }
        reader.dispatch();
        return reader.events;
    }

    private void line(String text, int from, int stop) {
        if (from == stop) {
            dispatch();
        } else if (text.startsWith("data:", from)) {
            int value = from + 5 < stop && text.charAt(from + 5) == ' ' ? from + 6 : from + 5;
            if (data.length() > 0) {
                data.append('\n');
            }
            data.append(text, value, stop);
        }
    }

    private void dispatch() {
        if (data.length() > 0) {
            Json.container(data.toString()).ifPresent(events::add);
            data.setLength(0);
        }
    }

    /** The events of a stream that is one JSON document a line; what is cut off is left out. */
    public static List<JsonNode> lines(String text) {
        return text.startsWith("{")
                ? text.lines().flatMap(line -> Json.container(line).stream()).toList()
                : List.of();
    }

    /** The event in one element of a logged list: itself, its {@code data}, or the JSON in its text. */
    public static JsonNode unwrapped(JsonNode element) {
        if (element.isTextual()) {
            Optional<JsonNode> event = Json.container(element.textValue());
            return event.or(() -> events(element.textValue()).stream().findFirst())
                    .orElse(MissingNode.getInstance());
        }
        JsonNode data = element.path("data");
        boolean wrapped = !element.has("type") && !element.has("object") && !element.has("choices");
        if (wrapped && data.isObject()) {
            return data;
        }
        return wrapped && data instanceof TextNode ? unwrapped(data) : element;
    }
}
