package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.object.RawRecord;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Records that Amazon CloudWatch Logs wraps: what a subscription delivers, {@code {messageType, logGroup, logEvents: [{id, timestamp,
 * message}]}}, and what {@code aws logs filter-log-events} and {@code get-log-events} print, {@code {events: [{timestamp, message}]}}. The
 * record is the JSON in the message.
 */
final class CloudWatchEvents {
    private static final String MESSAGE = "message";
    private static final String CONTROL = "CONTROL_MESSAGE";

    private CloudWatchEvents() {}

    /** The records; nothing where the document is no such list. */
    static Optional<List<RawRecord>> in(RawRecord document) {
        JsonNode body = document.body();
        boolean delivered = body.path("messageType").isTextual() && body.has("logGroup");
        String name = delivered ? "logEvents" : "events";
        JsonNode events = body.path(name);
        boolean listed = events.isArray()
                && StreamSupport.stream(events.spliterator(), false)
                        .allMatch(event -> event.path(MESSAGE).isTextual() && event.has("timestamp"));
        if (!listed || (!delivered && events.isEmpty())) {
            return Optional.empty();
        }
        List<RawRecord> records = new ArrayList<>();
        for (int i = 0; i < events.size() && !isControl(body); i++) {
            JsonNode told = JsonInText.decoded(TextNode.valueOf(Fields.word(events.path(i), MESSAGE)));
            records.add(document.inside(
                    "/%s/%d/%s".formatted(name, i, MESSAGE),
                    Digest.of("cloudwatch", Json.canonical(told)).hex(),
                    told));
        }
        return Optional.of(records);
    }

    /** Whether it only says that the subscription works. */
    static boolean isControl(JsonNode body) {
        return Fields.word(body, "messageType").equals(CONTROL)
                && body.path("logEvents").isArray();
    }
}
