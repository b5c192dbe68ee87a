package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;
import java.util.Optional;

/** Tokens of one model call. Input includes what the cache served; output includes reasoning. */
public record Usage(
        @Doc("Tokens read, cached ones included") Optional<Long> inputTokens,
        @Doc("Tokens written, reasoning included") Optional<Long> outputTokens,
        @Doc("Part of the input that a cache served") Optional<Long> cacheReadTokens,

        @Doc("Part of the input that was written to a cache")
        Optional<Long> cacheWriteTokens,

        @Doc("Part of the output that was reasoning") Optional<Long> reasoningTokens) {
    public static final Usage NONE =
            new Usage(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The sum, field by field; a field that neither knows stays unknown. */
    public Usage plus(Usage other) {
        return new Usage(
                sum(inputTokens, other.inputTokens),
                sum(outputTokens, other.outputTokens),
                sum(cacheReadTokens, other.cacheReadTokens),
                sum(cacheWriteTokens, other.cacheWriteTokens),
                sum(reasoningTokens, other.reasoningTokens));
    }

    private static Optional<Long> sum(Optional<Long> a, Optional<Long> b) {
        return a.isPresent() && b.isPresent() ? Optional.of(a.get() + b.get()) : a.or(() -> b);
    }
}
