package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;
import java.util.Optional;

/** One tool as it was offered to a model. */
public record Tool(
        @Doc("The tool's name") String name,
        @Doc("What the model was told of it") Optional<String> description,
        @Doc("Canonical JSON Schema of the arguments") Optional<String> parameters) {}
