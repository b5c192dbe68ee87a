package dev.logmill.curation.ingest.object;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.Optional;

/** The time that a log shipper knows of a record, {@code {time, log: "{...}"}}: that of the record where it tells none itself. */
public final class ShippedTime {
    private static final String NAME = "@timestamp";
    private static final List<String> OF_A_RECORD = List.of(
            NAME,
            "timestamp",
            "time",
            "ts",
            "start_time",
            "startTime",
            "started_at",
            "created_at",
            "createdAt",
            "request_created_at");

    private ShippedTime() {}

    /** The record with a time. */
    public static JsonNode in(JsonNode record, Optional<String> shipped) {
        boolean timed = OF_A_RECORD.stream().anyMatch(record::has);
        return shipped.isEmpty() || timed || !record.isObject()
                ? record
                : ((ObjectNode) record.deepCopy()).set(NAME, TextNode.valueOf(shipped.get()));
    }
}
