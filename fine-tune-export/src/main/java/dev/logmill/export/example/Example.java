package dev.logmill.export.example;

import dev.logmill.curation.feedback.Preference;
import dev.logmill.curation.json.Digest;
import dev.logmill.curation.pair.Pair;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Tool;
import dev.logmill.curation.trace.ToolCall;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One example, lossless and in no target's shape: every target is a pure function of it.
 *
 * @param exampleId digest of its origin and its content; the same example has the same id in every version
 * @param input messages as the model saw them, oldest first
 * @param tools as they were offered
 * @param output the assistant message to learn; of a preference, the better one
 * @param rejected the worse assistant message of a preference
 */
public record Example(
        String exampleId,
        Kind kind,
        List<Message> input,
        List<Tool> tools,
        Message output,
        Optional<Message> rejected) {
    public Example {
        input = List.copyOf(input);
        tools = List.copyOf(tools);
    }

    /** The example that a pair gives. */
    public static Example of(Pair pair) {
        return of(Kind.SFT, pair.pairId(), pair.input(), pair.tools(), pair.output(), Optional.empty());
    }

    /** The example that two answers give. */
    public static Example of(Preference preference) {
        return of(
                Kind.PREFERENCE,
                preference.preferenceId(),
                preference.input(),
                preference.tools(),
                preference.chosen(),
                Optional.of(preference.rejected()));
    }

    private static Example of(
            Kind kind,
            String origin,
            List<Message> input,
            List<Tool> tools,
            Message output,
            Optional<Message> rejected) {
        Digest digest = Digest.of("example", kind.name(), origin).add(input.size());
        input.forEach(message -> add(digest, message));
        digest.add(tools.size());
        for (Tool tool : tools) {
            digest.add(tool.name());
            add(digest, tool.description());
            add(digest, tool.parameters());
        }
        add(digest, output);
        rejected.ifPresent(message -> add(digest, message));
        return new Example("ex_" + digest.id(), kind, input, tools, output, rejected);
    }

    private static void add(Digest digest, Message message) {
        digest.add(message.role().name());
        add(digest, message.content());
        add(digest, message.name());
        add(digest, message.toolCallId());
        digest.add(message.toolCalls().size());
        for (ToolCall call : message.toolCalls()) {
            digest.add(call.id()).add(call.name()).add(call.arguments());
        }
    }

    private static void add(Digest digest, Optional<String> text) {
        digest.add(text.isPresent() ? "+" + text.get() : "-");
    }

    /** Whether an answer calls a tool, and no tool was offered as far as the log tells. */
    public boolean callsUndeclared() {
        return tools.isEmpty()
                && Stream.concat(Stream.of(output), rejected.stream())
                        .anyMatch(message -> !message.toolCalls().isEmpty());
    }

    /** Length of all its texts, characters. */
    public long characters() {
        long characters = input.stream().mapToLong(Example::characters).sum() + characters(output);
        characters += rejected.map(Example::characters).orElse(0L);
        for (Tool tool : tools) {
            characters += tool.name().length()
                    + tool.description().map(String::length).orElse(0)
                    + tool.parameters().map(String::length).orElse(0);
        }
        return characters;
    }

    /** Whether one of its messages holds an image, a sound or a file. */
    public boolean hasMedia() {
        return input.stream().anyMatch(message -> !message.media().isEmpty())
                || !output.media().isEmpty()
                || rejected.filter(message -> !message.media().isEmpty()).isPresent();
    }

    private static long characters(Message message) {
        long characters = message.content().map(String::length).orElse(0);
        for (ToolCall call : message.toolCalls()) {
            characters += call.name().length() + call.arguments().length();
        }
        return characters;
    }
}
