package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/** Token counts of each provider in the one convention: input includes cache, output includes reasoning. */
public final class Usages {
    private Usages() {}

    /** Chat completions and Responses: cached tokens are part of the input already. */
    public static Optional<Usage> openAi(JsonNode usage) {
        if (!usage.isObject()) {
            return Optional.empty();
        }
        JsonNode in = usage.has("input_tokens_details")
                ? usage.path("input_tokens_details")
                : usage.path("prompt_tokens_details");
        JsonNode out = usage.has("output_tokens_details")
                ? usage.path("output_tokens_details")
                : usage.path("completion_tokens_details");
        return Optional.of(new Usage(
                Fields.number(usage, "prompt_tokens").or(() -> Fields.number(usage, "input_tokens")),
                Fields.number(usage, "completion_tokens").or(() -> Fields.number(usage, "output_tokens")),
                Fields.number(in, "cached_tokens"),
                Optional.empty(),
                Fields.number(out, "reasoning_tokens")));
    }

    /** Anthropic: {@code input_tokens} leaves cached tokens out, so they are added. */
    public static Optional<Usage> anthropic(JsonNode usage) {
        if (!usage.isObject()) {
            return Optional.empty();
        }
        Optional<Long> read = Fields.number(usage, "cache_read_input_tokens");
        Optional<Long> write = Fields.number(usage, "cache_creation_input_tokens");
        return Optional.of(new Usage(
                Fields.number(usage, "input_tokens").map(input -> input + read.orElse(0L) + write.orElse(0L)),
                Fields.number(usage, "output_tokens"),
                read,
                write,
                Optional.empty()));
    }
}
