package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.trace.Usage;
import java.util.Map;
import java.util.Optional;

/**
 * The tokens of a span, input with cache and output with reasoning. That is how OpenTelemetry, OpenInference and Vercel count;
 * an instrumentation that leaves a part out all the same is told by the part being larger than the whole.
 */
final class Tokens {
    private static final String DETAILS = "langfuse.observation.usage_details";

    private Tokens() {}

    static Optional<Usage> of(FieldValues values, Attributes attributes) {
        Optional<Usage> detailed = ofLangfuse(JsonInText.decoded(attributes.take(DETAILS)));
        Optional<Long> read = values.count(Field.CACHE_READ_TOKENS);
        Optional<Long> write = values.count(Field.CACHE_WRITE_TOKENS);
        Optional<Long> reasoning = values.count(Field.REASONING_TOKENS);
        long cached = read.orElse(0L) + write.orElse(0L);
        long thought = reasoning.orElse(0L);
        Usage usage = new Usage(
                values.count(Field.INPUT_TOKENS).map(input -> input < cached ? input + cached : input),
                values.count(Field.OUTPUT_TOKENS).map(output -> output < thought ? output + thought : output),
                read,
                write,
                reasoning);
        return detailed.or(() -> Optional.of(usage)).filter(counted -> !counted.equals(Usage.NONE));
    }

    /**
     * Langfuse's buckets, which do not overlap: {@code input} leaves out what {@code input_cached_tokens} counts. Only where the
     * total is that of input and output alone, the others are parts of them.
     */
    private static Optional<Usage> ofLangfuse(JsonNode details) {
        Optional<Usage> provider = UsageConvention.CHAT.read(details);
        if (provider.isPresent()) {
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
