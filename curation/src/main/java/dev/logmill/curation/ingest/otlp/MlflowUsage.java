package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/**
 * The tokens of a call in MLflow: as the provider counts them in the response, which tells of reasoning too, else as MLflow
 * does, {@code {input_tokens, output_tokens, total_tokens, cache_read_input_tokens, cache_creation_input_tokens}} with the
 * cache inside the input, else as LangChain does in its message.
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
        return WholeAnswer.providerUsage(response)
                .or(() -> UsageConvention.RESPONSES.read(counted).map(usage -> ofMlflow(usage, counted)))
                .or(() -> WholeAnswer.usage(response));
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
