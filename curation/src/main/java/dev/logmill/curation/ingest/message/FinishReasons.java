package dev.logmill.curation.ingest.message;

import java.util.Locale;
import java.util.Map;

/** Why an answer ended, in OpenAI's words. */
public final class FinishReasons {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("stop", "stop"),
            Map.entry("end_turn", "stop"),
            Map.entry("stop_sequence", "stop"),
            Map.entry("completed", "stop"),
            Map.entry("complete", "stop"),
            Map.entry("1", "stop"), // Gemini's, where the number of its enum is logged.
            Map.entry("2", "length"),
            Map.entry("length", "length"),
            Map.entry("max_tokens", "length"),
            Map.entry("max_output_tokens", "length"),
            Map.entry("model_length", "length"),
            Map.entry("model_context_window_exceeded", "length"),
            Map.entry("tool_calls", "tool_calls"),
            Map.entry("tool_call", "tool_calls"),
            Map.entry("tool_use", "tool_calls"),
            Map.entry("function_call", "tool_calls"),
            Map.entry("content_filter", "content_filter"),
            Map.entry("content_filtered", "content_filter"),
            Map.entry("guardrail_intervened", "content_filter"),
            Map.entry("refusal", "content_filter"),
            Map.entry("safety", "content_filter"),
            Map.entry("recitation", "content_filter"),
            Map.entry("blocklist", "content_filter"),
            Map.entry("prohibited_content", "content_filter"),
            Map.entry("spii", "content_filter"),
            Map.entry("language", "content_filter"),
            Map.entry("image_safety", "content_filter"),
            Map.entry("error_toxic", "content_filter"));

    private FinishReasons() {}

    /** OpenAI's word for a provider's; a word that has none stays as it is. */
    public static String normalised(String word) {
        return WORDS.getOrDefault(word.toLowerCase(Locale.ROOT).replace('-', '_'), word);
    }
}
