package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Usage;
import java.util.Map;
import java.util.Optional;

/** Tokens as Langfuse counts them, in {@code usage_details}. */
public final class LangfuseUsage {
    private LangfuseUsage() {}

    /**
     * Langfuse's buckets, which do not overlap: {@code input} leaves out what {@code input_cached_tokens} counts. Only where the
     * total is that of input and output alone, the others are parts of them. Whoever tells Langfuse its tokens may do so in a provider's names,
     * which it keeps as they are.
     */
    public static Optional<Usage> of(JsonNode details) {
        Optional<Usage> provider = ProviderUsage.of(details);
        boolean buckets = details.has("input") || details.has("output");
        if (!buckets && provider.isPresent()) {
            return provider;
        }
        Optional<Long> input = Fields.count(details, "input");
        Optional<Long> output = Fields.count(details, "output");
        boolean whole = Fields.count(details, "total")
                .filter(total -> total == input.orElse(0L) + output.orElse(0L))
                .isPresent();
        Optional<Long> read = Fields.count(details, "input_cached_tokens")
                .or(() -> Fields.count(details, "input_cache_read"))
                .or(() -> Fields.count(details, "cache_read_input_tokens"));
        Optional<Long> write = Fields.count(details, "input_cache_creation")
                .or(() -> Fields.count(details, "cache_creation_input_tokens"));
        Usage usage = new Usage(
                input.map(tokens -> whole ? tokens : tokens + others(details, "input")),
                output.map(tokens -> whole ? tokens : tokens + others(details, "output")),
                read,
                write,
                Fields.count(details, "output_reasoning_tokens").or(() -> Fields.count(details, "output_reasoning")));
        return usage.equals(Usage.NONE) ? Optional.empty() : Optional.of(usage);
    }

    private static long others(JsonNode details, String side) {
        long sum = 0;
        for (Map.Entry<String, JsonNode> bucket : details.properties()) {
            String name = bucket.getKey();
            boolean ofSide = name.startsWith(side + "_") || (name.startsWith("cache_") && name.contains(side));
            sum += ofSide ? Fields.count(details, name).orElse(0L) : 0;
        }
        return sum;
    }
}
