package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What a provider answered, saved as it came: a body, or the chunks of a stream, with no request and nothing beside. */
final class BareAnswer {
    private static final Set<String> OF_A_RECORD = Set.of("messages", "input");

    private BareAnswer() {}

    static boolean isOne(JsonNode body) {
        if (body.isArray()) {
            List<JsonNode> events = Body.of(body).events();
            return isOneStream(events)
                    && KnownApi.ALL.stream().anyMatch(api -> events.stream().anyMatch(api::streams));
        }
        boolean recorded = Stream.of(
                        OF_A_RECORD.stream(),
                        Envelope.REQUESTS.stream(),
                        Stream.of("response", "response_body"),
                        Key.TRACE.names().stream(),
                        Key.SPAN.names().stream(),
                        Key.FEEDBACK.names().stream())
                .flatMap(names -> names)
                .anyMatch(body::has);
        return !recorded && KnownApi.ALL.stream().anyMatch(api -> api.answers(body));
    }

    /** As a record that holds the answer and nothing else. */
    static JsonNode asRecord(JsonNode body) {
        ObjectNode record = Json.MAPPER.createObjectNode();
        record.set("response", body);
        return record;
    }

    /** Chunks of two answers would make one that nobody gave. */
    private static boolean isOneStream(List<JsonNode> events) {
        return events.stream()
                        .flatMap(event -> Stream.of(event, event.path("message"), event.path("response")))
                        .flatMap(holder ->
                                Fields.filled(holder, "id").or(() -> Fields.filled(holder, "responseId")).stream())
                        .distinct()
                        .count()
                <= 1;
    }
}
