package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;
import java.util.Optional;

/** The model behind a call, and how it was asked. */
public record Model(
        @Doc("Who serves it: openai, anthropic, ...") Optional<String> provider,
        @Doc("The model asked for") Optional<String> requested,
        @Doc("The model that answered") Optional<String> responded,

        @Doc("Canonical JSON of all other request parameters: temperature, response_format, tool_choice, ...")
        Optional<String> parameters,

        @Doc("The provider's id of the answer") Optional<String> responseId,

        @Doc("Why the answer ended: stop, length, tool_calls, content_filter, ...")
        Optional<String> finishReason) {}
