package dev.logmill.curation.ingest;

import dev.logmill.curation.trace.Fidelity;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Span;
import dev.logmill.curation.trace.ToolUse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A text that a logger was told not to write, and the mark that it wrote instead: LiteLLM's {@code redacted-by-litellm}, OpenInference's
 * {@code __REDACTED__}. Nobody said the mark: a message of it alone is none, and the span misses it.
 */
public final class WithheldText {
    private static final Set<String> MARKS = Set.of("redacted-by-litellm", "__REDACTED__");

    private WithheldText() {}

    /** Whether a text is such a mark, and nothing else. */
    public static boolean isMark(String text) {
        return MARKS.contains(text);
    }

    /** The span itself where all of it was said; else without the marks. */
    static Span without(Span span) {
        Optional<ToolUse> use = span.toolUse().map(WithheldText::without);
        return use.equals(span.toolUse()) && !anyMark(span.messagesIn()) && !anyMark(span.messagesOut())
                ? span
                : span.toBuilder()
                        .messagesIn(without(span.messagesIn()))
                        .messagesOut(without(span.messagesOut()))
                        .toolUse(use)
                        .note(Fidelity.MISSING_MESSAGES)
                        .build();
    }

    private static boolean anyMark(List<Message> messages) {
        for (Message message : messages) {
            if (message.content().filter(WithheldText::isMark).isPresent()
                    || message.reasoning().filter(WithheldText::isMark).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static ToolUse without(ToolUse use) {
        return new ToolUse(
                use.name(),
                use.callId(),
                use.arguments().filter(text -> !isMark(text)),
                use.result().filter(text -> !isMark(text)));
    }

    private static List<Message> without(List<Message> messages) {
        return messages.stream().flatMap(message -> without(message).stream()).toList();
    }

    /** A message that calls tools still does; a tool's result stands empty, as its call was answered. */
    private static Optional<Message> without(Message message) {
        Message said = new Message(
                message.role(),
                message.content().filter(text -> !isMark(text)),
                message.reasoning().filter(text -> !isMark(text)),
                message.refusal(),
                message.name(),
                message.toolCallId(),
                message.toolCalls(),
                message.media());
        boolean changed = !said.equals(message);
        boolean empty = said.saysNothing() && said.toolCallId().isEmpty();
        return changed && empty ? Optional.empty() : Optional.of(said);
    }
}
