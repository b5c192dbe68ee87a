package dev.logmill.curation.ingest.nat;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * A step, of whose events at least one is there: lists that the toolkit's evaluation keeps may hold ends alone, and a step
 * that was cut off has a start alone. Of two starts, or two ends, the later in the log stands.
 */
record Step(Optional<StepEvent> start, Optional<StepEvent> end) {
    static final Step NONE = new Step(Optional.empty(), Optional.empty());

    Step with(StepEvent event) {
        return switch (event.state()) {
            case START -> new Step(Optional.of(event), end);
            case END -> new Step(start, Optional.of(event));
            case CHUNK -> this;
        };
    }

    boolean isTold() {
        return start.isPresent() || end.isPresent();
    }

    /** Its events, the start before the end. */
    Stream<StepEvent> events() {
        return Stream.concat(start.stream(), end.stream());
    }

    /** The event that says where it belongs. */
    StepEvent first() {
        return start.or(() -> end).orElseThrow();
    }

    String id() {
        return first().stepId();
    }
}
