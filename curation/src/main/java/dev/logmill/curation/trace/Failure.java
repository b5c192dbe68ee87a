package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;
import java.util.Optional;

/** An error, as its log tells it. */
public record Failure(
        @Doc("The error's type or code") String type,
        @Doc("The error's message") Optional<String> message) {}
