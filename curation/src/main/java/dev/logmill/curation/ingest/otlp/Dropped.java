package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** The counts by which OpenTelemetry says that it left something out. */
final class Dropped {
    private static final List<String> COUNTS =
            List.of("droppedAttributesCount", "dropped_attributes_count", "droppedEventsCount", "dropped_events_count");

    private Dropped() {}

    /** Whether attributes or events of this were left out; a link that was left out takes nothing of what was said. */
    static boolean any(JsonNode node) {
        return COUNTS.stream()
                .flatMap(name -> FieldValues.number(node.path(name)).stream())
                .anyMatch(count -> count > 0);
    }
}
