package dev.logmill.curation.ingest.message;

import java.util.Map;

/** Why an answer ended, in OpenAI's words. */
public final class FinishReasons {
    private static final Map<String, String> WORDS = Map.of(
            "end_turn", "stop",
            "stop_sequence", "stop",
            "completed", "stop",
            "max_tokens", "length",
            "max_output_tokens", "length",
            "model_context_window_exceeded", "length",
            "tool_use", "tool_calls",
            "function_call", "tool_calls",
            "refusal", "content_filter");

    private FinishReasons() {}

    /** OpenAI's word for a provider's; a word that has none stays as it is. */
    public static String normalised(String word) {
        return WORDS.getOrDefault(word, word);
    }
}
