package dev.logmill.eval.run;

import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/**
 * What came of one request: an answer, or why there is none.
 *
 * @param finishReason why the answer ended
 * @param latencyMs of the request that was answered, milliseconds
 * @param requests sent for it, retries included
 */
public record Reply(
        Optional<Message> answer,
        Optional<InfraError> error,
        Optional<String> finishReason,
        Usage usage,
        long latencyMs,
        int requests) {}
