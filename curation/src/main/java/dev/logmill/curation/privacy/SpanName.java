package dev.logmill.curation.privacy;

import dev.logmill.curation.trace.Model;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.ToolUse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a span is called: a name that a developer gave an operation, such as {@code route_ticket} or {@code chat gpt-4o}, or words
 * that may tell of anybody, such as {@code chat for Marta}.
 *
 * @param things names of what works in the span, which are kept in fields of their own: agent, tool, model
 */
record SpanName(String name, List<String> things) {
    private static final int SHORTEST = 2;
    private static final int LONGEST_TOKEN = 100;

    /** What instrumentations put before the name of a thing (OpenTelemetry's semantic conventions for GenAI, Mastra). */
    private static final Set<String> OPERATIONS = Set.of(
            "chat",
            "generate_content",
            "text_completion",
            "completion",
            "completions",
            "embeddings",
            "embedding",
            "retrieval",
            "rerank",
            "execute_tool",
            "invoke_agent",
            "create_agent",
            "invoke_workflow",
            "agent",
            "tool",
            "llm",
            "model",
            "call",
            "run",
            "step");

    /** Part of a name: of a thing, or of what stands around. */
    interface Part {
        String kept(String part) throws PrivacyFailure;
    }

    static SpanName of(Span span) {
        Optional<Model> model = span.model();
        return new SpanName(
                span.name(),
                Stream.of(
                                span.agent(),
                                span.toolUse().map(ToolUse::name),
                                model.flatMap(Model::responded),
                                model.flatMap(Model::requested),
                                model.flatMap(Model::provider))
                        .flatMap(Optional::stream)
                        .filter(thing -> thing.length() >= SHORTEST)
                        .toList());
    }

    /** Whether it says no more than which operation this is, of which thing. */
    boolean isIdentifier() {
        return isToken(name) || rest(name, things).strip().lines().allMatch(SpanName::isOperations);
    }

    /** The name without its words that are not of things, each as it may be kept; a name that is one word is whole. */
    String with(Part thing, Part words) throws PrivacyFailure {
        return isToken(name) ? thing.kept(name) : with(name, thing, words);
    }

    private String with(String part, Part thing, Part words) throws PrivacyFailure {
        for (String each : things) {
            int at = indexOf(part, each);
            if (at >= 0) {
                return with(part.substring(0, at), thing, words)
                        + thing.kept(each)
                        + with(part.substring(at + each.length()), thing, words);
            }
        }
        return part.isBlank() ? part : words.kept(part);
    }

    /** What is left of a name where names of things are lines' ends. */
    private static String rest(String name, List<String> things) {
        String rest = name;
        for (String each : things) {
            int at = indexOf(rest, each);
            if (at >= 0) {
                rest = rest.substring(0, at) + "\n" + rest.substring(at + each.length());
            }
        }
        return rest;
    }

    private static boolean isOperations(String words) {
        for (String word : words.split("[^A-Za-z_]+", -1)) {
            if (!word.isEmpty() && !OPERATIONS.contains(word.toLowerCase(Locale.ROOT))) {
                return false;
            }
        }
        return words.chars().allMatch(c -> c < 0x80 && !Character.isDigit(c));
    }

    /** Where the name of a thing stands as words of its own, and not within an address; -1 where it does not. */
    private static int indexOf(String text, String thing) {
        int at = text.indexOf(thing);
        while (at >= 0) {
            int end = at + thing.length();
            if ((at == 0 || isBound(text.charAt(at - 1))) && (end == text.length() || isBound(text.charAt(end)))) {
                return at;
            }
            at = text.indexOf(thing, at + 1);
        }
        return -1;
    }

    private static boolean isBound(char c) {
        return c == ' ' || c == '\'' || c == '"' || c == '(' || c == ')' || c == '[' || c == ']';
    }

    /** One word of ASCII. */
    private static boolean isToken(String name) {
        return name.length() <= LONGEST_TOKEN && name.chars().allMatch(c -> c > ' ' && c < 0x7f);
    }
}
