package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Tokens as Langfuse counts them, in {@code usage_details}. */
public final class LangfuseUsage {
    private LangfuseUsage() {}

    private static final List<String> READ = List.of(
            "input_cached_tokens",
            "input_cache_read",
            "cache_read_input_tokens",
            "input_details.cache_read",
            "prompt_details.cache_read",
            "prompt_tokens_details.cached_tokens",
            "input_tokens_details.cached_tokens",
            "input_token_details.cache_read",
            "cache_read.input_tokens");
    private static final List<String> WRITE = List.of(
            "input_cache_creation",
            "cache_creation_input_tokens",
            "input_details.cache_creation",
            "input_details.cache_write",
            "prompt_details.cache_write",
            "input_token_details.cache_creation",
            "cache_creation.input_tokens");
    private static final List<String> REASONING = List.of(
            "output_reasoning_tokens",
            "output_reasoning",
            "output_details.reasoning",
            "completion_details.reasoning",
            "completion_tokens_details.reasoning_tokens",
            "output_tokens_details.reasoning_tokens",
            "output_token_details.reasoning");

    /**
     * Langfuse's buckets, which do not overlap: {@code input} leaves out what {@code input_cached_tokens} counts. Only where the
     * total is that of input and output alone, the others are parts of them. Whoever tells Langfuse its tokens may do so in a provider's names,
     * which it keeps as they are, those of details behind a dot, {@code prompt_tokens_details.cached_tokens}.
     */
    public static Optional<Usage> of(JsonNode details) {
        Optional<Usage> provider = ProviderUsage.of(details);
        boolean buckets = Stream.of("input", "output", "prompt", "completion").anyMatch(details::has);
        if (!buckets && provider.isPresent()) {
            return provider.map(counted -> detailed(counted, details));
        }
        Optional<Long> input = Fields.count(details, "input").or(() -> Fields.count(details, "prompt"));
        Optional<Long> output = Fields.count(details, "output").or(() -> Fields.count(details, "completion"));
        boolean whole = Fields.count(details, "total")
                .filter(total -> total == input.orElse(0L) + output.orElse(0L))
                .isPresent();
        Usage usage = new Usage(
                input.map(tokens -> whole ? tokens : tokens + others(details, "input")),
                output.map(tokens -> whole ? tokens : tokens + others(details, "output")),
                first(details, READ),
                first(details, WRITE),
                first(details, REASONING));
        return usage.equals(Usage.NONE) ? Optional.empty() : Optional.of(usage);
    }

    /** A provider's own counts with those of their details. */
    private static Usage detailed(Usage counted, JsonNode details) {
        return new Usage(
                counted.inputTokens(),
                counted.outputTokens(),
                counted.cacheReadTokens().or(() -> first(details, READ)),
                counted.cacheWriteTokens().or(() -> first(details, WRITE)),
                counted.reasoningTokens().or(() -> first(details, REASONING)));
    }

    /** The first count of some names; a name with a dot may also be of a field in an object. */
    private static Optional<Long> first(JsonNode details, List<String> names) {
        return names.stream()
                .flatMap(name -> {
                    int dot = name.indexOf('.');
                    return Fields.count(details, name)
                            .or(() -> dot < 0
                                    ? Optional.empty()
                                    : Fields.count(details.path(name.substring(0, dot)), name.substring(dot + 1)))
                            .stream();
                })
                .findFirst();
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
