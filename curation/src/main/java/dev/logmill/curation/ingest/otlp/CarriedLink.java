package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.json.Json;
import java.util.Optional;

/** A span's link to another one. */
record CarriedLink(Optional<String> traceId, Optional<String> spanId, ObjectNode attributes) {
    static CarriedLink of(JsonNode link) {
        return new CarriedLink(
                Carried.traceId(link).flatMap(SpanIds::of),
                Carried.spanId(link).flatMap(SpanIds::of),
                AttributeValues.of(link.path("attributes")));
    }

    /** As it is kept. */
    ObjectNode kept() {
        ObjectNode kept = Json.MAPPER.createObjectNode();
        traceId.ifPresent(id -> kept.put("trace_id", id));
        spanId.ifPresent(id -> kept.put("span_id", id));
        if (!attributes.isEmpty()) {
            kept.set("attributes", attributes);
        }
        return kept;
    }
}
