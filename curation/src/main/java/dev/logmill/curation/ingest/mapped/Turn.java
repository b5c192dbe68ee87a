package dev.logmill.curation.ingest.mapped;

import dev.logmill.curation.trace.Failure;
import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.Usage;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/** One message, with what the log says of its making. */
record Turn(
        Message message,
        Optional<Instant> time,
        Optional<Usage> usage,
        Optional<String> finish,
        Optional<Failure> failure,
        Set<Fidelity> fidelity) {
    Turn {
        fidelity = Set.copyOf(fidelity);
    }

    static Turn of(Message message) {
        return new Turn(message, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Set.of());
    }

    boolean isAnswer() {
        return message.role() == Role.ASSISTANT;
    }

    Turn with(Message other) {
        return new Turn(other, time, usage, finish, failure, fidelity);
    }
}
