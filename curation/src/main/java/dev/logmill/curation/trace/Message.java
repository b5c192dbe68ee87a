package dev.logmill.curation.trace;

import dev.logmill.curation.table.Doc;
import java.util.List;
import java.util.Optional;

/** One message of a conversation, in the one form that every dialect is read into. */
public record Message(
        @Doc("Who speaks") Role role,

        @Doc("The text; several text parts are joined by a newline")
        Optional<String> content,

        @Doc("The model's reasoning, where the log keeps it")
        Optional<String> reasoning,

        @Doc("The model's refusal, where it refused") Optional<String> refusal,

        @Doc("Name of the speaker, or of the tool whose result this is")
        Optional<String> name,

        @Doc("On a tool message: the call that it answers") Optional<String> toolCallId,

        @Doc("On an assistant message: the calls it asks for, in order")
        List<ToolCall> toolCalls,

        @Doc("Images and files, by reference") List<Media> media) {
    public Message {
        toolCalls = List.copyOf(toolCalls);
        media = List.copyOf(media);
    }

    /** A message of text alone. */
    public static Message of(Role role, String content) {
        return new Message(
                role,
                Optional.of(content),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of());
    }

    /** An assistant message that only calls tools. */
    public static Message calling(List<ToolCall> calls) {
        return new Message(
                Role.ASSISTANT,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                calls,
                List.of());
    }

    /** The result of a tool call. */
    public static Message result(String toolCallId, Optional<String> toolName, String content) {
        return new Message(
                Role.TOOL,
                Optional.of(content),
                Optional.empty(),
                Optional.empty(),
                toolName,
                Optional.of(toolCallId),
                List.of(),
                List.of());
    }

    /** Whether only who speaks is left of it: no text, not even an empty one, nothing else that was said, shown or called. */
    public boolean saysNothing() {
        return content.isEmpty() && reasoning.isEmpty() && refusal.isEmpty() && toolCalls.isEmpty() && media.isEmpty();
    }
}
