package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/**
 * The tokens of a call in MLflow: as the provider counts them in the response, which tells of reasoning too, else as MLflow
 * does, {@code {input_tokens, output_tokens, total_tokens, cache_read_input_tokens, cache_creation_input_tokens}} with the
 * cache inside the input.
 */
final class MlflowUsage {
    private MlflowUsage() {}

    /**
     * The usage of one call; nothing where nobody counted.
     *
     * @param counted as MLflow counts
     * @param response what the provider answered
     */
    static Optional<Usage> of(JsonNode counted, JsonNode response) {
        return provider(response.path("usage").isObject() ? response.path("usage") : MissingNode.getInstance())
                .or(() -> UsageConvention.RESPONSES.read(counted).map(usage -> ofMlflow(usage, counted)));
    }

    private static Optional<Usage> provider(JsonNode usage) {
        if (usage.has("prompt_tokens")) {
            return UsageConvention.CHAT.read(usage);
        }
        if (!usage.has("input_tokens")) {
            return Optional.empty();
        }
        boolean beside = usage.has("cache_read_input_tokens") || usage.has("cache_creation_input_tokens");
        return (beside ? UsageConvention.ANTHROPIC : UsageConvention.RESPONSES).read(usage);
    }

    private static Usage ofMlflow(Usage usage, JsonNode counted) {
        return new Usage(
                usage.inputTokens(),
                output(usage, Fields.count(counted, "total_tokens")),
                Fields.count(counted, "cache_read_input_tokens"),
                Fields.count(counted, "cache_creation_input_tokens"),
                usage.reasoningTokens());
    }

    /** Of a provider that counts reasoning beside the answer, as Gemini does, only the total tells. */
    private static Optional<Long> output(Usage usage, Optional<Long> total) {
        long input = usage.inputTokens().orElse(0L);
        return usage.outputTokens()
                .map(output -> total.filter(all -> usage.inputTokens().isPresent() && all > input + output)
                        .map(all -> all - input)
                        .orElse(output));
    }
}
