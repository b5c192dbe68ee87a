package dev.logmill.curation.ingest.openai;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.UsageConvention;
import dev.logmill.curation.trace.Usage;
import java.util.Optional;

/** The tokens of a completion of a prompt: OpenAI's {@code usage}, or the counts beside the text, as Titan, Llama and Cohere have them. */
final class CompletionUsage {
    private CompletionUsage() {}

    /** @param result what holds the text: the body, or one of its results */
    static Optional<Usage> of(JsonNode body, JsonNode result) {
        return UsageConvention.CHAT.read(body.path("usage")).or(() -> beside(body, result));
    }

    private static Optional<Usage> beside(JsonNode body, JsonNode result) {
        Usage usage = new Usage(
                Fields.count(body, "inputTextTokenCount")
                        .or(() -> Fields.count(body, "prompt_token_count"))
                        .or(() -> Fields.count(body.path("meta").path("billed_units"), "input_tokens")),
                Fields.count(result, "tokenCount")
                        .or(() -> Fields.count(body, "totalOutputTextTokenCount"))
                        .or(() -> Fields.count(body, "generation_token_count"))
                        .or(() -> Fields.count(body.path("meta").path("billed_units"), "output_tokens")),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return usage.equals(Usage.NONE) ? Optional.empty() : Optional.of(usage);
    }
}
