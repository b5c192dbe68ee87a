package dev.logmill.eval.run;

import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/**
 * What asking a model took, this time.
 *
 * @param questions put to it
 * @param requests sent for them, retries included
 * @param usage tokens of what it gave back
 * @param cost of these tokens, where prices are configured and tokens were counted
 */
public record Effort(int questions, int requests, Usage usage, Optional<Double> cost) {
    public static final Effort NONE = new Effort(0, 0, Usage.NONE, Optional.empty());

    Effort plus(Reply reply, EndpointConfig endpoint) {
        Usage took = reply.transcript().map(Transcript::usage).orElse(Usage.NONE);
        Optional<Double> more = endpoint.cost(took);
        return new Effort(
                questions + 1,
                requests + reply.requests(),
                usage.plus(took),
                more.isEmpty() ? cost : Optional.of(cost.orElse(0.0) + more.get()));
    }
}
