package dev.logmill.curation.ingest.nat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.EpochUnit;
import dev.logmill.curation.ingest.ParentId;
import dev.logmill.curation.ingest.Timestamps;
import dev.logmill.curation.ingest.UnreadableRecord;
import dev.logmill.curation.ingest.message.Fields;
import java.time.Instant;
import java.util.Optional;

/** One event of a step, {@code {parent_id, function_ancestry, payload: {event_type, event_timestamp, UUID, ...}}}. */
record StepEvent(JsonNode written) {
    /** The parent of steps that have none. */
    private static final String ROOT = "root";

    /** What an event tells of its step. */
    enum State {
        START,
        END,
        /** A piece of what the end tells whole. */
        CHUNK
    }

    static boolean isOne(JsonNode node) {
        JsonNode payload = node.path("payload");
        return Fields.filled(payload, "UUID").isPresent()
                && Fields.word(payload, "event_type").matches("[A-Z]+_[A-Z_]+");
    }

    JsonNode payload() {
        return written.path("payload");
    }

    String stepId() {
        return Fields.word(payload(), "UUID");
    }

    /** LLM, TOOL, WORKFLOW, FUNCTION, TASK, SPAN or CUSTOM. */
    String category() {
        String type = Fields.word(payload(), "event_type");
        return type.substring(0, type.indexOf('_'));
    }

    State state() {
        String type = Fields.word(payload(), "event_type");
        return type.endsWith("_START") ? State.START : type.endsWith("_END") ? State.END : State.CHUNK;
    }

    Optional<String> parentId() {
        return ParentId.of(Fields.filled(written, "parent_id").filter(id -> !id.equals(ROOT)), stepId());
    }

    /** The function that ran when the step began; nothing outside of all. */
    Optional<String> function() {
        return Fields.filled(written.path("function_ancestry"), "function_name").filter(name -> !name.equals(ROOT));
    }

    JsonNode data(String name) {
        return payload().path("data").path(name);
    }

    JsonNode metadata() {
        return payload().path("metadata");
    }

    /** What the workflow says of itself: the ids of its trace and its conversation. */
    JsonNode provided() {
        return metadata().path("provided_metadata");
    }

    /** A time in seconds since 1970, with a fraction; zero stands for none. */
    Optional<Instant> time(String name) throws UnreadableRecord {
        JsonNode value = payload().path(name);
        boolean none = Fields.isEmpty(value) || (value.isNumber() && value.doubleValue() == 0);
        return none ? Optional.empty() : Optional.of(Timestamps.read(name, value, EpochUnit.SECONDS));
    }
}
