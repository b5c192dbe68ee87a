package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.Optional;

/** One message, with what the log says of its making. */
record Turn(Message message, Optional<Instant> time, Optional<Usage> usage, Optional<Failure> failure) {
    boolean isAnswer() {
        return message.role() == Role.ASSISTANT;
    }

    Turn with(Message other) {
        return new Turn(other, time, usage, failure);
    }
}
