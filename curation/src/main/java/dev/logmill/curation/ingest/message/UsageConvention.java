package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;

/** How a provider counts tokens; all are read into one convention: input includes cache, output includes reasoning. */
@SuppressWarnings("ImmutableEnumChecker") // The lists come from List.of.
public enum UsageConvention {
    /** OpenAI's chat completions and what imitates them: cached tokens are part of the input. */
    CHAT(
            "prompt_tokens",
            "completion_tokens",
            "prompt_tokens_details",
            "completion_tokens_details",
            List.of("cache_read_input_tokens", "prompt_cache_hit_tokens", "cached_tokens"),
            Cache.INSIDE_INPUT),
    /** OpenAI's Responses: as chat completions, under other names. */
    RESPONSES(
            "input_tokens",
            "output_tokens",
            "input_tokens_details",
            "output_tokens_details",
            List.of(),
            Cache.INSIDE_INPUT),
    /** Anthropic: {@code input_tokens} leaves out what was read from and written to the cache. */
    ANTHROPIC(
            "input_tokens",
            "output_tokens",
            "input_tokens_details",
            "output_tokens_details",
            List.of("cache_read_input_tokens"),
            Cache.BESIDE_INPUT),
    /** LangChain's {@code UsageMetadata}, of whatever provider: cached tokens are part of the input. */
    LANGCHAIN(
            "input_tokens",
            "output_tokens",
            "input_token_details",
            "output_token_details",
            List.of(),
            Cache.INSIDE_INPUT);

    private enum Cache {
        INSIDE_INPUT,
        BESIDE_INPUT
    }

    private final String input;
    private final String output;
    private final String inputDetails;
    private final String outputDetails;
    private final List<String> cacheRead;
    private final Cache cache;

    UsageConvention(
            String input,
            String output,
            String inputDetails,
            String outputDetails,
            List<String> cacheRead,
            Cache cache) {
        this.input = input;
        this.output = output;
        this.inputDetails = inputDetails;
        this.outputDetails = outputDetails;
        this.cacheRead = cacheRead;
        this.cache = cache;
    }

    /** The usage in a {@code usage} object; nothing where it counts nothing. */
    public Optional<Usage> read(JsonNode usage) {
        JsonNode details = usage.path(inputDetails);
        Optional<Long> read = Fields.count(details, "cached_tokens").or(() -> Fields.count(details, "cache_read"));
        for (String name : cacheRead) {
            read = read.or(() -> Fields.count(usage, name));
        }
        Optional<Long> write = Fields.count(usage, "cache_creation_input_tokens")
                .or(() -> Fields.count(details, "cache_creation_tokens"))
                .or(() -> Fields.count(details, "cache_write_tokens"))
                .or(() -> Fields.count(details, "cache_creation"));
        JsonNode made = usage.path(outputDetails);
        long beside = cache == Cache.BESIDE_INPUT ? read.orElse(0L) + write.orElse(0L) : 0;
        Optional<Long> reasoning = Fields.count(made, "reasoning_tokens").or(() -> Fields.count(made, "reasoning"));
        Usage counted = new Usage(
                Fields.count(usage, input).map(tokens -> tokens + beside),
                output(usage, reasoning.orElse(0L)),
                read,
                write,
                reasoning);
        return counted.equals(Usage.NONE) ? Optional.empty() : Optional.of(counted);
    }

    /** Some who imitate OpenAI, as xAI does, count reasoning beside the completion: their total, the sum of all three, tells. */
    private Optional<Long> output(JsonNode usage, long reasoning) {
        Optional<Long> told = Fields.count(usage, output);
        long made = told.orElse(0L);
        long sum = Fields.count(usage, input).orElse(0L) + made + reasoning;
        Optional<Long> total = Fields.count(usage, "total_tokens");
        boolean beside = total.isPresent() ? total.get() == sum : reasoning > made;
        return told.map(tokens -> beside ? tokens + reasoning : tokens);
    }
}
