package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;
import java.util.Optional;

/** What a tool span did: one executed call. */
public record ToolUse(
        @Doc("The tool's name") String name,
        @Doc("The model's call that asked for it") Optional<String> callId,
        @Doc("Canonical JSON of the arguments") Optional<String> arguments,
        @Doc("What came back, as text") Optional<String> result) {}
