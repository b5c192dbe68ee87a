package dev.logmill.eval.run;

import dev.logmill.curation.table.Doc;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/** What a model gave back in one trial, as it gave it; what it was asked is the case's task. */
public record Transcript(
        @Doc("What the model answered") Message answer,
        @Doc("Why the answer ended") Optional<String> finishReason,
        @Doc("Tokens") Usage usage,

        @Doc("Request to whole answer, milliseconds; of the request that was answered")
        long latencyMs) {}
