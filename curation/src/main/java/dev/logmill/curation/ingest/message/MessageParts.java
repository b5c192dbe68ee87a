package dev.logmill.curation.ingest.message;

import dev.logmill.curation.trace.Media;
import dev.logmill.curation.trace.Message;
import dev.logmill.curation.trace.Role;
import dev.logmill.curation.trace.ToolCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Gathers the parts of one message, and the results of tools that came inside it. */
final class MessageParts {
    private final List<String> texts = new ArrayList<>(2);
    private final List<String> reasoning = new ArrayList<>(2);
    private final List<ToolCall> calls = new ArrayList<>(2);
    private final List<Media> media = new ArrayList<>(2);
    private final List<Message> results = new ArrayList<>(2);
    private @Nullable String refusal;

    void text(String text) {
        if (!text.isEmpty()) {
            texts.add(text);
        }
    }

    void reasoning(String text) {
        if (!text.isEmpty()) {
            reasoning.add(text);
        }
    }

    void refusal(String text) {
        if (!text.isEmpty()) {
            refusal = refusal == null ? text : refusal + "\n" + text;
        }
    }

    void call(ToolCall call) {
        calls.add(call);
    }

    void media(Media reference) {
        media.add(reference);
    }

    void result(Message result) {
        results.add(result);
    }

    /** Results of earlier calls that stood inside this message; they come before it. */
    List<Message> results() {
        return results.stream().filter(result -> !isAnswer(result)).toList();
    }

    /** Results of this message's own calls; they come after it. */
    List<Message> answers() {
        return results.stream().filter(this::isAnswer).toList();
    }

    private boolean isAnswer(Message result) {
        return calls.stream()
                .anyMatch(call -> result.toolCallId().filter(call.id()::equals).isPresent());
    }

    boolean hasText() {
        return !texts.isEmpty();
    }

    boolean isEmpty() {
        return texts.isEmpty() && reasoning.isEmpty() && calls.isEmpty() && media.isEmpty() && refusal == null;
    }

    /** The message. An assistant that says nothing has no content; anybody else said the empty text. */
    Message message(Role role, Optional<String> name, Optional<String> toolCallId) {
        boolean silent = texts.isEmpty() && (role == Role.ASSISTANT || !media.isEmpty());
        return new Message(
                role,
                silent ? Optional.empty() : Optional.of(String.join("\n", texts)),
                reasoning.isEmpty() ? Optional.empty() : Optional.of(String.join("\n", reasoning)),
                Optional.ofNullable(refusal),
                name,
                toolCallId,
                calls,
                media);
    }
}
