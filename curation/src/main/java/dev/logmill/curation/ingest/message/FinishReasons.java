package dev.logmill.curation.ingest.message;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Why an answer ended, in OpenAI's words; a member of an enum, as {@code str} writes it, by what follows the enum's name. */
public final class FinishReasons {
    private static final Map<String, String> WORDS = Map.ofEntries(
            Map.entry("stop", "stop"),
            Map.entry("end_turn", "stop"),
            Map.entry("stop_sequence", "stop"),
            Map.entry("eos", "stop"), // Together's.
            Map.entry("eos_token", "stop"), // Hugging Face's.
            Map.entry("completed", "stop"),
            Map.entry("complete", "stop"),
            Map.entry("1", "stop"), // Gemini's, where the number of its enum is logged.
            Map.entry("2", "length"),
            Map.entry("length", "length"),
            Map.entry("max_tokens", "length"),
            Map.entry("max_output_tokens", "length"),
            Map.entry("model_length", "length"),
            Map.entry("model_context_window_exceeded", "length"),
            Map.entry("token_limit_reached", "length"),
            Map.entry("tool_calls", "tool_calls"),
            Map.entry("tool_call", "tool_calls"),
            Map.entry("tool_use", "tool_calls"),
            Map.entry("function_call", "tool_calls"),
            Map.entry("function_calls", "tool_calls"),
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

    private static final Pattern ENUM = Pattern.compile(
            "<?(?:[a-z0-9_]+[.])*(?:chat_?)?(?:completions?_?)?(?:finish|stop|done)_?reasons?[.]([a-z_]+)(?::.*)?");

    private FinishReasons() {}

    /** OpenAI's word for a provider's; a word that has none stays as it is, a member of an enum without the enum's name. */
    public static String normalised(String word) {
        String lower = word.strip().toLowerCase(Locale.ROOT).replace('-', '_');
        Matcher member = ENUM.matcher(lower);
        return member.matches()
                ? WORDS.getOrDefault(member.group(1), member.group(1))
                : WORDS.getOrDefault(lower, word);
    }
}
