package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.message.AwsFailure;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.stream.AwsEventText;
import dev.logmill.curation.ingest.stream.EventText;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The body of an answer as it was logged: whole, or the events of a stream, or a text that is neither.
 *
 * @param whole the body, missing where it is no single object
 * @param events the events, where it was streamed
 * @param text the text that is neither, missing where there is none
 */
record Body(JsonNode whole, List<JsonNode> events, JsonNode text) {
    private static final List<String> LISTS = List.of("chunks", "events", "streamed_data", "stream");
    private static final int LENGTH_OF_A_START = 16;
    private static final JsonNode NONE = MissingNode.getInstance();

    static Body of(JsonNode logged) {
        if (logged.isTextual()) {
            return ofText(logged);
        }
        if (logged.isArray()) {
            return ofEvents(logged);
        }
        boolean isWhole = KnownApi.anyAnswers(logged);
        for (String list : LISTS) {
            JsonNode events = logged.path(list);
            if (!isWhole && (events.isArray() || events.isTextual())) {
                return of(events);
            }
        }
        return new Body(logged.isObject() ? logged : NONE, List.of(), NONE);
    }

    private static Body ofText(JsonNode logged) {
        String text = logged.textValue();
        if (EventText.isOne(text)) {
            return new Body(NONE, EventText.events(text), logged);
        }
        if (AwsEventText.isOne(text)) {
            return new Body(NONE, AwsEventText.events(text), logged);
        }
        Optional<JsonNode> json = Json.container(text);
        if (json.isPresent()) {
            return of(json.get());
        }
        List<JsonNode> lines = EventText.lines(text);
        if (lines.size() > 1) {
            return new Body(NONE, lines, logged);
        }
        return new Body(NONE, List.of(), text.isBlank() ? NONE : logged);
    }

    private static Body ofEvents(JsonNode list) {
        List<JsonNode> events = new ArrayList<>(list.size());
        for (JsonNode element : list) {
            JsonNode event = EventText.unwrapped(element);
            if (event.isObject()) {
                events.add(event);
            }
        }
        boolean single = events.size() == 1 && KnownApi.anyAnswers(events.get(0));
        return single ? new Body(events.get(0), List.of(), NONE) : new Body(NONE, events, NONE);
    }

    boolean isAbsent() {
        return whole.isMissingNode() && events.isEmpty() && text.isMissingNode();
    }

    /** Whether a text was bytes, compressed ones mostly, before a logger took them for text: then they are lost. */
    static boolean isLost(String text) {
        String start = text.substring(0, Math.min(text.length(), LENGTH_OF_A_START));
        return start.startsWith("\u001f") || start.indexOf('\0') >= 0 || start.indexOf('\uFFFD') >= 0;
    }

    /** What tells of an error: the body itself, or the event that does. */
    JsonNode error() {
        if (holdsError(whole)) {
            return whole;
        }
        return events.stream().filter(Body::holdsError).findFirst().orElse(NONE);
    }

    private static boolean holdsError(JsonNode body) {
        return !Fields.isEmpty(body.path("error"))
                || Fields.word(body, "type").equals("error")
                || Fields.word(body, "object").equals("error")
                || AwsFailure.of(body).isPresent();
    }
}
