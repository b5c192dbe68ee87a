package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;

/** One call of a tool, as a model asked for it. */
public record ToolCall(
        @Doc("Joins the call to its result; unique within its conversation only")
        String id,

        @Doc("The tool's name") String name,

        @Doc("Canonical JSON of the arguments; the model's own text where that is no JSON")
        String arguments) {}
