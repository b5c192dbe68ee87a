package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import java.util.Optional;

/**
 * What Vercel's AI SDK before its version 6 tells of Anthropic's cache: it hands on Anthropic's own count of the input, which leaves
 * out what was read from and written to the cache, and tells of both in {@code ai.response.providerMetadata}. From version 6 on the
 * input is whole, and its details say so.
 *
 * @param leftOut whether the input is counted without cache
 */
record VercelCache(boolean leftOut, Optional<Long> read, Optional<Long> write) {
    private static final VercelCache NONE = new VercelCache(false, Optional.empty(), Optional.empty());

    /** Asked before any count is taken. */
    static VercelCache of(Attributes attributes) {
        boolean anthropic = Fields.text(attributes.peek("ai.model.provider"))
                .filter(provider -> provider.contains("anthropic"))
                .isPresent();
        boolean detailed = attributes.has("ai.usage.inputTokenDetails.cacheReadTokens")
                || attributes.has("ai.usage.inputTokenDetails.cacheWriteTokens")
                || attributes.has("ai.usage.inputTokenDetails.noCacheTokens");
        if (!anthropic || detailed) {
            return NONE;
        }
        JsonNode told = JsonInText.decoded(attributes.peek("ai.response.providerMetadata"))
                .path("anthropic");
        return new VercelCache(
                true, Fields.count(told, "cacheReadInputTokens"), Fields.count(told, "cacheCreationInputTokens"));
    }
}
