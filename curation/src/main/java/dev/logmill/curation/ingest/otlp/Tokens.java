package dev.logmill.curation.ingest.otlp;

import dev.logmill.curation.ingest.message.JsonInText;
import dev.logmill.curation.ingest.message.LangfuseUsage;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/**
 * The tokens of a span, input with cache and output with reasoning. That is how OpenTelemetry, OpenInference and Vercel count;
 * an instrumentation that leaves a part out all the same is told by the part being larger than the whole.
 */
final class Tokens {
    private static final String DETAILS = "langfuse.observation.usage_details";

    private Tokens() {}

    static Optional<Usage> of(FieldValues values, Attributes attributes) {
        Optional<Usage> detailed = LangfuseUsage.of(JsonInText.decoded(attributes.take(DETAILS)));
        VercelCache beside = VercelCache.of(attributes);
        Optional<Long> read = values.count(Field.CACHE_READ_TOKENS).or(beside::read);
        Optional<Long> write = values.count(Field.CACHE_WRITE_TOKENS).or(beside::write);
        Optional<Long> reasoning = values.count(Field.REASONING_TOKENS);
        long cached = read.orElse(0L) + write.orElse(0L);
        long thought = reasoning.orElse(0L);
        Usage usage = new Usage(
                values.count(Field.INPUT_TOKENS)
                        .map(input -> beside.leftOut() || input < cached ? input + cached : input),
                values.count(Field.OUTPUT_TOKENS).map(output -> output < thought ? output + thought : output),
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
}
