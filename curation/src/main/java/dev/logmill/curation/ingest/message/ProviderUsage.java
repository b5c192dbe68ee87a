package dev.logmill.curation.ingest.message;

import com.fasterxml.jackson.databind.JsonNode;
import dev.logmill.curation.trace.Usage;
import java.util.List;
import java.util.Optional;

/**
 * Tokens under a provider's own names, flat and with nothing that says whose they are: Google's {@code {prompt_token_count,
 * candidates_token_count}}, Anthropic's {@code {input_tokens, cache_read_input_tokens}}, Bedrock's {@code {inputTokens}}. The names tell what
 * counts include.
 */
public final class ProviderUsage {
    private ProviderUsage() {}

    /** What is counted; nothing where no provider's names are there. */
    public static Optional<Usage> of(JsonNode counted) {
        Optional<Usage> openAi = UsageConvention.CHAT.read(counted);
        return openAi.flatMap(Usage::inputTokens).isPresent()
                ? openAi
                : google(counted).or(() -> flat(counted)).or(() -> camelCase(counted));
    }

    /** Thoughts stand beside what the candidates count; what came from the cache is part of the prompt. */
    private static Optional<Usage> google(JsonNode counted) {
        Optional<Long> thoughts = count(counted, "thoughts_token_count", "thoughtsTokenCount");
        Optional<Long> prompt = count(counted, "prompt_token_count", "promptTokenCount");
        Optional<Long> ofTools = count(counted, "tool_use_prompt_token_count", "toolUsePromptTokenCount");
        return told(new Usage(
                prompt.map(tokens -> tokens + ofTools.orElse(0L)),
                count(counted, "candidates_token_count", "candidatesTokenCount")
                        .map(said -> said + thoughts.orElse(0L))
                        .or(() -> thoughts),
                count(counted, "cached_content_token_count", "cachedContentTokenCount"),
                Optional.empty(),
                thoughts));
    }

    /** Anthropic's where the cache has Anthropic's names; else OpenAI's. */
    private static Optional<Usage> flat(JsonNode counted) {
        if (!counted.has("input_tokens") && !counted.has("output_tokens")) {
            return Optional.empty();
        }
        boolean beside = counted.has("cache_read_input_tokens") || counted.has("cache_creation_input_tokens");
        return (beside ? UsageConvention.ANTHROPIC : UsageConvention.RESPONSES).read(counted);
    }

    /** Bedrock counts the cache beside the input; the AI SDK inside, under other names. */
    private static Optional<Usage> camelCase(JsonNode counted) {
        Optional<Long> read = Fields.count(counted, "cacheReadInputTokens");
        Optional<Long> write = Fields.count(counted, "cacheWriteInputTokens");
        long beside = read.orElse(0L) + write.orElse(0L);
        return told(new Usage(
                Fields.count(counted, "inputTokens").map(input -> input + beside),
                Fields.count(counted, "outputTokens"),
                read.or(() -> Fields.count(counted, "cachedInputTokens")),
                write,
                Fields.count(counted, "reasoningTokens")));
    }

    private static Optional<Long> count(JsonNode counted, String... names) {
        return List.of(names).stream()
                .flatMap(name -> Fields.count(counted, name).stream())
                .findFirst();
    }

    private static Optional<Usage> told(Usage usage) {
        boolean counts = usage.inputTokens().isPresent() || usage.outputTokens().isPresent();
        return counts ? Optional.of(usage) : Optional.empty();
    }
}
