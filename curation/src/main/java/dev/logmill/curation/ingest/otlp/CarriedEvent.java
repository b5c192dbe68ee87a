package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.json.Json;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Something that happened during a span, or a log record: a name, a time and attributes. */
record CarriedEvent(String name, Optional<Instant> at, Attributes attributes) {
    private static final List<String> TIME = List.of("timeUnixNano", "time_unix_nano", "time", "timestamp");

    static CarriedEvent of(JsonNode event) throws UnreadableRecord {
        return new CarriedEvent(
                Fields.word(event, "name"),
                CarriedTime.of(event, TIME),
                new Attributes(AttributeValues.of(event.path("attributes"))));
    }

    /** As it is kept where nobody has read it. */
    ObjectNode kept() {
        ObjectNode kept = Json.MAPPER.createObjectNode().put("name", name);
        at.ifPresent(time -> kept.put("time", time.toString()));
        attributes.unread().forEach(kept.putObject("attributes")::set);
        return kept;
    }
}
