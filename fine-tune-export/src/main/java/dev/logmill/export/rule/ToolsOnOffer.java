package dev.logmill.export.rule;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The answer calls tools that were offered, by names that endpoints accept. Where the log names no tools at all, its calls
 * were trusted or refused as {@code pairs.undeclared-tools} says, and what is trusted is learned: none of TRL's chat
 * templates writes a call, or the labels on it, another way for lack of tools.
 */
final class ToolsOnOffer implements RowRule {
    private static final int LONGEST_NAME = 64;

    @Override
    public Optional<String> breach(Row row) {
        Set<String> offered = new HashSet<>();
        for (JsonNode tool : row.conversation().tools()) {
            String name = tool.path("function").path("name").asText();
            if (!isName(name)) {
                return Optional.of("a tool's name of %d characters is no identifier".formatted(name.length()));
            }
            if (!offered.add(name)) {
                return Optional.of("two tools of one name");
            }
        }
        return unknown(row.conversation().answer(), offered)
                .or(() -> unknown(row.conversation().rejected(), offered));
    }

    private static Optional<String> unknown(List<JsonNode> answer, Set<String> offered) {
        for (JsonNode message : answer) {
            for (JsonNode call : message.path("tool_calls")) {
                String name = call.path("function").path("name").asText();
                if (offered.isEmpty() && !isName(name)) {
                    return Optional.of(
                            "calls a tool by a name of %d characters that is no identifier".formatted(name.length()));
                }
                if (!offered.isEmpty() && !offered.contains(name)) {
                    return Optional.of("calls a tool that is none of the %d offered".formatted(offered.size()));
                }
            }
        }
        return Optional.empty();
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= LONGEST_NAME
                && name.chars().allMatch(c -> c == '_' || c == '-' || (c < 128 && Character.isLetterOrDigit(c)));
    }
}
