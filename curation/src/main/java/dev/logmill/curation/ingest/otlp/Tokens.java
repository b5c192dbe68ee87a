package dev.logmill.curation.ingest.otlp;

import dev.logmill.curation.ingest.message.CachedInput;
import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.LangfuseUsage;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;

/**
 * The tokens of a span, input with cache and output with reasoning. That is how OpenTelemetry, OpenInference and Vercel count;
 * an instrumentation that leaves a part out all the same is told by the part being larger than the whole, or by the total.
 */
final class Tokens {
    private static final String DETAILS = "langfuse.observation.usage_details";

    private static final List<String> TOTALS = List.of(
            "gen_ai.usage.total_tokens",
            "llm.usage.total_tokens",
            "llm.token_count.total",
            "ai.usage.totalTokens",
            "braintrust.metrics.tokens");

    private Tokens() {}

    static Optional<Usage> of(FieldValues values, Attributes attributes) {
        Optional<Usage> detailed = LangfuseUsage.of(JsonInText.decoded(attributes.take(DETAILS)));
        VercelCache beside = VercelCache.of(attributes);
        Optional<Long> read = values.count(Field.CACHE_READ_TOKENS).or(beside::read);
        Optional<Long> write = values.count(Field.CACHE_WRITE_TOKENS).or(beside::write);
        Optional<Long> reasoning = values.count(Field.REASONING_TOKENS);
        long cached = read.orElse(0L) + write.orElse(0L);
        long thought = reasoning.orElse(0L);
        Optional<Long> input = values.count(Field.INPUT_TOKENS);
        Optional<Long> output = values.count(Field.OUTPUT_TOKENS);
        Usage usage = new Usage(
                beside.leftOut()
                        ? input.map(tokens -> tokens + cached)
                        : CachedInput.whole(input, output, cached, total(attributes)),
                output.map(tokens -> tokens < thought ? tokens + thought : tokens),
                read,
                write,
                reasoning);
        Usage ofResponse = LogfireAttributes.usage(attributes).orElseGet(() -> GoogleAdk.usage(attributes));
        // The attributes of Google's kit count what was said without the thoughts.
        boolean closer = usage.equals(Usage.NONE)
                || (reasoning.isEmpty() && ofResponse.reasoningTokens().isPresent());
        Usage told = closer ? ofResponse : usage;
        return detailed.or(() -> Optional.of(told)).filter(counted -> !counted.equals(Usage.NONE));
    }

    private static Optional<Long> total(Attributes attributes) {
        return TOTALS.stream()
                .flatMap(name -> FieldValues.number(attributes.peek(name)).stream())
                .map(Double::longValue)
                .findFirst();
    }
}
