package dev.logmill.export.rule;

import java.util.List;
import java.util.Optional;

/**
 * No text that a tokenizer would take for its own control tokens: a user who writes them would speak as the assistant.
 */
final class NoTemplateTokens implements RowRule {
    private static final List<String> TOKENS = List.of(
            "[INST]",
            "[/INST]",
            "<<SYS>>",
            "<</SYS>>",
            "<s>",
            "</s>",
            "<bos>",
            "<eos>",
            "<start_of_turn>",
            "<end_of_turn>",
            "[TOOL_CALLS]",
            "[AVAILABLE_TOOLS]",
            "[/AVAILABLE_TOOLS]",
            "[TOOL_RESULTS]",
            "[/TOOL_RESULTS]",
            "<tool_call>",
            "</tool_call>",
            "<tool_response>",
            "</tool_response>",
            "<｜");
    private static final int LONGEST_NAME = 40;

    @Override
    public Optional<String> breach(Row row) {
        return Leaves.firstText(row.json(), NoTemplateTokens::token);
    }

    private static Optional<String> token(String text) {
        int piped = piped(text);
        if (piped >= 0) {
            return Optional.of("<|…|> at %d of %d".formatted(piped, text.length()));
        }
        for (String token : TOKENS) {
            int at = text.indexOf(token);
            if (at >= 0) {
                return Optional.of("%s at %d of %d".formatted(token, at, text.length()));
            }
        }
        return Optional.empty();
    }

    /** Where the first {@code <|name|>} begins, or -1. */
    private static int piped(String text) {
        for (int at = text.indexOf("<|"); at >= 0; at = text.indexOf("<|", at + 1)) {
            int end = at + 2;
            while (end < text.length() && end - at < LONGEST_NAME && isNamePart(text.charAt(end))) {
                end++;
            }
            if (end > at + 2 && text.startsWith("|>", end)) {
                return at;
            }
        }
        return -1;
    }

    private static boolean isNamePart(char c) {
        return c == '_' || c == '-' || Character.isLetterOrDigit(c);
    }
}
