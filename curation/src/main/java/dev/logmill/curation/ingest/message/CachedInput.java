package dev.logmill.curation.ingest.message;

import java.util.Optional;

/**
 * Whether a count of the input leaves out what a cache served and what was written to it, as Anthropic and Bedrock count and those who hand on
 * their numbers: then the cache is larger than the input, or the total is the sum of both and the output.
 */
public final class CachedInput {
    private CachedInput() {}

    /** The input with its cache. */
    public static Optional<Long> whole(Optional<Long> input, Optional<Long> output, long cached, Optional<Long> total) {
        return input.map(tokens -> {
            boolean summed = cached > 0
                    && total.filter(sum -> sum == tokens + output.orElse(0L) + cached)
                            .isPresent();
            return tokens < cached || summed ? tokens + cached : tokens;
        });
    }
}
