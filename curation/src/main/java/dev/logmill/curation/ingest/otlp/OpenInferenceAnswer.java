package dev.logmill.curation.ingest.otlp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.logmill.curation.ingest.message.Fields;
import dev.logmill.curation.ingest.message.JsonInText;
import java.util.Optional;

/** The attributes of a call of OpenInference, with what its {@code output.value} alone says: the tokens, and why it ended. */
final class OpenInferenceAnswer {
    static final String FINISH = "output.value_finish";
    static final String INPUT_TOKENS = "output.value_input_tokens";
    static final String OUTPUT_TOKENS = "output.value_output_tokens";
    static final String CACHE_READ_TOKENS = "output.value_cache_read_tokens";
    static final String CACHE_WRITE_TOKENS = "output.value_cache_write_tokens";
    static final String REASONING_TOKENS = "output.value_reasoning_tokens";

    private OpenInferenceAnswer() {}

    static ObjectNode spread(ObjectNode flat) {
        String whole = Fields.word(flat, "output.value");
        boolean call = Fields.word(flat, "openinference.span.kind").equalsIgnoreCase("LLM");
        // Mostly it is a text, or says nothing that the attributes do not: it is worth no reading then.
        boolean tells = whole.contains("usage") || whole.contains("_reason") || whole.contains("Reason");
        if (!call || !tells) {
            return flat;
        }
        JsonNode answer = JsonInText.decoded(flat.path("output.value"));
        if (!flat.has("llm.finish_reason")) {
            WholeAnswer.ending(answer).ifPresent(word -> flat.put(FINISH, word));
        }
        if (!flat.has("llm.token_count.prompt") && !flat.has("llm.token_count.completion")) {
            WholeAnswer.usage(answer).ifPresent(usage -> {
                put(flat, INPUT_TOKENS, usage.inputTokens());
                put(flat, OUTPUT_TOKENS, usage.outputTokens());
                put(flat, CACHE_READ_TOKENS, usage.cacheReadTokens());
                put(flat, CACHE_WRITE_TOKENS, usage.cacheWriteTokens());
                put(flat, REASONING_TOKENS, usage.reasoningTokens());
            });
        }
        return flat;
    }

    private static void put(ObjectNode flat, String name, Optional<Long> count) {
        count.ifPresent(tokens -> flat.put(name, tokens));
    }
}
