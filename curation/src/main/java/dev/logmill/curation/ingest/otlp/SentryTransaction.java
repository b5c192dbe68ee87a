package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A transaction of Sentry: an event that is the root of the spans that it holds, and tells itself in another form than theirs. */
final class SentryTransaction {
    /** Where in the event the root stands, as a JSON pointer. */
    static final String PLACE = "/contexts/trace";

    private static final List<String> TIMES = List.of("start_timestamp", "timestamp");

    private SentryTransaction() {}

    static boolean isOne(JsonNode event) {
        return event.path("spans").isArray() && Carried.isSpan(event.at(PLACE));
    }

    /** The root in the form of the other spans. */
    static ObjectNode root(JsonNode event) {
        ObjectNode root = event.at(PLACE).deepCopy();
        if (event.path("transaction").isTextual() && !root.has("description")) {
            root.set("description", event.path("transaction"));
        }
        TIMES.stream().filter(event::has).forEach(time -> root.set(time, event.path(time)));
        return root;
    }
}
